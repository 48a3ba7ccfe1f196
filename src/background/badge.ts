import { api } from '../platform/browser';
import { formatNumber } from '../platform/text';
import { addUp, framesOf } from './tab-reports';

/** What the badge shows of a number: it has room for four characters. */
export function badgeText(total: number): string {
  if (total === 0) return '';
  return total > 999 ? `${formatNumber(999)}+` : formatNumber(total);
}

/** Ink on amber, in both schemes. */
export async function paintBadge(): Promise<void> {
  await api.action.setBadgeBackgroundColor({ color: '#f2b33d' });
  await api.action.setBadgeTextColor({ color: '#15191e' });
}

/** Shows a tab's total on the toolbar button. A tab that is gone is no error. */
export async function updateBadge(tabId: number): Promise<void> {
  const { total } = addUp(await framesOf(tabId));
  await api.action.setBadgeText({ tabId, text: badgeText(total) }).catch(() => undefined);
}
