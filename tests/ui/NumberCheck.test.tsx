// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { CardFigure } from '../../src/pack/card';
import { NumberCheck } from '../../src/ui/NumberCheck';
import { renderInto } from './render-into';
import { trainium } from './sample-cards';

const [statement] = trainium.statements;
if (!statement) throw new Error('The sample card has no statement.');
const figure: CardFigure = {
  id: 'deal',
  name: 'up to 25 billion dollars',
  subject: 'what may be invested',
  parties: ['amazon'],
  quantity: 'money',
  from: 25e9,
  to: 25e9,
  unit: 'USD',
  cite: [statement.cite],
};
const show = (text: string, from: number, unit = 'USD') =>
  renderInto(
    <NumberCheck
      figures={[figure]}
      onPage={[{ about: 'deal', text, quantity: 'money', from, to: from, unit }]}
      language="en"
    />,
  );

test.each([
  ['$8 billion', 8e9, 'The page’s figure is lower.'],
  ['$25bn', 25e9, 'The two agree.'],
  ['$40 billion', 40e9, 'The page’s figure is higher.'],
])('the page’s %s is set beside the analysis’ figure', (text, from, saying) => {
  const root = show(text, from);
  const rows = [...root.querySelectorAll('tr')].map((row) => row.textContent);
  expect(rows).toEqual([`This page${text}`, 'The analysisup to 25 billion dollars']);
  expect(root.textContent).toContain(saying);
  expect(root.textContent).toContain('§1');
  expect(root.querySelectorAll('.bar')).toHaveLength(2);
});

test('two units are not measured by one another', () => {
  const root = show('8 Mrd. Euro', 8e9, 'EUR');
  expect(root.textContent).toContain('different units');
  expect(root.querySelector('.bar')).toBeNull();
});

test('there is nothing to see where the page gives no such figure', () => {
  const root = renderInto(<NumberCheck figures={[figure]} onPage={[]} language="en" />);
  expect(root.textContent).toBe('');
});
