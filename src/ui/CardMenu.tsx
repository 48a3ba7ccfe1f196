import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CORRECTION_KINDS, type CorrectionKind } from '../core/corrections';
import { t } from '../platform/text';
import { ActionIcon } from './Icon';
import type { ActionName } from './icon-paths';

/** What a card's menu offers; what is undefined is left out. */
export interface CardActionProps {
  onOpenPanel?: (() => void) | undefined;
  onCopy?: (() => void) | undefined;
  onOpenAtlas?: (() => void) | undefined;
  /** Leads to the evidence, at the card's end. */
  onWhy?: (() => void) | undefined;
  /** Set for a mention on the page, which the reader may correct. */
  correcting?: { surface: string; onCorrect: (kind: CorrectionKind) => void } | undefined;
}

export interface CardMenuProps extends CardActionProps {
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** Icons of the corrections. */
const CORRECTION_ICONS = { wrong: 'wrong', never: 'never', known: 'known' } as const satisfies Record<
  CorrectionKind,
  ActionName
>;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A button with the card's actions and corrections (ARIA Authoring Practices, menu button).
 * @param props whether it is open, and event handlers
 * @returns the button, and the menu below it while it is open
 */
export function CardMenu({ isOpen, onToggle, ...actions }: CardMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    if (isOpen) menu.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [isOpen]);
  const close = () => {
    button.current?.focus({ preventScroll: true });
    onToggle(false);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return onToggle(false);
    const all = items();
    const step = STEPS[event.key];
    const at = all.indexOf(event.target as HTMLButtonElement);
    if (event.key === 'Escape') close();
    else if (step) all.at((at + step) % all.length)?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <span class="menu-button">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={t('card_menu')}
        title={t('card_menu')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(!isOpen)}
      >
        <ActionIcon name="more" />
      </button>
      {isOpen && (
        <div ref={menu} id={id} class="menu" role="menu" aria-label={t('card_menu')} onKeyDown={handleKey}>
          <MenuItems {...actions} choose={choose} />
        </div>
      )}
    </span>
  );
}

function MenuItems({
  onOpenPanel,
  onCopy,
  onOpenAtlas,
  onWhy,
  correcting,
  choose,
}: CardActionProps & { choose: (act: () => void) => () => void }) {
  const items: readonly [ActionName, string, (() => void) | undefined][] = [
    ['panel', t('card_open_panel'), onOpenPanel],
    ['copy', t('card_copy'), onCopy],
    ['atlas', t('card_open_atlas'), onOpenAtlas],
    ['why', t('why_title'), onWhy],
  ];
  return (
    <>
      {items.map(
        ([icon, name, act]) =>
          act && (
            <button key={icon} type="button" role="menuitem" tabIndex={-1} onClick={choose(act)}>
              <ActionIcon name={icon} />
              <span>{name}</span>
            </button>
          ),
      )}
      {correcting && (
        <fieldset class="menu-group" aria-label={t('correct_title')}>
          <span class="menu-title" aria-hidden="true">
            {t('correct_title')}
          </span>
          {CORRECTION_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={choose(() => correcting.onCorrect(kind))}
            >
              <ActionIcon name={CORRECTION_ICONS[kind]} />
              <span>{t(`correct_${kind}`)}</span>
              <small>{t(`correct_${kind}_meaning`, correcting.surface.replace(/\s+/g, ' '))}</small>
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
