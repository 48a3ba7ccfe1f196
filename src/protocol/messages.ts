import * as v from 'valibot';
import { CORRECTION_KINDS, type Corrections, type KeptCorrection } from '../core/corrections';
import type { TitleCue } from '../core/evidence';
import type { BlockReading, Related } from '../core/read-block';
import type { Settings } from '../core/settings';
import type { Card } from '../pack/card';
import { TABLES } from '../settings/keys';
import type { FrameRequests } from './frame-requests';
import type { FrameAnswer } from './reports';

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const Site = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

const CardId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
/** What stands on the page, with the white space of its source. */
const Surface = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
/** Onwards or back. */
const Direction = v.picklist([1, -1]);
/** A request that says nothing but its name. */
const Nothing = v.strictObject({});

/**
 * What a request of a frame must look like to be answered by the background, by message name.
 * Requests are imperative (`card.get`), events past tense (`page.scanned`).
 */
export const REQUESTS_FROM_FRAMES = {
  /** A frame has found what may be a mention, or is told that something has changed: what holds on this site? */
  'site.ask': Nothing,
  /** A frame has other mentions than when it was heard last. */
  'page.scanned': Nothing,
  /** A page in which Sidelight was started late is left: one from before may come back, without a script. */
  'page.replaced': Nothing,
  /** A frame found a table in the store missing, or another version's. */
  'table.get': v.strictObject({ name: v.picklist(TABLES) }),
  /** Another script is wanted in the asking frame: what comes with the first mention, or with the first card. */
  'script.load': v.strictObject({ script: v.picklist(['mark', 'card']) }),
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
export const REQUESTS_FROM_SURFACES = {
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

const BACKGROUND_REQUESTS = { ...REQUESTS_FROM_FRAMES, ...REQUESTS_FROM_SURFACES };

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

/** The part of a keyboard event that a shortcut is about. */
export type Keystroke = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/** What each request is answered with. */
export interface Responses {
  'site.ask': {
    enabled: boolean;
    keys: { next: Keystroke | null; previous: Keystroke | null; open: Keystroke | null };
    corrections: Corrections;
    settings: Settings;
  };
  'page.scanned': Record<string, never>;
  'page.replaced': Record<string, never>;
  'table.get': { table: string };
  'script.load': Record<string, never>;
  /** A reading for each block, in order; `title` where the request had a page. */
  'blocks.read': { readings: BlockReading[]; related: Related; title?: TitleCue[] };
  'card.get': { card: Card | null };
  'panel.open': Record<string, never>;
  /** What holds on the frame's site from now on. */
  'correction.add': Corrections;
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
  'frame.report': { answer: FrameAnswer };
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
