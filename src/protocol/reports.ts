import type { Tier } from '../core/gazetteer';

/** How often a card is mentioned, and how relevant it is to the page. */
export interface CardCount {
  /** The card's id. */
  readonly card: string;
  readonly count: number;
  /** How many of its mentions stand in the page's title or first paragraph. */
  readonly leading: number;
  /** Its most telling form's: a form that needs no evidence, or a household name. */
  readonly tier: Tier;
}

/** A card of a tab. */
export interface PageCard extends Omit<CardCount, 'tier'> {
  /** Cards are listed by descending weight. */
  readonly weight: number;
  /** Its place among the page's cards by their first mentions, from 0. */
  readonly position: number;
}

/** The mentions of one frame. */
export interface FrameReport {
  /** In order of their first mentions. */
  readonly cards: readonly CardCount[];
  /** Whether skipped code contains terms. */
  readonly hasUnreadCode: boolean;
}

/** A frame's answer; `reading` until its whole document has been read once, `paused` where the reader has paused it. */
export type FrameAnswer = (FrameReport & Reached) | 'reading' | 'paused';

/** When the reader last moved to a mention of a frame. */
export interface Reached {
  /** Time of the last step to a mention in the frame, in milliseconds since 1970; 0 where there was none. */
  readonly reachedAt: number;
}

/**
 * The global in which a frame's session keeps the function that answers for it, in the isolated world, which the page
 * cannot see. A caller that finds no session sets it to `true`, so that a later session knows of the request.
 */
export const ANSWER_KEY = 'sidelightAnswer';

/** The state of a tab, over all its frames. */
export interface TabReport {
  /**
   * `read`: the page has been read, with or without mentions; `reading`: not yet; `paused`: the reader has it left alone
   * until it is loaded again; `off`: the reader switched the site off; `restricted`: the browser allows no extension there; `ungranted`: the extension has no access to the site.
   */
  readonly state: 'read' | 'reading' | 'paused' | 'off' | 'restricted' | 'ungranted';
  /** Host name, or null where the page has none. */
  readonly site: string | null;
  /** Match patterns to request access to, where `state` is `ungranted`. */
  readonly origins: readonly string[];
  /** Mentions in all frames together: the number on the badge. */
  readonly total: number;
  /** Cards of the page, heaviest first. */
  readonly cards: readonly PageCard[];
  /** Whether skipped code samples contain terms. */
  readonly hasUnreadCode: boolean;
}
