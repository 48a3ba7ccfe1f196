import type { Kind, Layer, Stance } from '../pack/schema';

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  chip: 'Chip',
  software: 'Software',
  platform: 'Platform',
  model: 'Model',
  company: 'Company',
  concept: 'Concept',
  regulator: 'Regulator',
  figure: 'Figure',
  directive: 'Directive',
  framework: 'Framework',
};

/** From the ground up, which is how layers are counted. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  energy: 'Energy',
  silicon: 'Silicon',
  'systems-software': 'Systems software',
  'cloud-platform': 'Cloud platform',
  model: 'Model',
  enterprise: 'Enterprise',
};

export const STANCE_WORDS: Readonly<Record<Stance, { word: string; meaning: string }>> = {
  fact: { word: 'Fact', meaning: 'The article reports it as so' },
  claim: { word: 'Claim', meaning: 'The author’s own reading; others may differ' },
  forecast: { word: 'Forecast', meaning: 'What the author expects to happen' },
  figure: { word: 'Figure', meaning: 'A number, with what it counts' },
  risk: { word: 'Risk', meaning: 'What the author says could undo the plan' },
  directive: { word: 'Directive', meaning: 'What the author tells the reader to do' },
};

/**
 * Puts a count before its noun.
 * @param count how many
 * @param noun a noun whose plural adds an s
 * @returns '1 card', '14 cards'
 */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
