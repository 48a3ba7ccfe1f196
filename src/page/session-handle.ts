import type { MentionList } from './mention';

/** What a session leaves for the script that follows its reader. */
export interface SessionHandle {
  readonly mentions: MentionList;
  /** Told whenever the mentions may be others. */
  readonly followers: Set<() => void>;
  /** Ends with the session. */
  readonly signal: AbortSignal;
  /** Whether that script is there already. */
  isFollowed?: boolean;
}

/** Where the session leaves its `Reading`: a world that the page cannot see. */
export const SESSION_HANDLE_KEY = 'sidelightReading';

/** The global object of that world. */
export const sessionHandleScope = globalThis as { [SESSION_HANDLE_KEY]?: SessionHandle };
