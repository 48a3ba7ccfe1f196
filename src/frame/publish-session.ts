import { attempt } from '../page/attempt';
import type { MentionList } from '../page/mention';
import { SESSION_HANDLE_KEY, sessionHandleScope } from '../page/session-handle';

/**
 * Makes a session's mentions known to the script that follows its reader, until the signal.
 * @returns notifies that script's listeners, to be called whenever the mentions may be others
 */
export function publishSession(mentions: MentionList, signal: AbortSignal): () => void {
  const followers = new Set<() => void>();
  sessionHandleScope[SESSION_HANDLE_KEY] = { mentions, followers, signal };
  signal.addEventListener('abort', () => delete sessionHandleScope[SESSION_HANDLE_KEY]);
  return () => {
    for (const follower of followers) attempt(follower);
  };
}
