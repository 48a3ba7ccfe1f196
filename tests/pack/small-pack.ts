import { ArgumentSource, FiguresSource } from '../../src/pack/argument-schema';
import type { AuthoredPack } from '../../src/pack/authored-pack';
import { type Authored, type Problem, parseAuthored } from '../../src/pack/parse';
import { CardSource, PackSource } from '../../src/pack/schema';

export const PACK_YAML = `id: small
name: A small pack
language: en
source:
  title: On chips
  author: A. Writer
  sections:
    - { id: opening, title: How it opens, name: Opening, paragraphs: 2 }
    - { id: ending, title: How it ends, name: Ending, paragraphs: 1 }
subject: [chip, GPU]
attribution: [the analysis, the author]
`;

/** A sound card, line by line, so that tests can tell in which line they broke it. */
export const CHIP_YAML = `id: chip
name: A chip
kind: chip
layer: silicon
party: maker
definition: What the maker makes.
aliases:
  - { form: Chipium, tier: alone }
  - { form: Chip, tier: with-evidence }
evidence:
  for: [wafer]
  against: [potato]
statements:
  - stance: fact
    text: The analysis says that it is made.
    cite: { section: opening, paragraph: 2 }
relations:
  - type: part of
    card: maker
    because: the maker makes it
    cite: { section: ending, paragraph: 1 }
links:
  - Chipium is fast.
  - A wafer holds Chip and Chip.
  - The wafer was a Chip.
leaves:
  - The potato was a Chip.
`;

export const MAKER_YAML = CHIP_YAML.replace('id: chip', 'id: maker')
  .replace('name: A chip', 'name: The Maker')
  .replace('kind: chip', 'kind: company')
  .replace('party: maker\n', '')
  .replace('Chipium, tier', 'Makium, tier')
  .replace('form: Chip,', 'form: Maker,')
  .replace('card: maker', 'card: chip');

/** A sound argument about the two cards. */
export const ARGUMENT_YAML = `thesis:
  name: Chips matter
  stance: claim
  text: Who makes chips keeps the margin.
  cite: { section: opening, paragraph: 1 }
  cards: [chip]
parts:
  - { id: all, name: All, sections: [opening, ending], about: chips, keyCards: [chip] }
frameworks:
  - id: wheel
    name: The wheel
    lead: Turns by
    shape: cycle
    points:
      - name: Make
        stance: claim
        text: The maker makes it.
        cite: { section: opening, paragraph: 2 }
        cards: [maker]
        transition: made things are sold
      - name: Sell
        stance: risk
        text: Nobody may want it.
        cite: { section: ending, paragraph: 1 }
        cards: [chip]
        ties:
          - { type: undermines, card: maker, because: it would earn nothing }
stack:
  layers:
    - { layer: silicon, name: Silicon, question: whose chip }
  parties:
    - name: The maker
      cards: [maker]
      holds:
        - { layer: silicon, hold: owned, note: made here, cards: [chip], cite: { section: opening, paragraph: 2 } }
`;

export const FIGURES_YAML = `- id: price
  name: five to ten dollars
  quantity: money
  from: 5
  to: 10
  unit: USD
  subject: what a chip costs
  card: chip
  parties: [maker]
  near: [price, cost]
  cite:
    - { section: ending, paragraph: 1 }
`;

/** Reads files that are sound one by one. */
export function authorPack(
  cards: Readonly<Record<string, string>>,
  { argument, figures }: { readonly argument?: string; readonly figures?: string } = {},
): AuthoredPack {
  return {
    pack: authored('pack.yaml', PACK_YAML, PackSource),
    cards: Object.entries(cards).map(([file, text]) => authored(file, text, CardSource)),
    argument: argument === undefined ? undefined : authored('argument.yaml', argument, ArgumentSource),
    figures: figures === undefined ? undefined : authored('figures.yaml', figures, FiguresSource),
  };
}

function authored<T>(
  file: string,
  text: string,
  schema: Parameters<typeof parseAuthored<T>>[2],
): Authored<T> {
  const parsed = parseAuthored(file, text, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('; '));
  return parsed.authored;
}

/** Replaces what must be there. */
export function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`There is no “${from}” to replace.`);
  return text.replace(from, to);
}

/** A problem as an author reads it: `file:line field: message`. */
export const written = ({ file, line, field, message }: Problem) => `${file}:${line} ${field}: ${message}`;
