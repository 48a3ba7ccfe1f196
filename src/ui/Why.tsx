import type { Evidence } from '../core/evidence';

/** One reason, as the reader reads it. */
interface Reason {
  readonly words: string;
  readonly weight: number;
}

const quoted = (text: string) => `“${text}”`;

/**
 * Says a piece of evidence in words.
 * @param nameOf a card's name by its id
 */
function describeEvidence(
  { kind, text, weight }: Evidence,
  own: string,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'form':
      if (weight > 0) return `${quoted(text)} hardly means anything else`;
      return weight > -3
        ? `${quoted(text)} has other senses, so the words around it decide`
        : `${quoted(text)} mostly means something else`;
    case 'cue':
      return `${quoted(text)} stands near it`;
    case 'subject':
      return `${quoted(text)} is a word of the subject`;
    case 'card':
      return text === own
        ? `${nameOf(text)} is certain elsewhere on this page`
        : `${nameOf(text)} is mentioned here too`;
    case 'title':
      return `${quoted(text)} stands in the title, a heading or the address`;
    case 'name':
      return `it may be part of a longer name, ${quoted(text)}`;
    case 'against':
      return `${quoted(text)} speaks for another sense`;
  }
}

/** Reasons that weigh most first; the form's own, with which all starts, before them. */
function reasonsOf(evidence: readonly Evidence[], own: string, nameOf: (id: string) => string): Reason[] {
  const [form, ...others] = [
    ...evidence.filter(({ kind }) => kind === 'form'),
    ...evidence
      .filter(({ kind }) => kind !== 'form')
      .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  ];
  return [...(form ? [form] : []), ...others].map((piece) => ({
    words: describeEvidence(piece, own, nameOf),
    weight: piece.weight,
  }));
}

const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight)}`;

/**
 * Lists why a mention was linked to its card, in words, each reason with its weight.
 * @param props what spoke for and against it, the card's id, and the names of the cards in it
 * @returns a list that opens on demand
 */
export function Why({
  evidence,
  card,
  names,
}: {
  evidence: readonly Evidence[];
  card: string;
  names: Readonly<Record<string, string>>;
}) {
  const nameOf = (id: string) => names[id] ?? id.replaceAll('-', ' ');
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return (
    <details class="why">
      <summary>Why this card?</summary>
      <ul>
        {reasonsOf(evidence, card, nameOf).map(({ words, weight }) => (
          <li key={words}>
            <span>{words}</span> <span class="weight">{signed(weight)}</span>
          </li>
        ))}
      </ul>
      <p>Together {signed(sum)}. A term is linked from 0 up.</p>
    </details>
  );
}
