import type { Card, Citation, Relation, Statement } from '../../src/pack/card';
import type { Kind, RelationType, Stance } from '../../src/pack/schema';

const SECTIONS: Readonly<Record<number, { section: string; title: string; name: string }>> = {
  1: { section: 'money', title: 'Three Ways to Pay for a Laboratory', name: 'Ways to pay' },
  2: { section: 'chips', title: 'Chips as a Flywheel', name: 'Chips' },
  3: { section: 'risks', title: 'What Might Go Wrong', name: 'Risks' },
};

const SOURCE = { title: 'Chips for Shares', author: 'A. Writer' };

/** A citation of the made-up article. */
function cite(number: 1 | 2 | 3, paragraph: number): Citation {
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

function simple(id: string, name: string, kind: Kind, definition: string, number: 1 | 2 | 3 = 2): Card {
  return {
    id,
    name,
    kind,
    definition,
    statements: [statement('claim', `The article dwells on ${name}.`, cite(number, 1))],
    relations: [],
    figures: [],
    language: 'en',
    source: SOURCE,
  };
}

export const trainium: Card = {
  id: 'trainium',
  name: 'AWS Trainium',
  kind: 'chip',
  layer: 'silicon',
  party: 'Amazon',
  definition: 'Amazon’s own processor for training large models, rented out through AWS.',
  statements: [
    statement('fact', 'Hours on this chip are part of what is paid; not all of it is cash.', cite(1, 3)),
    statement(
      'claim',
      'If one leading lab can train here, others have proof that they can leave.',
      cite(1, 4),
    ),
    statement(
      'figure',
      'Training could cost 30–50% less than on rented GPUs, once the compiler is tuned.',
      cite(2, 2),
    ),
    statement(
      'risk',
      'A newer kind of model could make the design look old before it has paid for itself.',
      cite(3, 2),
    ),
  ],
  relations: [
    relation('depends on', 'neuron', 'AWS Neuron SDK', 'its compiler decides what the chip can run'),
    relation('competes with', 'h100', 'NVIDIA H100', 'both are bought to train the same models'),
    relation('competes with', 'tpu', 'Tensor Processing Unit', 'Google trains its own models on it'),
    relation('validates', 'flywheel', 'Silicon flywheel', 'a first large customer makes the loop turn'),
    relation('undermined by', 'stagnation', 'Architectural stagnation', 'the design is fixed for years'),
  ],
  figures: [],
  language: 'en',
  source: SOURCE,
};

export const bedrock: Card = {
  id: 'bedrock',
  name: 'Amazon Bedrock',
  kind: 'platform',
  layer: 'cloud-platform',
  party: 'Amazon',
  definition: 'AWS’s service for renting foundation models from several makers through one interface.',
  statements: [
    statement(
      'claim',
      'The analysis argues that one tenant draws the others in; without it, clients would drift to a rival’s cloud within a few contract cycles.',
      cite(1, 3),
    ),
    statement('forecast', 'The analysis expects the shop to widen before it deepens.', cite(2, 1)),
    statement('directive', 'Buyers are told to keep a second maker under contract.', cite(3, 1)),
  ],
  relations: [relation('depends on', 'claude', 'Claude', 'its lead tenant')],
  figures: [],
  language: 'en',
  source: SOURCE,
};

export const credits: Card = {
  ...simple('credits', 'Compute credits', 'concept', 'Prepaid machine time, given in place of money.', 1),
  relations: [relation('funds', 'trainium', 'AWS Trainium', 'credits are spent on it')],
};

/** Made-up cards enough to fill a list. */
export const sampleCards: readonly Card[] = [
  trainium,
  simple(
    'anthropic',
    'Anthropic',
    'company',
    'The lab behind Claude, and a model partner that also pays rent in the same currency.',
  ),
  simple(
    'commitment',
    'The $25 billion commitment',
    'figure',
    'The headline sum, of which part was never wired anywhere.',
    1,
  ),
  credits,
  simple('neuron', 'AWS Neuron SDK', 'software', 'Compiler and libraries for Amazon’s chips.'),
  simple('claude', 'Claude', 'model', 'A model family, and the lead tenant of a model marketplace.'),
  bedrock,
  simple(
    'ftc',
    'Competition authority',
    'regulator',
    'May limit a swap of shares for machine time, or unwind it.',
    3,
  ),
  simple('energy', 'Energy procurement', 'concept', 'Gigawatts as the limit behind the chips.', 3),
  simple('h100', 'NVIDIA H100', 'chip', 'The GPU against which rivals are measured.'),
  simple(
    'second-maker',
    'Keep a second maker',
    'directive',
    'Sign with two suppliers before the first becomes a habit.',
    3,
  ),
  simple('triad', 'Capital triad', 'framework', 'Cash, credits and equity, seen as one payment.', 1),
  simple('lock-in', 'Model lock-in', 'concept', 'The cost of leaving a supplier’s model.', 3),
  simple('mistral', 'Mistral Médium', 'model', 'A model from Paris.'),
];
