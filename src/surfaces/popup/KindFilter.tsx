import { useState } from 'preact/hooks';
import type { Kind } from '../../pack/schema';
import { formatNumber, t } from '../../platform/text';
import { kindName } from '../../ui/names';
import type { KindCount } from './model';

/** Number of kinds that are visible before the row is expanded. */
const SHOWN_FIRST = 3;

export interface KindFilterProps {
  /** Every kind of the pack with its number of listed cards, the page's most frequent kind first. */
  kinds: readonly KindCount[];
  /** The only kind that is listed; null for all. */
  chosen: Kind | null;
  onChoose: (kind: Kind | null) => void;
}

/**
 * Filters the list by kind. A toolbar with a roving tab index (WAI-ARIA Authoring Practices).
 * @param props the kinds with their counts, and an event handler
 * @returns a row of buttons
 */
export function KindFilter({ kinds, chosen, onChoose }: KindFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const first = kinds.slice(0, SHOWN_FIRST);
  const others = kinds.filter((each) => !first.includes(each));
  const shown = isOpen ? kinds : [...first, ...others.filter(({ kind }) => kind === chosen)];
  const hidden = kinds.filter((each) => !shown.includes(each));
  const total = sum(kinds);
  const isFoldable = others.length > 0 && (isOpen || hidden.length > 0);
  const reachable = Math.min(current, shown.length + (isFoldable ? 1 : 0));

  const chip = (index: number, kind: Kind | null, count: number) => (
    <button
      key={kind ?? 'all'}
      type="button"
      class="chip"
      aria-pressed={kind === chosen}
      tabIndex={index === reachable ? 0 : -1}
      onFocus={() => setCurrent(index)}
      onClick={() => onChoose(kind === chosen ? null : kind)}
    >
      {kind === null ? t('popup_every_kind') : kindName(kind)} <span>{formatNumber(count)}</span>
    </button>
  );

  return (
    <div class="kinds" role="toolbar" aria-label={t('popup_kinds')} onKeyDown={moveFocus}>
      {chip(0, null, total)}
      {shown.map(({ kind, count }, index) => chip(index + 1, kind, count))}
      {isFoldable && (
        <button
          type="button"
          class="chip"
          aria-expanded={isOpen}
          tabIndex={reachable === shown.length + 1 ? 0 : -1}
          onFocus={() => setCurrent(shown.length + 1)}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'popup_fewer_kinds' : 'popup_more_kinds')}{' '}
          {!isOpen && sum(hidden) > 0 && <span>{formatNumber(sum(hidden))}</span>}
        </button>
      )}
    </div>
  );
}

/** Moves the focus between the buttons of a toolbar with the arrow keys, Home and End. */
function moveFocus(event: KeyboardEvent): void {
  const toolbar = event.currentTarget as HTMLElement;
  const buttons = [...toolbar.querySelectorAll('button')];
  const forward = getComputedStyle(toolbar).direction === 'rtl' ? -1 : 1;
  const index = buttons.indexOf(event.target as HTMLButtonElement);
  const next = {
    ArrowRight: index + forward,
    ArrowLeft: index - forward,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus();
}

const sum = (kinds: readonly KindCount[]) => kinds.reduce((total, { count }) => total + count, 0);
