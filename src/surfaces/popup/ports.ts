import type { FunctionComponent } from 'preact';
import type { Card } from '../../pack/card';
import type { TabReport } from '../../protocol/reports';

/** What the pane of one card shows and does. */
export interface CardPaneProps {
  card: Card;
  /** Where the page stands among the card's mentions; left out where it has none. */
  position: { index: number; total: number } | undefined;
  onBack: () => void;
  onStep: (direction: 1 | -1) => void;
  onOpenCard: (id: string) => void;
}

/** What the popup fetches with the first card that is opened. */
export interface FullCards {
  /** All cards of the pack. */
  readonly cards: readonly Card[];
  readonly CardPane: FunctionComponent<CardPaneProps>;
}

/** What the popup needs from the world outside it. */
export interface PopupPorts {
  /** Asks about the tab that was active when the popup opened. Rejects when nobody answers. */
  report(): Promise<TabReport>;
  /** Calls back whenever a new report can be had; returns how to stop that. */
  onReportChanged(listener: () => void): () => void;
  loadCards(): Promise<FullCards>;
  /** Has to be called while a click is being handled, or the browser refuses. */
  openPanel(): Promise<void>;
  /** The whole analysis, lit by the tab's page. */
  openAtlas(): Promise<void>;
  openOptions(): Promise<void>;
  /** Has code samples read from now on, on every page. */
  readCode(): Promise<void>;
  setSite(site: string, enabled: boolean): Promise<void>;
  /** Scrolls the page to a card's next (1) or previous (-1) mention; both answers 0 where there is none. */
  showMention(card: string, direction: 1 | -1): Promise<{ position: number; count: number }>;
  /** Scrolls back to where the reader was before the first `showMention`. */
  returnToReading(): Promise<void>;
  /** Has to be called while a click is being handled, or the browser refuses to ask. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
}
