import type { MentionList } from './mention';

/** What a session leaves for the script that follows its reader. */
export interface Reading {
  readonly mentions: MentionList;
  /** Told whenever the mentions may be others. */
  readonly followers: Set<() => void>;
  /** Ends with the session. */
  readonly signal: AbortSignal;
  /** Whether that script is there already. */
  isServed?: boolean;
}

/** Where the session leaves its `Reading`: a world that the page cannot see. */
export const READING_KEY = 'sidelightReading';

/** The global object of that world. */
export const readingScope = globalThis as { [READING_KEY]?: Reading };
