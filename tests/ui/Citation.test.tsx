// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Card, Paragraph } from '../../src/pack/card';
import { CardView, type CardViewProps } from '../../src/ui/CardView';
import { ParagraphProvider } from '../../src/ui/citations';
import { setLanguage } from '../fake-i18n';
import { button, buttonNames, click, renderInto } from './render-into';
import { bedrock, cite, paragraphs, trainium } from './sample-cards';

const WAYS = 'Section 1, paragraph 3';
const SLOW = 'Section 2, paragraph 1';
const UNKNOWN = 'Section 1, paragraph 4';

/** A card in full, over a source with abstracts. */
const show = (
  card: Card,
  props: Partial<CardViewProps> = {},
  known: readonly Paragraph[] = paragraphs,
): HTMLElement =>
  renderInto(
    <ParagraphProvider value={known}>
      <CardView card={card} extent="full" headingId="name" {...props} />
    </ParagraphProvider>,
  );
/** The abstracts that are open. */
const open = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('.abstract')];
const openTexts = (root: ParentNode) =>
  open(root).map((each) => each.querySelector('.abstract-text')?.textContent);
const isExpanded = (root: ParentNode, name: string) => button(root, name).getAttribute('aria-expanded');

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

test('a § is short, its name says where the statement stands, and its tooltip names the section', () => {
  const root = show(trainium);
  const mark = button(root, WAYS);
  expect(mark.textContent).toBe('§1');
  const section = mark.querySelector('span');
  expect(section?.title).toBe('Ways to pay: Three Ways to Pay for a Laboratory');
  expect(section?.lang).toBe('en');
  expect(mark.getAttribute('aria-expanded')).toBe('false');
  expect(open(root)).toEqual([]);
});

test('a § opens its paragraph’s abstract below its statement, with section and position', async () => {
  const root = show(trainium);
  await click(button(root, WAYS));
  expect(isExpanded(root, WAYS)).toBe('true');
  const [abstract] = open(root);
  expect(abstract?.getAttribute('aria-label')).toBe(WAYS);
  expect([...(abstract?.querySelectorAll('.where > *') ?? [])].map((each) => each.textContent)).toEqual([
    '§1',
    'Ways to pay',
    'Paragraph 3 of 4',
  ]);
  expect(openTexts(root)).toEqual(['Part of the payment is machine time on chips that Amazon makes.']);
  expect(abstract?.previousElementSibling?.textContent).toContain(trainium.statements[0]?.text);
  expect(Element.prototype.scrollIntoView).toHaveBeenCalledWith({ block: 'nearest' });
});

test('an abstract closes by its button, with the focus back on its §, and by the § itself', async () => {
  const root = show(trainium);
  await click(button(root, WAYS));
  button(root, 'Close paragraph').focus();
  await click(button(root, 'Close paragraph'));
  expect(open(root)).toEqual([]);
  expect(document.activeElement).toBe(button(root, WAYS));
  await click(button(root, WAYS));
  expect(open(root)).toHaveLength(1);
  await click(button(root, WAYS));
  expect(open(root)).toEqual([]);
  expect(isExpanded(root, WAYS)).toBe('false');
});

test('one abstract is open at a time, wherever its § stands', async () => {
  const root = show(trainium);
  await click(button(root, WAYS));
  await click(button(root, SLOW));
  expect(openTexts(root)).toEqual([
    'Large training runs show where the chips are slow. That is what tuning needs.',
  ]);
  expect(isExpanded(root, WAYS)).toBe('false');
  expect(open(root)[0]?.closest('section')?.querySelector('h3')?.textContent).toBe('In the argument');
  const [undo] = trainium.undo;
  await click(button(root, 'Section 3, paragraph 2'));
  expect(openTexts(root)).toEqual(['A new kind of model could leave the chips without a use.']);
  expect(open(root)[0]?.previousElementSibling?.textContent).toContain(undo?.text);
});

test('of two statements from one paragraph, the abstract is below the one whose § was pressed', async () => {
  const [, ...others] = trainium.statements;
  const twice = ['Hours are counted.', 'Hours are paid.'].map((text) => ({
    ...{ stance: 'fact' as const, text },
    cite: cite(1, 3),
  }));
  const root = show({ ...trainium, statements: [...twice, ...others] });
  const second = root.querySelectorAll<HTMLElement>('.statements button')[1];
  if (!second) throw new Error('The second statement has no §.');
  await click(second);
  expect(open(root)).toHaveLength(1);
  expect(open(root)[0]?.previousElementSibling?.textContent).toContain('Hours are paid.');
});

