// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { cardMarkdown } from '../../src/ui/card-markdown';
import './render-into';
import { credits, trainium } from './sample-cards';

test('a copied card has all that the card says, with stances, citations, source and date', () => {
  expect(cardMarkdown(trainium)).toBe(`## AWS Trainium

Chip · Amazon

${trainium.definition}

In the deal: ${trainium.deal}

- **Reports**: Amazon counts hours on Trainium as part of what it pays the laboratory. (§1 Ways to pay, paragraph 3)
- **Reports**: The laboratory trains its largest models on Trainium. (§1 Ways to pay, paragraph 4)
- **Figure**: Training on Trainium can cost 30–50% less than on rented GPUs. (§2 Chips, paragraph 2)
- **Argues**: One leading laboratory on Trainium is proof to others that they can leave. (§1 Ways to pay, paragraph 4)

What would undo it:

- **Warns**: A newer kind of model could make Trainium look old before it has paid for itself. (§3 Risks, paragraph 2)

Source: A. Writer, “Chips for Shares: How a Laboratory Is Paid”, undated
`);
});

test('a card that nothing undoes has no heading for it; a date is copied', () => {
  const text = cardMarkdown({ ...credits, source: { ...credits.source, published: '2025-11-30' } });
  expect(text).not.toContain('What would undo it');
  expect(text.endsWith('How a Laboratory Is Paid”, 2025-11-30\n')).toBe(true);
});

test('signs that Markdown reads are copied as signs', () => {
  expect(cardMarkdown({ ...credits, name: 'A*B [c] <d>' })).toContain('## A\\*B \\[c\\] \\<d\\>');
});
