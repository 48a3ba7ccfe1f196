import { api } from '../platform/browser';
import { askFrames } from '../tab/frames';

/** Where the build puts the script that sends a panel what is on a frame's screen. */
const FOLLOW_SCRIPT = 'follow.js';

/**
 * Loads the script that follows the reader into the frames of a tab that have mentions.
 * @param connected ids of the frames that have it already
 * @returns ids of the frames that it was loaded into: one that is gone is no error
 */
export async function prepareToFollow(tabId: number, connected: readonly number[]): Promise<number[]> {
  const { frames } = await askFrames(tabId);
  const wanted = frames.filter(
    ({ frameId, report }) => report.cards.length > 0 && !connected.includes(frameId),
  );
  const taken = wanted.map(({ frameId }) =>
    api.scripting
      .executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [FOLLOW_SCRIPT],
        injectImmediately: true,
      })
      .then(
        () => [frameId],
        () => [],
      ),
  );
  return (await Promise.all(taken)).flat();
}
