import * as v from 'valibot';
import { CORRECTION_KINDS, type KeptCorrection } from '../core/corrections';
import type { TitleCue } from '../core/evidence';
import type { BlockReading, Related } from '../core/read-block';
import type { Settings } from '../core/settings';
import type { Card } from '../pack/card';
import type { FrameRequests } from './frame-requests';

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const Site = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** Milliseconds since 1970. */
const Moment = v.pipe(v.number(), v.finite());

/** A number of mentions. */
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const CardId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
/** What stands on the page, with the white space of its source. */
const Surface = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
/** Onwards or back. */
const Direction = v.picklist([1, -1]);
/** A request that says nothing but its name. */
const Nothing = v.strictObject({});

const CardCount = v.strictObject({ card: CardId, count: Count, weight: v.pipe(v.number(), v.finite()) });

/**
 * What a request of a frame must look like to be answered by the background, by message name.
 * Requests are imperative (`card.get`), events past tense (`page.scanned`).
 */
export const REQUESTS_OF_FRAMES = {
  /** A frame starts, or is told that something has changed: is this site on, which keys are set, which terms are known, which settings hold? */
  'site.ask': Nothing,
  /**
   * A frame has read its document, or read it again. `shownAt`: when the document was first, or again, shown;
   * `hasUnreadCode`: whether code that was passed over holds terms.
   */
  'page.scanned': v.strictObject({
    shownAt: Moment,
    cards: v.pipe(v.array(CardCount), v.maxLength(10_000)),
    hasUnreadCode: v.boolean(),
  }),
  /** A frame's document goes away. */
  'page.left': v.strictObject({ shownAt: Moment }),
  /** The card script is wanted in the asking frame. */
  'card.prepare': Nothing,
  /** A frame has new text, in pieces that SEAM closes: in which of them may forms stand? */
  'texts.sift': v.strictObject({ texts: v.array(v.string()) }),
  /** A frame has blocks that may hold mentions: what do they say? `page` comes with a title that is new. */
  'blocks.read': v.strictObject({
    blocks: v.array(v.strictObject({ text: v.string(), isHeading: v.boolean() })),
    page: v.optional(v.strictObject({ title: v.string(), url: v.string() })),
  }),
  'card.get': v.strictObject({ card: CardId }),
  /** The reader's click in a frame asks for the panel beside its tab. */
  'panel.open': Nothing,
  /** The reader corrects a mention in a frame. */
  'correction.add': v.strictObject({
    kind: v.picklist(CORRECTION_KINDS),
    card: CardId,
    surface: Surface,
  }),
  /** The reader's shortcut: move the keyboard's ring through the tab. */
  'mention.step': v.strictObject({ direction: Direction }),
  /** The reader's shortcut: open the card of the mention that was reached, or close the open one. */
  'mention.open': Nothing,
} as const;

/** The same for requests of the extension's own pages. */
export const REQUESTS_OF_SURFACES = {
  'tab.report': v.strictObject({ tabId: TabId }),
  /** Bring a tab and its window to the front. */
  'tab.front': v.strictObject({ tabId: TabId }),
  /** A panel wants to hear what is on the screen in a tab. `connected`: frames that tell it already. */
  'page.follow': v.strictObject({ tabId: TabId, connected: v.pipe(v.array(TabId), v.maxLength(10_000)) }),
  'site.set': v.strictObject({ site: Site, enabled: v.boolean() }),
  /** Which sites are switched off? */
  'sites.list': Nothing,
  'corrections.list': Nothing,
  /** Erase everything that is stored. */
  'store.erase': Nothing,
  /** Take back a correction that `corrections.list` names. */
  'correction.remove': v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) }),
  /** Scroll the page to the next (1) or previous (-1) mention of a card. */
  'mention.show': v.strictObject({ tabId: TabId, card: CardId, direction: Direction }),
  /** Scroll back to where the reader was before `mention.show`. */
  'mention.return': v.strictObject({ tabId: TabId }),
} as const;

const BACKGROUND_REQUESTS = { ...REQUESTS_OF_FRAMES, ...REQUESTS_OF_SURFACES };

type BackgroundMessage = keyof typeof BACKGROUND_REQUESTS;

/** Every request, by message name. */
type Requests = {
  [N in BackgroundMessage]: v.InferOutput<(typeof BACKGROUND_REQUESTS)[N]>;
} & FrameRequests;

export type MessageName = keyof Requests;
export type Request<N extends MessageName> = Requests[N];

/**
 * Checks a request to the background.
 * @returns null where it may be answered, what is wrong with it otherwise; undefined where it is no message to the
 *   background
 */
export function checkBackgroundRequest(name: string, request: unknown): string | null | undefined {
  if (!Object.hasOwn(BACKGROUND_REQUESTS, name)) return undefined;
  const result = v.safeParse(BACKGROUND_REQUESTS[name as BackgroundMessage], request);
  if (result.success) return null;
  return result.issues
    .map((issue) => `${issue.message} (${v.getDotPath(issue as v.BaseIssue<unknown>) ?? 'request'})`)
    .join('; ');
}

export type CardCount = v.InferOutput<typeof CardCount>;

/** What a tab looks like to the popup. */
export interface TabReport {
  /**
   * `read`: the page was read (perhaps nothing was found); `reading`: no frame has reported yet;
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

/** The part of a keyboard event that a shortcut is about. */
export type Keystroke = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/** What each request is answered with. */
export interface Responses {
  'site.ask': {
    enabled: boolean;
    keys: { next: Keystroke | null; previous: Keystroke | null; open: Keystroke | null };
    /** Cards whose mentions are not underlined. */
    known: readonly string[];
    settings: Settings;
  };
  'page.scanned': Record<string, never>;
  'page.left': Record<string, never>;
  'card.prepare': Record<string, never>;
  /** For each text the numbers of such pieces, in rising order. */
  'texts.sift': { pieces: number[][] };
  /** A reading for each block, in order; `title` where the request had a page. */
  'blocks.read': { readings: BlockReading[]; related: Related; title?: TitleCue[] };
  'card.get': { card: Card | null };
  'panel.open': Record<string, never>;
  /** Cards whose mentions are not underlined from now on. What else was corrected, `blocks.read` heeds. */
  'correction.add': { known: readonly string[] };
  'tab.report': TabReport;
  'tab.front': Record<string, never>;
  /** Frames that are ready to be called. */
  'page.follow': { frames: number[] };
  'site.set': Record<string, never>;
  'sites.list': { off: string[] };
  /** The latest first. */
  'corrections.list': { corrections: KeptCorrection[] };
  'store.erase': Record<string, never>;
  'correction.remove': Record<string, never>;
  /** `position` counts from 1 among `count` mentions of the card in the tab; both 0 where there is none. */
  'mention.show': { position: number; count: number };
  'mention.step': Record<string, never>;
  'mention.open': Record<string, never>;
  'mention.return': Record<string, never>;
  'frame.report': Request<'page.scanned'>;
  'frame.stop': Record<string, never>;
  'frame.step': { moved: boolean };
  /** `isDone`: false where the frame has neither a card nor a ring. */
  'frame.open': { isDone: boolean };
  /**
   * `position` counts from 1 among the frame's mentions of the card; 0 where the frame's edge was reached. `unseen`: so
   * many more are rendered, but cut away or covered.
   */
  'frame.show': { position: number; unseen: number };
  'frame.return': Record<string, never>;
  'frame.renew': Record<string, never>;
}
