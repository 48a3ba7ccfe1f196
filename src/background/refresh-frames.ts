import { api } from '../platform/browser';
import { tellFrames } from '../protocol/surface';

/**
 * Has the frames of open tabs ask again what holds, since the reader has corrected or chosen something.
 * @param isAffected whether it bears on pages with this address
 */
export async function refreshFrames(isAffected: (url: string) => boolean): Promise<void> {
  const tabs = await api.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url !== undefined && isAffected(url)) await tellFrames(id, 'frame.renew');
    }),
  );
}
