import type { Card } from '../pack/card';
import { t } from '../platform/text';
import { CardMenu, type CardMenuProps } from './CardMenu';
import { KindIcon } from './Icon';
import { IconButton } from './IconButton';
import { kindName } from './names';
import { Stepper, type StepperProps } from './Stepper';

export interface CardBarProps {
  card: Card;
  /** Whether the name has been scrolled away: it takes the place of kind and party. */
  isScrolled: boolean;
  pinned: boolean | undefined;
  /** Undefined where the card is about no mention, or where the way between mentions is elsewhere. */
  stepper: StepperProps | undefined;
  menu: CardMenuProps | undefined;
  onPin: (() => void) | undefined;
  onClose: (() => void) | undefined;
  /** Set where there is a list to return to. */
  onBack: (() => void) | undefined;
}

/**
 * The one row above what scrolls in a card. Seen from its end, every button has its place whatever the card.
 * @param props the card, its state, and event handlers; a button without a handler is left out
 * @returns a `header`
 */
export function CardBar({ card, isScrolled, pinned, stepper, menu, onPin, onClose, onBack }: CardBarProps) {
  return (
    <header class={isScrolled ? 'bar scrolled' : 'bar'}>
      {onBack && <IconButton icon="back" label={t('card_back')} onPress={onBack} />}
      <p class="kicker">
        {isScrolled ? (
          // The heading is still there for assistive technology.
          <b aria-hidden="true" lang={card.language}>
            {card.name}
          </b>
        ) : (
          <>
            <KindIcon kind={card.kind} />
            <span>{kindName(card.kind)}</span>
            {/* A company is its own party: once is enough. */}
            {card.party && card.party !== card.name && <span lang={card.language}>{card.party}</span>}
          </>
        )}
      </p>
      {stepper && <Stepper {...stepper} />}
      {stepper && (onPin || menu || onClose) && <span class="rule" />}
      {onPin && (
        <IconButton
          icon={pinned ? 'unpin' : 'pin'}
          label={t(pinned ? 'card_unpin' : 'card_pin')}
          lit={pinned === true}
          onPress={onPin}
        />
      )}
      {menu && <CardMenu {...menu} />}
      {onClose && (
        <IconButton icon="close" label={t('card_close')} title={t('card_close_by_key')} onPress={onClose} />
      )}
    </header>
  );
}
