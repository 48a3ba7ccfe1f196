/** How often a card is mentioned, and how much that says about the page. */
export interface CardCount {
  /** The card's id. */
  readonly card: string;
  readonly count: number;
  readonly weight: number;
}

/** What one frame has. */
export interface FrameReport {
  readonly cards: readonly CardCount[];
  /** Whether code that was passed over holds terms. */
  readonly hasUnreadCode: boolean;
}

/** A frame's answer: `reading` until all of its document was read once. */
export type FrameAnswer = (FrameReport & Reached) | 'reading';

/** Where the reader is in a tab. */
export interface Reached {
  /** When a step last led to a mention in the frame, in milliseconds since 1970; 0 where none has, or none counts. */
  readonly reachedAt: number;
}

/**
 * Where a frame's session leaves the function that answers for it: a global of its own world, which the page cannot see.
 * Whoever asks a frame without a session leaves `true` there, for the session to come.
 */
export const ANSWER_KEY = 'sidelightAnswer';

/** What a tab looks like to the reader. */
export interface TabReport {
  /**
   * `read`: the page was read (perhaps nothing was found); `reading`: it was not yet;
   * `off`: the reader switched this site off; `restricted`: the browser lets no extension in;
   * `ungranted`: the browser has not given access to this site.
   */
  readonly state: 'read' | 'reading' | 'off' | 'restricted' | 'ungranted';
  /** Host name, or null where the page has none. */
  readonly site: string | null;
  /** Match patterns to ask the browser for, where `state` is `ungranted`. */
  readonly origins: readonly string[];
  /** Mentions in all frames together: the number on the badge. */
  readonly total: number;
  /** Cards of the page, heaviest first. */
  readonly cards: readonly CardCount[];
  /** Whether code samples that were passed over hold terms. */
  readonly hasUnreadCode: boolean;
}
