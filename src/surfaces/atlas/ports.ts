import type { TabReport } from '../../protocol/reports';

/** What the atlas needs from the browser and the background. */
export interface AtlasPorts {
  /**
   * Requests the report of the tab whose page lights the atlas. Rejects where nobody answers.
   * @returns `unlit`: the atlas was opened without a tab; `closed`: the tab has been closed
   */
  report(): Promise<TabReport | 'unlit' | 'closed'>;
  /** Calls back when the report may have changed or the atlas becomes visible; returns a function that stops it. */
  onReportChanged(listener: () => void): () => void;
  /** Brings the page's tab to the front at a card's next mention; does nothing where there is none. */
  showMention(card: string): Promise<{ position: number; count: number }>;
  /** Brings the page's tab to the front. */
  goToPage(): Promise<void>;
  openOptions(): Promise<void>;
}
