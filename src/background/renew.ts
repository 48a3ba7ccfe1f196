import { api } from '../platform/browser';
import { notifyFrames } from '../protocol/surface';

/**
 * Has the frames of open tabs ask again what holds, since the reader has corrected or chosen something.
 * @param concerns whether it bears on pages with this address
 */
export async function renewFrames(concerns: (url: string) => boolean): Promise<void> {
  const tabs = await api.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url !== undefined && concerns(url)) await notifyFrames(id, 'frame.renew');
    }),
  );
}
