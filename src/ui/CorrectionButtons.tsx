import { useEffect, useId, useRef } from 'preact/hooks';
import { CORRECTION_KINDS, type CorrectionKind } from '../core/corrections';
import { t } from '../platform/text';

export interface CorrectionButtonsProps {
  /** The surface form that the card stands open for. */
  surface: string;
  /** Why the last correction could not be kept, in words. */
  problem?: string | undefined;
  onCorrect: (kind: CorrectionKind) => void;
}

/**
 * What the reader may say against a card. All of it can be undone on the options page.
 * @param props the surface form, what went wrong before, and what a press does
 * @returns a group of buttons
 */
export function CorrectionButtons({ surface, problem, onCorrect }: CorrectionButtonsProps) {
  const labelId = useId();
  const alert = useRef<HTMLParagraphElement>(null);
  // The group ends what scrolls in the card: what comes in below it would be out of sight.
  useEffect(() => {
    if (problem) alert.current?.scrollIntoView?.({ block: 'nearest' });
  }, [problem]);
  return (
    <fieldset class="correcting" aria-labelledby={labelId}>
      <span id={labelId}>{t('correct_title')}</span>
      {CORRECTION_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="choice"
          title={t(`correct_${kind}_meaning`, surface.replace(/\s+/g, ' '))}
          onClick={() => onCorrect(kind)}
        >
          {t(`correct_${kind}`)}
        </button>
      ))}
      {problem && (
        <p ref={alert} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
