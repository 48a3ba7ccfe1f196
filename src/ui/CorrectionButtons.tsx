import { useEffect, useId, useRef } from 'preact/hooks';
import { CORRECTION_KINDS, type CorrectionKind } from '../core/corrections';
import { t } from '../platform/text';

export interface CorrectionButtonsProps {
  /** The surface form of the mention. */
  surface: string;
  /** Why the last correction could not be stored, as a sentence. */
  problem?: string | undefined;
  onCorrect: (kind: CorrectionKind) => void;
}

/**
 * Buttons that correct a mention. Corrections can be undone on the options page.
 * @param props the surface form, the last problem, and an event handler
 * @returns a group of buttons
 */
export function CorrectionButtons({ surface, problem, onCorrect }: CorrectionButtonsProps) {
  const labelId = useId();
  const alert = useRef<HTMLParagraphElement>(null);
  // The group is last in the scrolling part of the card, so the message may be below the fold.
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
