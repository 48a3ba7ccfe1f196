import * as v from 'valibot';
import { CORRECTION_KINDS, type Corrections, type KeptCorrection } from '../core/corrections';
import type { TitleCue } from '../core/evidence';
import type { BlockReading, Groups, Related } from '../core/read-block';
import type { Settings } from '../core/settings';
import type { Card, Paragraph } from '../pack/card';
import { TABLES } from '../settings/keys';
import type { FrameRequests } from './frame-requests';
import type { FrameAnswer } from './reports';

const TabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const Site = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

const CardId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
/** Text of the page, with the white space of its source. */
const Surface = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
/** Forwards or backwards. */
const Direction = v.picklist([1, -1]);
/** A request without fields. */
const Nothing = v.strictObject({});

/**
 * Schemas of the requests that frames send to the background, by message name.
 * Requests are imperative (`card.get`), events past tense (`page.scanned`).
 */
export const REQUESTS_FROM_FRAMES = {
  /** Asks for the settings and corrections of the frame's site, before its first mention and after changes. */
  'site.ask': Nothing,
  /** The frame's mentions have changed since its last message. */
  'page.scanned': Nothing,
  /** A page older than this start of Sidelight is left; the next may come from the cache, without a script. */
  'page.replaced': Nothing,
  /** Asks for a table that is missing from the store or stale. */
  'table.get': v.strictObject({ name: v.picklist(TABLES) }),
  /** Asks for a further script in the frame: with the first mention, or with the first card. */
  'script.load': v.strictObject({ script: v.picklist(['mark', 'card']) }),
  /** Asks for the readings of blocks that may contain mentions. `page`: where its title is new. */
  'blocks.read': v.strictObject({
    blocks: v.array(v.strictObject({ text: v.string(), isHeading: v.boolean() })),
    page: v.optional(v.strictObject({ title: v.string(), url: v.string() })),
  }),
  'card.get': v.strictObject({ card: CardId }),
  /** The reader clicked a button that opens the panel beside the tab. */
  'panel.open': Nothing,
  /** The reader corrects a mention in a frame. */
  'correction.add': v.strictObject({
    kind: v.picklist(CORRECTION_KINDS),
    card: CardId,
    surface: Surface,
  }),
  /** The reader undoes the correction that was just made in a frame. */
  'correction.undo': v.strictObject({
    kind: v.picklist(CORRECTION_KINDS),
    card: CardId,
    surface: Surface,
  }),
  /** The reader asks for a card in the atlas, which the frame's tab lights. */
  'atlas.open': v.strictObject({ card: CardId }),
  /** The reader's shortcut moves the keyboard's ring through the tab. */
  'mention.step': v.strictObject({ direction: Direction }),
  /** The reader's shortcut opens the card of the current mention, or closes the open card. */
  'mention.open': Nothing,
} as const;

/** Schemas of the requests that the extension's own pages send to the background, by message name. */
export const REQUESTS_FROM_SURFACES = {
  /** Brings a tab and its window to the front. */
  'tab.front': v.strictObject({ tabId: TabId }),
  /** Prepares a tab's frames for a panel's ports. `connected`: ids of frames that have one already. */
  'page.follow': v.strictObject({ tabId: TabId, connected: v.pipe(v.array(TabId), v.maxLength(10_000)) }),
  /** Leaves a tab's page alone until it is loaded again, or takes it up again. */
  'page.pause': v.strictObject({ tabId: TabId, isPaused: v.boolean() }),
  'site.set': v.strictObject({ site: Site, enabled: v.boolean() }),
  /** Lists the sites that are switched off. */
  'sites.list': Nothing,
  'corrections.list': Nothing,
  /** Erases everything that is stored. */
  'store.erase': Nothing,
  /** Removes a correction that `corrections.list` names. */
  'correction.remove': v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)) }),
  /** Scrolls the page to the next (1) or previous (-1) mention of a card. */
  'mention.show': v.strictObject({ tabId: TabId, card: CardId, direction: Direction }),
  /** Scrolls back to where the reader was before `mention.show`. */
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
 * @returns null where it is valid, else a description of the problem; undefined for a message to another context
 */
export function checkBackgroundRequest(name: string, request: unknown): string | null | undefined {
  if (!Object.hasOwn(BACKGROUND_REQUESTS, name)) return undefined;
  const result = v.safeParse(BACKGROUND_REQUESTS[name as BackgroundMessage], request);
  if (result.success) return null;
  return result.issues
    .map((issue) => `${issue.message} (${v.getDotPath(issue as v.BaseIssue<unknown>) ?? 'request'})`)
    .join('; ');
}

/** The fields of a keyboard event that identify a shortcut. */
export type Keystroke = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

/** The response to each request, by message name. */
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
  /** A reading for each block, in order; what is known of the cards in them; `title` where the request had a page. */
  'blocks.read': { readings: BlockReading[]; related: Related; groups: Groups; title?: TitleCue[] };
  /** A card, and the paragraphs of the source that it cites. */
  'card.get': { card: Card | null; paragraphs: Paragraph[] };
  'panel.open': Record<string, never>;
  /** The corrections that now apply to the frame's site. */
  'correction.add': Corrections;
  'correction.undo': Corrections;
  'atlas.open': Record<string, never>;
  'tab.front': Record<string, never>;
  /** Ids of the frames that accept a port. */
  'page.follow': { frames: number[] };
  'page.pause': Record<string, never>;
  'site.set': Record<string, never>;
  'sites.list': { off: string[] };
  /** Newest first. */
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
   * `position` counts from 1 among the frame's mentions of the card; 0 where the frame's edge was reached. `unseen`:
   * number of further mentions that are rendered, but clipped or covered.
   */
  'frame.show': { position: number; unseen: number };
  'frame.return': Record<string, never>;
  'frame.renew': Record<string, never>;
}