test('an abstract names the other cards that cite its paragraph, and opens them', async () => {
  const onOpenCard = vi.fn();
  const root = show(trainium, { onOpenCard });
  await click(button(root, WAYS));
  expect(root.querySelector('.cited-by')?.textContent).toBe('Also cited by Amazon Bedrock');
  await click(button(open(root)[0] ?? root, 'Amazon Bedrock'));
  expect(onOpenCard.mock.calls).toEqual([['bedrock']]);
  // That no other card cites it is not worth a line.
  await click(button(root, SLOW));
  expect(root.querySelector('.cited-by')).toBeNull();
});

test('it names four other cards at most, and names are plain where none can be opened', async () => {
  const citing = ['Amazon', 'AWS Trainium', 'Bedrock', 'Claude', 'Divestiture', 'Energy'];
  const crowded = paragraphs.map((each) => ({
    ...each,
    citedBy: citing.map((name) => ({ card: name === 'AWS Trainium' ? 'trainium' : name, name })),
  }));
  const root = show(trainium, {}, crowded);
  await click(button(root, WAYS));
  expect(root.querySelector('.cited-by')?.textContent).toBe(
    'Also cited by Amazon, Bedrock, Claude, Divestiture',
  );
  expect(buttonNames(open(root)[0] ?? root)).toEqual(['Close paragraph']);
});

test('a § without an abstract is plain text with its name', () => {
  const root = show(trainium);
  expect(buttonNames(root)).not.toContain(UNKNOWN);
  const [note] = root.querySelectorAll('.statements [role="note"]');
  expect(note?.textContent).toBe('§1');
  expect(note?.getAttribute('aria-label')).toBe(UNKNOWN);
  const bare = renderInto(<CardView card={trainium} extent="full" headingId="name" />);
  expect(buttonNames(bare)).toEqual([]);
  expect(bare.querySelectorAll('[role="note"]')).toHaveLength(6);
});

test('the next card starts with all abstracts closed', async () => {
  const root = show(bedrock);
  await click(button(root, WAYS));
  expect(open(root)).toHaveLength(1);
  expect(open(show(trainium))).toEqual([]);
});

test('in a peek a number’s § opens its abstract, and neither it nor the way out opens the whole card', async () => {
  const onClick = vi.fn();
  const figure = {
    ...{ id: 'discount', name: '30–50%', subject: 'what training costs less', parties: [] },
    ...({ quantity: 'share', from: 30, to: 50, unit: '%', cite: [cite(2, 2)] } as const),
  };
  const onPage = {
    ...{ about: 'discount', comparison: 'within' as const },
    parts: [{ text: '35%', from: 35, to: 35, isUpTo: false }],
  };
  const root = renderInto(
    <ParagraphProvider value={paragraphs}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: stands for what is around a peek */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div onClick={onClick}>
        <CardView
          card={{ ...trainium, figures: [figure] }}
          extent="peek"
          headingId="name"
          figures={[onPage]}
        />
      </div>
    </ParagraphProvider>,
  );
  await click(button(root, 'Section 2, paragraph 2'));
  expect(openTexts(root)).toEqual(['Tuned chips are rented out for less than GPUs.']);
  expect(open(root)[0]?.closest('section')?.textContent).toContain('Number check');
  await click(button(root, 'Close paragraph'));
  expect(open(root)).toEqual([]);
  expect(onClick).not.toHaveBeenCalled();
});

test('the abstract carries the pack’s language, and what is said about it the reader’s', async () => {
  setLanguage('de');
  const root = show(trainium, { onOpenCard: () => {} });
  const [mark] = root.querySelectorAll<HTMLElement>('.statements button');
  if (!mark) throw new Error('The first statement has no §.');
  await click(mark);
  setLanguage('en-GB');
  const languageOf = (selector: string) =>
    root.querySelector(`.abstract ${selector}`)?.closest('[lang]')?.getAttribute('lang');
  expect(languageOf('.abstract-text')).toBe('en');
  expect(languageOf('.cited-by button')).toBe('en');
  expect(languageOf('.where')).toBe('de');
  expect(root.querySelector('.where')?.textContent).toContain('Absatz 3 von 4');
});
