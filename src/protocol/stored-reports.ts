import { api } from '../platform/browser';
import type { CardCount, Request, TabReport } from './messages';

/** What one frame has reported. */
export type FrameReport = Request<'page.scanned'>;

/** A frame with its latest report. */
export interface ReportedFrame {
  readonly frameId: number;
  readonly report: FrameReport;
}

/** A page that comes back from the browser's history is shown at once, but each frame notes a moment of its own. */
const SHOWN_TOGETHER_MS = 500;

// One session-storage key a frame: each report is one atomic write, so that frames cannot undo each other and
// nothing is lost when the worker stops. Session storage ends with the browser.

/** What the keys of a tab's frames start with. */
export const prefixOf = (tabId: number) => `frame:${tabId}:`;

/** The key of a frame's report. */
export const keyOf = (tabId: number, frameId: number) => `${prefixOf(tabId)}${frameId}`;

/**
 * The frames of a tab's present document, the top frame first. A frame whose document was shown before the top one's
 * belongs to a page that the tab has left.
 */
export async function framesOf(tabId: number): Promise<ReportedFrame[]> {
  const frames = await storedFrames(tabId);
  const top = frames.find((frame) => frame.frameId === 0);
  return frames.filter((frame) => !top || frame.report.shownAt >= top.report.shownAt - SHOWN_TOGETHER_MS);
}

/** All frames that are stored for a tab, those of a page that it has left as well. */
export async function storedFrames(tabId: number): Promise<ReportedFrame[]> {
  const stored = await api.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefixOf(tabId)))
    .map(([key, report]) => ({
      frameId: Number(key.slice(prefixOf(tabId).length)),
      report: report as FrameReport,
    }))
    .sort((a, b) => a.frameId - b.frameId);
}

/** Adds up what the frames have: their cards, heaviest first. */
export function addUp(
  frames: readonly ReportedFrame[],
): Pick<TabReport, 'total' | 'cards' | 'hasUnreadCode'> {
  const cards = new Map<string, CardCount>();
  let total = 0;
  for (const { report } of frames)
    for (const { card, count, weight } of report.cards) {
      const known = cards.get(card);
      cards.set(card, { card, count: count + (known?.count ?? 0), weight: weight + (known?.weight ?? 0) });
      total += count;
    }
  return {
    total,
    cards: [...cards.values()].sort((a, b) => b.weight - a.weight || a.card.localeCompare(b.card)),
    hasUnreadCode: frames.some(({ report }) => report.hasUnreadCode),
  };
}
