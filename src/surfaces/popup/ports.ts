import type { FunctionComponent } from 'preact';
import type { Card, Paragraph } from '../../pack/card';
import type { TabReport } from '../../protocol/reports';
import type { CardSearch } from '../../ui/card-search';

/** Props of the pane with one card. */
export interface CardPaneProps {
  card: Card;
  /** The paragraphs of the source. */
  paragraphs: readonly Paragraph[];
  /** The position among the card's mentions; undefined where the page has none. */
  position: { index: number; total: number } | undefined;
  onBack: () => void;
  onStep: (direction: 1 | -1) => void;
  onOpenCard: (id: string) => void;
}

/** What the popup loads when the first card is opened. */
export interface FullCards {
  /** All cards of the pack. */
  readonly cards: readonly Card[];
  readonly paragraphs: readonly Paragraph[];
  readonly CardPane: FunctionComponent<CardPaneProps>;
}

/** What the popup needs from the browser and the background. */
export interface PopupPorts {
  /** Requests the report of the tab that was active when the popup opened. Rejects where nobody answers. */
  report(): Promise<TabReport>;
  /** Calls back whenever the report may have changed; returns a function that stops it. */
  onReportChanged(listener: () => void): () => void;
  loadCards(): Promise<FullCards>;
  /** Loads the search and builds its index. */
  loadSearch(): Promise<CardSearch>;
  /** Needs a user gesture: has to be called before anything is awaited. */
  openPanel(): Promise<void>;
  /** Opens the atlas, lit by the tab's page. */
  openAtlas(): Promise<void>;
  openOptions(): Promise<void>;
  /** Has code samples read on every page. */
  readCode(): Promise<void>;
  setSite(site: string, enabled: boolean): Promise<void>;
  /** Leaves the page alone until it is loaded again, or takes it up again. */
  setPaused(isPaused: boolean): Promise<void>;
  /** Scrolls the page to a card's next (1) or previous (-1) mention; `position` and `count` are 0 without one. */
  showMention(card: string, direction: 1 | -1): Promise<{ position: number; count: number }>;
  /** Scrolls back to where the reader was before the first `showMention`. */
  returnToReading(): Promise<void>;
  /** Needs a user gesture: has to be called before anything is awaited. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
}
