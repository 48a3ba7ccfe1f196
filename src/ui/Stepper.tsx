import { t } from '../platform/text';
import { IconButton } from './IconButton';

export interface StepperProps {
  /** `index` counts from 1 among `total` mentions; 0 before any mention was shown. */
  position: { index: number; total: number };
  onStep: (direction: 1 | -1) => void;
}

/**
 * The way between a card's mentions on the page.
 * @param props the position and an event handler
 * @returns the position, and two buttons behind it
 */
export function Stepper({ position: { index, total }, onStep }: StepperProps) {
  const onlyOneShown = total === 1 && index === 1;
  return (
    <div class="stepper">
      <span class="count">{index === 0 ? t('on_this_page', total) : t('card_position', index, total)}</span>
      <IconButton
        icon="previous"
        label={t('previous_mention')}
        disabled={onlyOneShown}
        onPress={() => onStep(-1)}
      />
      <IconButton icon="next" label={t('next_mention')} disabled={onlyOneShown} onPress={() => onStep(1)} />
    </div>
  );
}
