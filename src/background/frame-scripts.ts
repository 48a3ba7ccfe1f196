import { api } from '../platform/browser';
import type { Request } from '../protocol/messages';

/** Where the build puts the scripts that frames need later. */
const FILES = { mark: 'mark.js', card: 'card.js' } as const satisfies Record<
  Request<'script.load'>['script'],
  string
>;

/**
 * Loads a script into one frame: no frame carries it before it is needed, and no page can fetch it.
 * @throws Error where the frame is gone or closed to extensions
 */
export async function loadScript(
  script: keyof typeof FILES,
  { tabId, frameId }: { tabId: number; frameId: number },
): Promise<void> {
  await api.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [FILES[script]],
    // A page may go on loading for minutes.
    injectImmediately: true,
  });
}
