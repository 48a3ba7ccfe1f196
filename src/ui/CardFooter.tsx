import { t } from '../platform/text';
import { ActionIcon } from './Icon';
import { IconButton } from './IconButton';

export interface CardFooterProps {
  /** `index` counts from 1 among `total` mentions; 0 before any mention was shown. */
  position?: { index: number; total: number } | undefined;
  onStep?: ((direction: 1 | -1) => void) | undefined;
  onOpenPanel?: (() => void) | undefined;
  onCopy?: (() => void) | undefined;
  /** What came of the last action, in words. */
  outcome?: string | undefined;
}

/**
 * What can be done with a card, below it; nothing where nothing can.
 * @param props the card's place among its mentions, what the buttons do, and what came of the last press
 * @returns a `footer`
 */
export function CardFooter({ position, onStep, onOpenPanel, onCopy, outcome }: CardFooterProps) {
  if (!(position && onStep) && !onCopy && !onOpenPanel) return null;
  return (
    <footer>
      {position && onStep && <Stepper position={position} onStep={onStep} />}
      {(onCopy || onOpenPanel) && (
        <div class="actions">
          {onOpenPanel && (
            <button type="button" class="text-button" onClick={onOpenPanel}>
              <ActionIcon name="panel" />
              {t('card_open_panel')}
            </button>
          )}
          {onCopy && <IconButton icon="copy" label={t('card_copy')} onPress={onCopy} />}
        </div>
      )}
      {/* A screen reader is told of it elsewhere, and once. */}
      {outcome && (
        <span class="outcome" aria-hidden="true">
          {outcome}
        </span>
      )}
    </footer>
  );
}

interface StepperProps {
  position: { index: number; total: number };
  onStep: (direction: 1 | -1) => void;
}

function Stepper({ position: { index, total }, onStep }: StepperProps) {
  const onlyOneShown = total === 1 && index === 1;
  return (
    <div class="stepper">
      <IconButton
        icon="previous"
        label={t('previous_mention')}
        disabled={onlyOneShown}
        onPress={() => onStep(-1)}
      />
      <span class="count">{index === 0 ? t('on_this_page', total) : t('card_position', index, total)}</span>
      <IconButton icon="next" label={t('next_mention')} disabled={onlyOneShown} onPress={() => onStep(1)} />
    </div>
  );
}
