import { useEffect, useId, useRef } from 'preact/hooks';
import type { CorrectionKind } from '../core/corrections';

export interface CorrectingProps {
  /** The surface form that the card stands open for. */
  surface: string;
  /** Why the last correction could not be kept, in words. */
  problem?: string | undefined;
  onCorrect: (kind: CorrectionKind) => void;
}

/** What each button says, and what it does, in full. */
const CHOICES: readonly { kind: CorrectionKind; label: string; meaning: (surface: string) => string }[] = [
  {
    kind: 'wrong',
    label: 'Wrong sense here',
    meaning: (surface) => `On this site, do not link “${surface}” to this card`,
  },
  {
    kind: 'never',
    label: 'Not a term here',
    meaning: (surface) => `On this site, never take “${surface}” for a term`,
  },
  {
    kind: 'known',
    label: 'I know this term',
    meaning: () => 'Underline it nowhere any more; the popup and the keyboard still reach it',
  },
];

/**
 * What the reader may say against a card. All of it can be undone on the options page.
 * @param props the surface form, what went wrong before, and what a press does
 * @returns a group of buttons
 */
export function Correcting({ surface, problem, onCorrect }: CorrectingProps) {
  const labelId = useId();
  const words = useRef<HTMLParagraphElement>(null);
  // The group ends what scrolls in the card: what comes in below it would be out of sight.
  useEffect(() => {
    if (problem) words.current?.scrollIntoView?.({ block: 'nearest' });
  }, [problem]);
  return (
    <fieldset class="correcting" aria-labelledby={labelId}>
      <span id={labelId}>Not right?</span>
      {CHOICES.map(({ kind, label, meaning }) => (
        <button
          key={kind}
          type="button"
          class="choice"
          title={meaning(surface.replace(/\s+/g, ' '))}
          onClick={() => onCorrect(kind)}
        >
          {label}
        </button>
      ))}
      {problem && (
        <p ref={words} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
