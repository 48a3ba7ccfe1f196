import type { Undo } from '../pack/card';
import { CitedText } from './Citation';
import { StanceLabel } from './StanceLabel';

export interface UndoListProps {
  undo: readonly Undo[];
  /** BCP 47 tag of the texts' own language. */
  language: string;
  /** Opens the card of a risk; without it, no risk is linked. */
  onOpenCard?: ((id: string) => void) | undefined;
}

/**
 * The risks that would undo what a card says, each with the way to the card about the risk.
 * @param props the risks, their language, and an event handler
 * @returns a list with one label
 */
export function UndoList({ undo, language, onOpenCard }: UndoListProps) {
  return (
    <div class="axis-row">
      <StanceLabel stance="risk" />
      <div class="says">
        {undo.map(({ risk, card, text, cite }) => (
          <div key={card}>
            <CitedText id={text} text={text} cite={cite} language={language} />
            {onOpenCard && (
              <p class="more" lang={language}>
                <button type="button" class="link" data-card={card} onClick={() => onOpenCard(card)}>
                  {risk}
                </button>
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
