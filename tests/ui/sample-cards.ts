import type { Card, Citation, Paragraph, Relation, Source, Statement } from '../../src/pack/card';
import type { Kind, RelationType, Stance } from '../../src/pack/schema';

const SECTIONS: Readonly<Record<number, { section: string; title: string; name: string; of: number }>> = {
  1: { section: 'money', title: 'Three Ways to Pay for a Laboratory', name: 'Ways to pay', of: 4 },
  2: { section: 'chips', title: 'Chips as a Flywheel', name: 'Chips', of: 2 },
  3: { section: 'risks', title: 'What Might Go Wrong', name: 'Risks', of: 2 },
};

export const source: Source = {
  title: 'Chips for Shares: How a Laboratory Is Paid',
  shortTitle: 'Chips for Shares',
  author: 'A. Writer',
  dealHeading: 'In the deal',
};

/** A citation of the made-up article. */
export function cite(number: 1 | 2 | 3, paragraph: number): Citation {
  const { section = '', title = '', name = '' } = SECTIONS[number] ?? {};
  return { section, paragraph, number, title, name };
}

/** A statement in made-up words. */
function statement(stance: Stance, text: string, at: Citation): Statement {
  return { stance, text, cite: at };
}

function relation(type: RelationType, card: string, name: string, because: string): Relation {
  return { type, card, name, because, cite: cite(2, 1) };
}

function simple(
  id: string,
  name: string,
  kind: Kind,
  short: string,
  definition: string,
  number: 1 | 2 | 3 = 2,
): Card {
  return {
    id,
    name,
    kind,
    short,
    definition,
    deal: `${name} is one side of the bargain.`,
    statements: [statement('claim', `Much turns on ${name}.`, cite(number, 1))],
    undo: [],
    points: [],
    relations: [],
    figures: [],
    language: 'en',
    source,
  };
}

export const trainium: Card = {
  id: 'trainium',
  name: 'AWS Trainium',
  kind: 'chip',
  layer: 'silicon',
  party: 'Amazon',
  short: 'Amazon’s processor for training',
  definition: 'Amazon’s own processor for training large models, rented out through AWS.',
  deal: 'Amazon pays for its stake in part with hours on Trainium, at a price of its own making.',
  statements: [
    statement('fact', 'Amazon counts hours on Trainium as part of what it pays the laboratory.', cite(1, 3)),
    statement('fact', 'The laboratory trains its largest models on Trainium.', cite(1, 4)),
    statement('figure', 'Training on Trainium can cost 30–50% less than on rented GPUs.', cite(2, 2)),
    statement(
      'claim',
      'One leading laboratory on Trainium is proof to others that they can leave.',
      cite(1, 4),
    ),
  ],
  undo: [
    {
      risk: 'Architectural stagnation',
      card: 'stagnation',
      text: 'A newer kind of model could make Trainium look old before it has paid for itself.',
      cite: cite(3, 2),
    },
  ],
  points: [
    {
      framework: 'Flywheel',
      name: 'Find bottlenecks',
      position: 1,
      of: 3,
      text: 'large runs show where the hardware is slow',
      cite: cite(2, 1),
    },
  ],
  relations: [
    relation('depends on', 'neuron', 'AWS Neuron SDK', 'its compiler decides what the chip can run'),
    relation('competes with', 'h100', 'NVIDIA H100', 'both are bought to train the same models'),
    relation('validates', 'flywheel', 'Silicon flywheel', 'a first large customer makes the loop turn'),
    relation('competes with', 'tpu', 'Tensor Processing Unit', 'Google trains its own models on it'),
  ],
  figures: [],
  language: 'en',
  source,
};

