import type { Label, LabelledText } from './labelled';

/** A span that a spotter links to a card. */
export interface Linked {
  readonly start: number;
  readonly end: number;
  readonly card: string;
}

/** Finds the mentions of a labelled text. */
export type Spotter = (text: LabelledText) => readonly Linked[];

/** True and false positives, and false negatives. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** A wrong link, or a missing one: what was to be linked, and what was. Null stands for no card. */
export interface Fault {
  readonly expected: string | null;
  readonly got: string | null;
  /** The form whose sense was mistaken. */
  readonly form: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a spotter did on labelled texts. */
export interface Score {
  readonly all: Counts;
  /** Over cards of which some form is labelled as another sense. */
  readonly ambiguous: Counts;
  readonly byCard: ReadonlyMap<string, Counts>;
  readonly faults: readonly Fault[];
  /** Links on spans that nobody has labelled. They are not scored. */
  readonly unlisted: number;
}

/** Names that texts off the subject are full of: a text that is not about it need not link them. */
const HOUSEHOLD = new Set(
  (
    'amazon aws google microsoft openai nvidia meta oracle ibm azure gcp ftc energy-procurement data-sovereignty moat ' +
    'divestiture vertical-integration'
  ).split(' '),
);

const none = (): Counts => ({ tp: 0, fp: 0, fn: 0 });

/**
 * Scores a spotter. A label inside a longer link is not scored, nor is an optional one, nor a household name that must
 * link in a text that is not about the subject.
 */
export function score(texts: readonly LabelledText[], spotter: Spotter): Score {
  const all = none();
  const byCard = new Map<string, Counts>();
  const faults: Fault[] = [];
  let unlisted = 0;
  const add = (kind: keyof Counts, card: string) => {
    all[kind]++;
    const counts = byCard.get(card) ?? none();
    counts[kind]++;
    byCard.set(card, counts);
  };
  for (const text of texts) {
    const links = spotter(text);
    const seen = new Set<Linked>();
    for (const label of text.mentions) {
      const over = links.filter((link) => link.start < label.end && label.start < link.end);
      for (const link of over) seen.add(link);
      const fault = (expected: string | null, got: string | null) =>
        faults.push({ expected, got, form: formOf(text, label), text: text.text, ...spanOf(label) });
      if (label.label === 'optional') continue;
      if (label.label === 'no') {
        const [wrong] = over;
        if (!wrong) continue;
        add('fp', wrong.card);
        fault(null, wrong.card);
        continue;
      }
      const card = label.card ?? '';
      if (text.kind !== 'positive' && HOUSEHOLD.has(card)) continue;
      if (over.some((link) => link.card === card)) add('tp', card);
      else if (!over.some((link) => link.end - link.start > label.end - label.start)) {
        add('fn', card);
        fault(card, over[0]?.card ?? null);
        if (over[0]) add('fp', over[0].card);
      }
    }
    unlisted += links.filter((link) => !seen.has(link)).length;
  }
  const homographs = new Set(
    texts.flatMap(({ mentions }) => mentions.flatMap(({ notCard }) => notCard ?? [])),
  );
  const ambiguous = none();
  for (const [card, counts] of byCard)
    if (homographs.has(card)) for (const kind of ['tp', 'fp', 'fn'] as const) ambiguous[kind] += counts[kind];
  return { all, ambiguous, byCard, faults, unlisted };
}

const spanOf = ({ start, end }: Label) => ({ start, end });
const formOf = ({ text }: LabelledText, { start, end }: Label) => text.slice(start, end);

/** Share of the links that are right; 1 where there are none. */
export const precision = ({ tp, fp }: Counts) => (tp + fp === 0 ? 1 : tp / (tp + fp));
/** Share of the labels that are linked; 1 where there are none. */
export const recall = ({ tp, fn }: Counts) => (tp + fn === 0 ? 1 : tp / (tp + fn));
/** Harmonic mean of precision and recall. */
export const f1 = ({ tp, fp, fn }: Counts) => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));
