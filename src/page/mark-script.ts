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

/** What a frame needs once it has mentions: marks, and what the reader does with them. */
export interface MarkPart {
  /**
   * Mentions may have come, gone or moved.
   * @param isDecided whether they were decided anew, so that they are to be painted
   */
  update(isDecided: boolean): void;
  step(request: Request<'frame.step'>): Promise<Responses['frame.step']>;
  open(): Responses['frame.open'];
  show(request: Request<'frame.show'>): Promise<Responses['frame.show']>;
  goBack(): void;
}

/** What it needs of its session. */
export interface MarkPorts {
  readonly mentions: MentionList;
  /** What holds now. */
  settings(): Settings;
  /** As the reader has set them in the browser. */
  keys(): Responses['site.ask']['keys'];
  /** The shadow roots that the reader of the page knows. */
  shadowRoots(): ShadowRoot[];
  /** A shadow root that it may not know yet. */
  addShadowRoot(root: ShadowRoot): void;
  /** Hands over the reader's events before the page has them; see `frame/own-events.ts`. */
  takeFirst(take: (event: Event) => void, signal: AbortSignal): void;
  /** Sends what the reader's keys ask for. */
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
