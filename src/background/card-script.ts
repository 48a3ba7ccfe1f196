import { api } from '../platform/browser';

/** Where the build puts the script that draws cards. */
const CARD_SCRIPT = 'card.js';

/**
 * Loads the card's script into one frame: no frame carries it before its first card, and no page can fetch it.
 * @throws Error where the frame is gone or closed to extensions
 */
export async function prepareCard({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await api.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [CARD_SCRIPT],
    // A page may go on loading for minutes.
    injectImmediately: true,
  });
}
