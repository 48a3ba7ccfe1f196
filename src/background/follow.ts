import { api } from '../platform/browser';
import { framesOf } from './tab-reports';

/** Where the build puts the script that tells a panel what is on a frame's screen. */
const FOLLOW_SCRIPT = 'follow.js';

/**
 * Has the frames of a tab that have mentions tell the panels what is on their screens. A frame that has gone meanwhile
 * is no error.
 * @param connected frames that do so already
 */
export async function followTab(tabId: number, connected: readonly number[]): Promise<void> {
  const frames = (await framesOf(tabId)).filter(
    ({ frameId, report }) => report.cards.length > 0 && !connected.includes(frameId),
  );
  await Promise.allSettled(
    frames.map(({ frameId }) =>
      api.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [FOLLOW_SCRIPT],
        injectImmediately: true,
      }),
    ),
  );
}
