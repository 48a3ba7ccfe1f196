import { api } from '../platform/browser';
import type { Request } from '../protocol/messages';

/** Where the build puts the scripts that frames need later. */
const FILES = { mark: 'mark.js', card: 'card.js' } as const satisfies Record<
  Request<'script.load'>['script'],
  string
>;

/**
 * The style sheet of the marks. A page without a mention has none: each of its elements would be matched against it. In
 * Firefox it comes with the manifest.
 */
const SHEET = 'mark.css';

/**
 * Loads a script into one frame, and what it needs of styles. It is not web-accessible, so no page can fetch it.
 * @throws Error if the frame is gone or closed to extensions
 */
export async function loadScript(
  script: keyof typeof FILES,
  { tabId, frameId }: { tabId: number; frameId: number },
): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await Promise.all([
    script === 'mark' && !isSheetInManifest() && api.scripting.insertCSS({ target, files: [SHEET] }),
    // A page may take minutes to load.
    api.scripting.executeScript({ target, files: [FILES[script]], injectImmediately: true }),
  ]);
}

const isSheetInManifest = () => api.runtime.getManifest().content_scripts?.[0]?.css !== undefined;
