import type { MentionList } from './mention';

/** What a session publishes for the script that follows its reader. */
export interface SessionHandle {
  readonly mentions: MentionList;
  /** Called whenever the mentions may have changed. */
  readonly followers: Set<() => void>;
  /** Ends with the session. */
  readonly signal: AbortSignal;
  /** Whether that script is running. */
  isFollowed?: boolean;
}

/** Key of the handle on the global object of the extension's world, which the page cannot see. */
export const SESSION_HANDLE_KEY = 'sidelightReading';

/** The global object of that world. */
export const sessionHandleScope = globalThis as { [SESSION_HANDLE_KEY]?: SessionHandle };
