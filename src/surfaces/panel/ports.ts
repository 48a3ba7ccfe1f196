import type { Argument } from '../../pack/argument';
import type { Card } from '../../pack/card';
import type { View } from '../../protocol/reading-port';
import type { TabReport } from '../../protocol/reports';

/** A tab whose screen the panel hears of. */
export interface FollowedTab {
  /** Has frames join that came since. */
  refresh(): Promise<void>;
  /** Nothing in the page follows the reader any more. */
  stop(): void;
}

/** What the panel needs from the world outside it. */
export interface PanelPorts {
  /** Calls back with the tab that the panel stands beside, now and whenever it is another; returns how to stop that. */
  onTab(listener: (tabId: number) => void): () => void;
  /** Rejects when nobody answers. */
  report(tabId: number): Promise<TabReport>;
  /** Calls back whenever a new report of a tab can be had; returns how to stop that. */
  onReportChanged(tabId: number, listener: () => void): () => void;
  /** Has a tab tell what is on its screen, from now on; null when nobody speaks for it any more. */
  follow(tabId: number, listener: (view: View | null) => void): FollowedTab;
  /** Scrolls the page to a card's next (1) or previous (-1) mention; both answers 0 where there is none. */
  showMention(tabId: number, card: string, direction: 1 | -1): Promise<{ position: number; count: number }>;
  /** Scrolls back to where the reader was before the first `showMention`. */
  returnToReading(tabId: number): Promise<void>;
  /** Has code samples read from now on, on every page. */
  readCode(): Promise<void>;
  setSite(site: string, enabled: boolean): Promise<void>;
  /** Has to be called while a click is being handled, or the browser refuses to ask. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  /** The whole analysis, lit by the tab’s page. */
  openAtlas(tabId: number): Promise<void>;
  openOptions(): Promise<void>;
}

/** What the panel is drawn from. */
export interface AppProps {
  ports: PanelPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
  /** The pack's argument, if it has one. */
  argument: Argument | undefined;
}
