import type { Evidence } from '../core/evidence';
import { formatNumber, t } from '../platform/text';

/** Number of the page's words in the summary. */
const MAX_IN_SUMMARY = 2;

/** A piece of evidence as a sentence, with its weight. */
interface Reason {
  readonly text: string;
  readonly weight: number;
}

/**
 * Describes a piece of evidence in a sentence.
 * @param own id of the card that the mention is linked to
 * @param nameOf a card's name by its id
 */
function describeEvidence(
  { kind, text, weight }: Evidence,
  own: string,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'form':
      if (weight > 0) return t('why_form_alone', text);
      return t(weight > -3 ? 'why_form_open' : 'why_form_mostly', text);
    case 'cue':
      return t('why_cue', text);
    case 'subject':
      return t('why_subject', text);
    case 'card':
      if (text !== own) return t('why_card_also', nameOf(text));
      return t(weight > 0 ? 'why_card_itself' : 'why_card_opposed', nameOf(text));
    case 'title':
      return t('why_title_word', text);
    case 'name':
      return t('why_longer_name', text);
    case 'against':
      return t('why_against', text);
  }
}

/** The form's own evidence, then the rest by descending absolute weight. */
function reasonsOf(evidence: readonly Evidence[], own: string, nameOf: (id: string) => string): Reason[] {
  const [form, ...others] = [
    ...evidence.filter(({ kind }) => kind === 'form'),
    ...evidence
      .filter(({ kind }) => kind !== 'form')
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  ];
  return [...(form ? [form] : []), ...others].map((piece) => ({
    text: describeEvidence(piece, own, nameOf),
    weight: piece.weight,
  }));
}

const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${formatNumber(Math.abs(weight))}`;

/**
 * Explains why a mention was linked to its card: each piece of evidence with its weight.
 * @param props the evidence, the card's id, and the names of the cards in the evidence, by id
 * @returns a `details` element
 */
export function EvidenceDetails({
  evidence,
  card,
  names,
}: {
  evidence: readonly Evidence[];
  card: string;
  names: Readonly<Record<string, string>>;
}) {
  const nameOf = (id: string) => names[id] ?? id.replaceAll('-', ' ');
  const strongest = evidence
    .filter(({ kind, weight }) => (kind === 'cue' || kind === 'subject') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_IN_SUMMARY);
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return (
    <details class="why">
      <summary>
        {t('why_title')}
        {strongest.map(({ text }) => (
          <q key={text}>{text}</q>
        ))}
      </summary>
      <ul>
        {reasonsOf(evidence, card, nameOf).map(({ text, weight }) => (
          <li key={text}>
            <span>{text}</span> <span class="weight">{signed(weight)}</span>
          </li>
        ))}
      </ul>
      <p>{t('why_sum', signed(sum))}</p>
    </details>
  );
}
