import { ArgumentSource, FiguresSource } from '../../src/pack/argument-schema';
import type { AuthoredPack } from '../../src/pack/authored-pack';
import { type Authored, type Problem, parseAuthored } from '../../src/pack/parse';
import { CardSource, PackSource, TextSource } from '../../src/pack/schema';

export const PACK_YAML = `id: small
name: A small pack
language: en
dealHeading: On the market
subject: [chip, GPU]
`;

export const SOURCE_YAML = `title: "On chips: a study of the market"
shortTitle: On chips
author: A. Writer
sections:
  - { id: opening, title: How it opens, name: Opening, paragraphs: [Chips are cut., Chips are sold.] }
  - { id: ending, title: How it ends, name: Ending, paragraphs: [Chips may go unsold.] }
`;

/** A sound card, line by line, so that tests can tell in which line they broke it. */
export const CHIP_YAML = `id: chip
name: A chip
kind: chip
layer: silicon
party: maker
short: what the maker makes
definition: Chipium is what the maker makes.
deal: The maker lives on Chipium.
aliases:
  - { form: Chipium, tier: alone }
  - { form: Chip, tier: with-evidence }
evidence:
  for: [wafer]
  against: [potato]
statements:
  - stance: fact
    text: Each Chipium is cut from a wafer.
    cite: { section: opening, paragraph: 2 }
relations:
  - type: part of
    card: maker
    because: the maker makes Chipium
    cite: { section: ending, paragraph: 1 }
links:
  - Chipium is fast.
  - A wafer holds Chip and Chip.
  - The wafer was a Chip.
leaves:
  - The potato was a Chip.
`;

/** A chip of another id, with a form and sentences of its own. */
export const chipNamed = (id: string) =>
  CHIP_YAML.replace('id: chip', `id: ${id}`)
    .replaceAll('Chipium', `${id}ium`)
    .replace('form: Chip,', `form: ${id},`);

export const MAKER_YAML = CHIP_YAML.replace('id: chip', 'id: maker')
  .replace('name: A chip', 'name: The Maker')
  .replace('kind: chip', 'kind: company')
  .replace('party: maker\n', '')
  .replaceAll('Chipium', 'Makium')
  .replace('form: Chip,', 'form: Maker,')
  .replace('card: maker', 'card: chip');

/** A sound pack's cards, by the names of their files. */
export const CARDS = { 'cards/chip.yaml': CHIP_YAML, 'cards/maker.yaml': MAKER_YAML };

/** The chip with the argument's risk in words of its own. */
export const RISKY_CHIP_YAML = CHIP_YAML.replace(
  'relations:',
  'undo:\n  - risk: unsold\n    text: Chipium is worthless if buyers stay away.\nrelations:',
);

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
      - id: made
        name: Make
        stance: claim
        text: The maker cuts wafers.
        cite: { section: opening, paragraph: 2 }
        cards: [maker]
        transition: made things are sold
      - id: unsold
        name: Sell
        stance: risk
        text: Nobody may want chips.
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

/** The files of a pack besides its cards: what is left out is sound, or not there if it is optional. */
interface OtherFiles {
  readonly pack?: string;
  readonly source?: string;
  readonly argument?: string;
  readonly figures?: string;
}

/** Reads files that are sound one by one. */
export function authorPack(
  cards: Readonly<Record<string, string>>,
  { pack = PACK_YAML, source = SOURCE_YAML, argument, figures }: OtherFiles = {},
): AuthoredPack {
  return {
    pack: authored('pack.yaml', pack, PackSource),
    source: authored('source.yaml', source, TextSource),
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
