import { t } from '../../platform/text';
import { KindIcon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { CardName } from './CardName';
import { ChoiceSection } from './ChoiceSection';
import type { CorrectionsProps } from './ports';

/**
 * The terms that the reader knows, which are not underlined.
 * @param props the corrections, the pack's cards by id, and what undoing does
 * @returns a section
 */
export function KnownSection({ corrections, cards, onUndo }: CorrectionsProps) {
  const choices = corrections
    .filter((correction) => correction.kind === 'known')
    .map((correction) => {
      const card = cards.get(correction.card);
      const name = card?.name ?? correction.card;
      const shown = <CardName card={card} id={correction.card} />;
      return {
        id: correction.id,
        what: (
          <>
            {card && <KindIcon kind={card.kind} />}
            {shown}
          </>
        ),
        at: correction.at,
        label: t('options_undo_known', name),
        undo: () => onUndo(correction.id, <RichText of="options_underlined" nodes={[shown]} />),
      };
    });
  return (
    <ChoiceSection
      id="known"
      title={t('options_known')}
      lead={t('options_known_lead')}
      empty={<RichText of="options_known_empty" nodes={[<b>{t('correct_known')}</b>]} />}
      action={t('options_undo')}
      choices={choices}
    />
  );
}