export const bedrock: Card = {
  id: 'bedrock',
  name: 'Amazon Bedrock',
  kind: 'platform',
  layer: 'cloud-platform',
  party: 'Amazon',
  short: 'AWS service for renting models',
  definition: 'AWS’s service for renting foundation models from several makers through one interface.',
  deal: 'Bedrock needs one tenant that draws the others in, and Claude is that tenant.',
  statements: [
    statement(
      'claim',
      'Without Claude, Bedrock’s clients would drift to a rival’s cloud within a few contract cycles.',
      cite(1, 3),
    ),
    statement('forecast', 'Bedrock’s catalogue widens before it deepens.', cite(2, 1)),
    statement('directive', 'Buyers keep a second maker of models under contract.', cite(3, 1)),
  ],
  undo: [],
  points: [],
  relations: [relation('depends on', 'claude', 'Claude', 'its lead tenant')],
  figures: [],
  language: 'en',
  source,
};

export const credits: Card = {
  ...simple(
    'credits',
    'Compute credits',
    'concept',
    'Machine time in place of money',
    'Prepaid machine time, given in place of money.',
    1,
  ),
  relations: [relation('funds', 'trainium', 'AWS Trainium', 'credits are spent on it')],
};

/** The made-up article’s paragraphs that some sample card cites, but one, of which there is no abstract. */
export const paragraphs: readonly Paragraph[] = [
  abstract(cite(1, 1), 'A laboratory can be paid in cash, in credits or in shares.', credits),
  abstract(cite(1, 3), 'Part of the payment is machine time on chips that Amazon makes.', bedrock, trainium),
  abstract(
    cite(2, 1),
    'Large training runs show where the chips are slow. That is what tuning needs.',
    trainium,
  ),
  abstract(cite(2, 2), 'Tuned chips are rented out for less than GPUs.', trainium),
  abstract(cite(3, 2), 'A new kind of model could leave the chips without a use.', trainium),
];

function abstract(at: Citation, text: string, ...citing: readonly Pick<Card, 'id' | 'name'>[]): Paragraph {
  const of = SECTIONS[at.number]?.of ?? 0;
  return { ...at, of, abstract: text, citedBy: citing.map(({ id, name }) => ({ card: id, name })) };
}

/** Made-up cards enough to fill a list. */
export const sampleCards: readonly Card[] = [
  trainium,
  simple(
    'anthropic',
    'Anthropic',
    'company',
    'A maker of language models',
    'The lab behind Claude, and a model partner that also pays rent in the same currency.',
  ),
  simple(
    'commitment',
    'The $25 billion commitment',
    'figure',
    'What Amazon may invest',
    'The headline sum, of which part was never wired anywhere.',
    1,
  ),
  credits,
  simple(
    'neuron',
    'AWS Neuron SDK',
    'software',
    'Amazon’s compiler',
    'Compiler and libraries for Amazon’s chips.',
  ),
  simple(
    'claude',
    'Claude',
    'model',
    'A family of language models',
    'A model family, and the lead tenant of a model marketplace.',
  ),
  bedrock,
  simple(
    'ftc',
    'Competition authority',
    'regulator',
    'A public body for fair markets',
    'May limit a swap of shares for machine time, or unwind it.',
    3,
  ),
  simple(
    'energy',
    'Energy procurement',
    'concept',
    'How power is bought',
    'Gigawatts as the limit behind the chips.',
    3,
  ),
  simple('h100', 'NVIDIA H100', 'chip', 'A GPU of 2022', 'The GPU against which rivals are measured.'),
  simple(
    'second-maker',
    'Keep a second maker',
    'directive',
    'Advice to buyers',
    'Sign with two suppliers before the first becomes a habit.',
    3,
  ),
  simple(
    'triad',
    'Capital triad',
    'framework',
    'Three ways to pay',
    'Cash, credits and equity, seen as one payment.',
    1,
  ),
  simple(
    'lock-in',
    'Model lock-in',
    'concept',
    'Being tied to one supplier',
    'The cost of leaving a supplier’s model.',
    3,
  ),
  simple('mistral', 'Mistral Médium', 'model', 'A French model', 'A model from Paris.'),
];
