import type { TabReport } from '../../protocol/reports';

/** What the atlas needs from the world outside it. */
export interface AtlasPorts {
  /**
   * Asks about the tab whose page lights the atlas. Rejects when nobody answers.
   * @returns `unlit`: the atlas was opened by itself; `closed`: that tab is no more
   */
  report(): Promise<TabReport | 'unlit' | 'closed'>;
  /** Calls back whenever the page may have changed while the atlas is seen, or comes to be seen again. */
  onReportChanged(listener: () => void): () => void;
  /** Brings the page's tab to the front at a card's next mention; stays where there is none. */
  showMention(card: string): Promise<{ position: number; count: number }>;
  /** Brings the page's tab to the front. */
  goToPage(): Promise<void>;
  openOptions(): Promise<void>;
}
