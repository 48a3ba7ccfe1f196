import { api } from '../platform/browser';
import { notifyFrames } from '../protocol/surface';

/**
 * Has the frames of open tabs load settings and corrections again.
 * @param isAffected whether a page at this URL is concerned
 */
export async function refreshFrames(isAffected: (url: string) => boolean): Promise<void> {
  const tabs = await api.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url !== undefined && isAffected(url)) await notifyFrames(id, 'frame.renew');
    }),
  );
}
