// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { cardMarkdown } from '../../src/ui/card-markdown';
import './render-into';
import { credits, trainium } from './sample-cards';

test('a copied card has its name, its statements with stance and citation, and its source', () => {
  const lines = cardMarkdown(trainium).split('\n');
  expect(lines[0]).toBe('## AWS Trainium');
  expect(lines).toContain('Chip · Amazon');
  expect(lines).toContain(
    '- **Fact**: Hours on this chip are part of what is paid; not all of it is cash. (§1 Ways to pay, paragraph 3)',
  );
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(trainium.statements.length);
  expect(lines.at(-2)).toBe('Source: A. Writer, “Chips for Shares”');
  expect(lines.at(-1)).toBe('');
});

test('what would undo a claim is copied with it', () => {
  const [claim] = credits.statements;
  const [risk] = trainium.statements.filter(({ stance }) => stance === 'risk');
  if (!claim || !risk) throw new Error('The sample cards lack a claim or a risk.');
  const counterpoint = { card: 'trainium', name: 'AWS Trainium', text: risk.text, cite: risk.cite };
  const text = cardMarkdown({ ...credits, statements: [{ ...claim, counterpoint }] });
  expect(text).toContain(`What would undo it:\n\n- **Risk**: ${risk.text}`);
});

test('signs that Markdown reads are copied as signs', () => {
  expect(cardMarkdown({ ...credits, name: 'A*B [c] <d>' })).toContain('## A\\*B \\[c\\] \\<d\\>');
});
