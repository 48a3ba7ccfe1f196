import { useRef } from 'preact/hooks';
import type { Card } from '../../pack/card';
import type { View } from '../../protocol/reading-port';
import type { TabReport } from '../../protocol/reports';
import { groupRows, type PanelRows } from './rows';

/**
 * The page's cards, grouped; the leading one stays while it is in the viewport.
 * @param view the page's viewport; null where it is unknown
 * @param cards the pack's cards
 * @returns undefined where the page has no cards
 */
export function useRows(
  view: View | null,
  report: TabReport | null,
  cards: readonly Card[],
): PanelRows | undefined {
  const lead = useRef<string | undefined>(undefined);
  if (report?.state !== 'read' || report.total === 0) return undefined;
  const rows = groupRows(view, report, cards, lead.current);
  lead.current = rows.lead?.card.id;
  return rows;
}
