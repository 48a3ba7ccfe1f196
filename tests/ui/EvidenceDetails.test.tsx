// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Evidence } from '../../src/core/evidence';
import { EvidenceDetails } from '../../src/ui/EvidenceDetails';
import { renderInto } from './render-into';

const evidence: Evidence[] = [
  { kind: 'subject', text: 'GPU', weight: 1.5 },
  { kind: 'form', text: 'Bedrock', weight: -1.5 },
  { kind: 'cue', text: 'Lambda', weight: 3 },
  { kind: 'title', text: 'AWS', weight: 2 },
  { kind: 'card', text: 'claude', weight: 2.5 },
  { kind: 'card', text: 'bedrock', weight: 2 },
  { kind: 'card', text: 'neuron-sdk', weight: 1 },
  { kind: 'name', text: 'Hotel Bedrock', weight: -1.5 },
  { kind: 'against', text: 'granite', weight: -4 },
];
const linesOf = (pieces: readonly Evidence[]) => {
  const names = { claude: 'Claude', bedrock: 'Amazon Bedrock' };
  const root = renderInto(<EvidenceDetails evidence={pieces} card="bedrock" names={names} language="en" />);
  return [...root.querySelectorAll('li, p')].map((line) => line.textContent);
};

test('every piece of evidence is said in words, with its weight: the form first, then what weighs most', () => {
  expect(linesOf(evidence)).toEqual([
    '“Bedrock” has other senses, so the words around it decide −1.5',
    '“granite” points to another sense −4',
    '“Lambda” appears nearby +3',
    'also mentioned here: Claude +2.5',
    '“AWS” is in the title, a heading or the address +2',
    'clearly meant elsewhere on this page: Amazon Bedrock +2',
    '“GPU” belongs to the subject +1.5',
    'it may be part of a longer name, “Hotel Bedrock” −1.5',
    'also mentioned here: neuron sdk +1',
    'Total: +5. A term is linked if its total is 0 or more.',
  ]);
});

test('a card that is certain elsewhere on the page is told from one that words there speak against', () => {
  const about = (weight: number) => linesOf([{ kind: 'card', text: 'bedrock', weight }])[0];
  expect(about(2)).toBe('clearly meant elsewhere on this page: Amazon Bedrock +2');
  expect(about(-1)).toBe('elsewhere on this page, the context speaks against it: Amazon Bedrock −1');
});

test('a form says how open it is by itself', () => {
  expect(linesOf([{ kind: 'form', text: 'Trainium', weight: 2 }])[0]).toBe(
    '“Trainium” rarely means anything else +2',
  );
  expect(linesOf([{ kind: 'form', text: 'bedrock', weight: -4 }])[0]).toBe(
    '“bedrock” mostly means something else −4',
  );
});
