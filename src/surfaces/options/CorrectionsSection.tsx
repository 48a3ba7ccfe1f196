import type { Correction } from '../../core/corrections';
import type { CardLine } from '../../pack/outline';
import { t } from '../../platform/text';
import { siteLabel } from '../../settings/site-label';
import { RichText } from '../../ui/RichText';
import { CardName } from './CardName';
import { ChoiceSection } from './ChoiceSection';
import type { CorrectionsProps } from './ports';

/**
 * Corrections that hold on one site each: a wrong sense, or no term at all.
 * @param props the corrections, the pack's cards by id, and what undoing does
 * @returns a section
 */
export function CorrectionsSection({ corrections, cards, onUndo }: CorrectionsProps) {
  const choices = corrections
    .filter((correction) => correction.kind !== 'known')
    .map((correction) => ({
      id: correction.id,
      what: <Explanation correction={correction} cards={cards} />,
      site: correction.site,
      at: correction.at,
      label: t('options_undo_on_site', correction.surface, siteLabel(correction.site)),
      undo: () => onUndo(correction.id, outcomeOf(correction, cards)),
    }));
  return (
    <ChoiceSection
      id="corrections"
      title={t('options_corrections')}
      lead={t('options_corrections_lead')}
      empty={
        <RichText
          of="options_corrections_empty"
          nodes={[<b>{t('correct_wrong')}</b>, <b>{t('correct_never')}</b>]}
        />
      }
      action={t('options_undo')}
      choices={choices}
    />
  );
}

type OnSite = Exclude<Correction, { readonly kind: 'known' }>;
type CardsById = ReadonlyMap<string, CardLine>;

function Explanation({ correction, cards }: { correction: OnSite; cards: CardsById }) {
  const form = <SurfaceForm>{correction.surface}</SurfaceForm>;
  if (correction.kind === 'never') return <RichText of="options_not_a_term" nodes={[form]} />;
  const card = <CardName card={cards.get(correction.card)} id={correction.card} />;
  return <RichText of="options_not_this" nodes={[form, card]} />;
}

/** The words of a page, in whatever script. */
function SurfaceForm({ children }: { children: string }) {
  return (
    <span class="form">
      <RichText of="quoted" nodes={[<bdi>{children}</bdi>]} />
    </span>
  );
}

/** What holds once a correction is undone. */
function outcomeOf(correction: OnSite, cards: CardsById) {
  const site = siteLabel(correction.site);
  if (correction.kind === 'never') return t('options_may_be_term', correction.surface, site);
  const card = <CardName card={cards.get(correction.card)} id={correction.card} />;
  return <RichText of="options_may_mean" nodes={[correction.surface, site, card]} />;
}
