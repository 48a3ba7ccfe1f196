import type { Corrections } from '../core/corrections';
import type { Settings } from '../core/settings';
import type { Request, Responses } from '../protocol/messages';
import type { Create } from './lazy-script';
import type { MentionList } from './mention';

/** The highlights by name, as `marks.css` styles them. Neutral, because the page can list them. */
export const HIGHLIGHTS = {
  rest: 'reading-note',
  pinned: 'reading-note-pinned',
  open: 'reading-note-open',
} as const;

/** What a frame loads with its first mention: marks, and the handling of pointer and keys. */
export interface MarkPart {
  /**
   * Mentions may have come, gone or moved.
   * @param isDecided whether they were decided again, so that they have to be painted
   */
  update(isDecided: boolean): void;
  step(request: Request<'frame.step'>): Promise<Responses['frame.step']>;
  open(): Responses['frame.open'];
  show(request: Request<'frame.show'>): Promise<Responses['frame.show']>;
  goBack(): void;
}

/** What it needs from its session. */
export interface MarkPorts {
  readonly mentions: MentionList;
  /** The current settings. */
  settings(): Settings;
  /** Ids of the cards that the reader knows. */
  known(): readonly string[];
  /** As the reader has set them in the browser. */
  keys(): Responses['site.ask']['keys'];
  /** The shadow roots that the reader of the page knows. */
  shadowRoots(): ShadowRoot[];
  /** Has the reader of the page read a shadow root that it may not have found. */
  addShadowRoot(root: ShadowRoot): void;
  /** Adds a handler for the reader's events, before the page sees them; see `frame/event-capture.ts`. */
  addCaptureHandler(handler: (event: Event) => void, signal: AbortSignal): void;
  /** Sends what a keystroke asks for. */
  send(name: 'mention.step', request: Request<'mention.step'>): void;
  send(name: 'mention.open', request: Request<'mention.open'>): void;
  /** The reader corrected a mention. */
  onCorrected(now: Corrections): void;
  /** The extension is gone. */
  onGone(): void;
}

export type CreateMarks = Create<MarkPorts, MarkPart>;

/** Where the mark script leaves its `CreateMarks`: a world that the page cannot see. */
export const MARK_KEY = 'sidelightMark';
