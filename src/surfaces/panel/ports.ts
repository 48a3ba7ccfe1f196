import type { Argument } from '../../pack/argument';
import type { Card } from '../../pack/card';
import type { View } from '../../protocol/reading-port';
import type { TabReport } from '../../protocol/reports';

/** A tab whose viewport the panel follows. */
export interface FollowedTab {
  /** Connects frames that have been added since. */
  refresh(): Promise<void>;
  /** Disconnects all frames, whose scripts then stop. */
  stop(): void;
}

/** What the panel needs from the browser and the background. */
export interface PanelPorts {
  /** Calls back with the tab beside the panel, first and after each change; returns a function that stops it. */
  onTab(listener: (tabId: number) => void): () => void;
  /** Rejects where nobody answers. */
  report(tabId: number): Promise<TabReport>;
  /** Calls back whenever a tab's report may have changed; returns a function that stops it. */
  onReportChanged(tabId: number, listener: () => void): () => void;
  /** Follows a tab's viewport; null once no frame is connected. */
  follow(tabId: number, listener: (view: View | null) => void): FollowedTab;
  /** Scrolls the page to a card's next (1) or previous (-1) mention; `position` and `count` are 0 without one. */
  showMention(tabId: number, card: string, direction: 1 | -1): Promise<{ position: number; count: number }>;
  /** Scrolls back to where the reader was before the first `showMention`. */
  returnToReading(tabId: number): Promise<void>;
  /** Has code samples read on every page. */
  readCode(): Promise<void>;
  setSite(site: string, enabled: boolean): Promise<void>;
  /** Takes a paused page up again. */
  resume(tabId: number): Promise<void>;
  /** Needs a user gesture: has to be called before anything is awaited. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  /** Opens the atlas, lit by the tab’s page. */
  openAtlas(tabId: number): Promise<void>;
  openOptions(): Promise<void>;
}

/** The panel's ports and the pack. */
export interface AppProps {
  ports: PanelPorts;
  /** All cards of the pack. */
  cards: readonly Card[];
  /** The pack's argument, if it has one. */
  argument: Argument | undefined;
}
