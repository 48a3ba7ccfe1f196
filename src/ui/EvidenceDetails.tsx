import type { ComponentChildren } from 'preact';
import type { Evidence } from '../core/evidence';
import { formatNumber, t } from '../platform/text';
import { RichText } from './RichText';

/** Number of the page's words in the summary. */
const MAX_IN_SUMMARY = 2;

/** A piece of evidence as a sentence, with its weight. */
interface Reason {
  readonly key: string;
  readonly text: ComponentChildren;
  readonly weight: number;
}

/**
 * Describes a piece of evidence in a sentence.
 * @param own id of the card that the mention is linked to
 * @param name the name of a card by its id
 */
function describeEvidence(
  { kind, text, weight }: Evidence,
  own: string,
  name: (id: string) => ComponentChildren,
): ComponentChildren {
  switch (kind) {
    case 'form':
      if (weight > 0) return t('why_form_alone', text);
      return t(weight > -3 ? 'why_form_open' : 'why_form_mostly', text);
    case 'cue':
      return t('why_cue', text);
    case 'subject':
      return t('why_subject', text);
    case 'card':
      if (text !== own) return <RichText of="why_card_also" nodes={[name(text)]} />;
      return <RichText of={weight > 0 ? 'why_card_itself' : 'why_card_opposed'} nodes={[name(text)]} />;
    case 'title':
      return t('why_title_word', text);
    case 'name':
      return t('why_longer_name', text);
    case 'against':
      return t('why_against', text);
  }
}

/** The form's own evidence, then the rest by descending absolute weight. */
function reasonsOf(
  evidence: readonly Evidence[],
  own: string,
  name: (id: string) => ComponentChildren,
): Reason[] {
  const [form, ...others] = [
    ...evidence.filter(({ kind }) => kind === 'form'),
    ...evidence
      .filter(({ kind }) => kind !== 'form')
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  ];
  return [...(form ? [form] : []), ...others].map((piece) => ({
    key: `${piece.kind} ${piece.text}`,
    text: describeEvidence(piece, own, name),
    weight: piece.weight,
  }));
}

const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${formatNumber(Math.abs(weight))}`;

/**
 * Explains why a mention was linked to its card: each piece of evidence with its weight.
 * @param props the evidence, the card's id, the names of the cards in the evidence by id, and the names' language
 * @returns a `details` element
 */
export function EvidenceDetails({
  evidence,
  card,
  names,
  language,
}: {
  evidence: readonly Evidence[];
  card: string;
  names: Readonly<Record<string, string>>;
  /** BCP 47 tag of the names. */
  language: string;
}) {
  const nameOf = (id: string) => <span lang={language}>{names[id] ?? id.replaceAll('-', ' ')}</span>;
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
        {reasonsOf(evidence, card, nameOf).map(({ key, text, weight }) => (
          <li key={key}>
            <span>{text}</span> <span class="weight">{signed(weight)}</span>
          </li>
        ))}
      </ul>
      <p>{t('why_sum', signed(sum))}</p>
    </details>
  );
}
