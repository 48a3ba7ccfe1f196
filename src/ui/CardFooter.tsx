import { t } from '../platform/text';
import { ActionIcon } from './Icon';
import { IconButton } from './IconButton';

export interface CardFooterProps {
  /** `index` counts from 1 among `total` mentions; 0 before any mention was shown. */
  position?: { index: number; total: number } | undefined;
  onStep?: ((direction: 1 | -1) => void) | undefined;
  onOpenPanel?: (() => void) | undefined;
  onCopy?: (() => void) | undefined;
  /** Outcome of the last action, as a sentence. */
  outcome?: string | undefined;
}

/**
 * Actions on a card: mentions, panel, copy.
 * @param props the position among the card's mentions, event handlers, and the outcome of the last action
 * @returns a `footer`; nothing where there is no action
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
      {/* The live region announces it to screen readers. */}
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
