// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { outlineCard } from '../../../src/pack/outline';
import { button, buttonNames, click } from '../../ui/render-into';
import { sampleCards } from '../../ui/sample-cards';
import { openPopup } from './open-popup';

type Popup = Awaited<ReturnType<typeof openPopup>>;
const titles = (popup: Popup) =>
  [...popup.root.querySelectorAll('h2.list-title')].map((each) => each.textContent);
const marks = (popup: Popup) => [...popup.root.querySelectorAll('mark')].map((each) => each.textContent);
const said = (popup: Popup) => popup.root.querySelector('main [role="status"]')?.textContent;
const line = (popup: Popup) => popup.root.querySelector('.coverage-line > button');

test('the index is built when the field is first used, not before', async () => {
  const popup = await openPopup();
  expect(popup.ports.loadSearch).not.toHaveBeenCalled();
  await popup.press('/');
  expect(popup.ports.loadSearch).toHaveBeenCalledOnce();
  await popup.type('claude');
  expect(popup.ports.loadSearch).toHaveBeenCalledOnce();
});

test('a search lists cards, then statements, and marks the letters that it found', async () => {
  const popup = await openPopup();
  await popup.type('traini');
  expect(titles(popup)[0]).toMatch(/^Cards 1/);
  expect(titles(popup)[1]).toMatch(/^Statements \d/);
  expect(popup.names()[0]).toBe('AWS Trainium');
  expect(new Set(marks(popup))).toEqual(new Set(['Traini']));
  expect(popup.root.querySelector('.statement')?.textContent).toMatch(/§\d.*3 mentions on this page$/);
  expect(said(popup)).toMatch(/^\d+ results$/);
  expect(popup.root.querySelector('.subject')).toBeNull();
});

test('a card that is found by a spelling shows it', async () => {
  const popup = await openPopup();
  await popup.type('hopper');
  expect(popup.names()).toEqual(['NVIDIA H100']);
  expect(popup.root.querySelector('.row-short')?.textContent).toBe('also spelled Hopper');
  expect(marks(popup)).toEqual(['Hopper']);
});

test('a slip of the finger is found, and said', async () => {
  const popup = await openPopup();
  await popup.type('trainum');
  expect(popup.root.querySelector('.note')?.textContent).toBe(
    'Nothing is spelled “trainum”. These are for: Trainium',
  );
  expect(popup.names()[0]).toBe('AWS Trainium');
  expect(marks(popup)).toContain('Trainium');
});

test('nothing found says where it looked, and names the nearest cards', async () => {
  const popup = await openPopup();
  await popup.type('mistrial hunting');
  expect(popup.title()).toBe('No card for “mistrial hunting”');
  expect(popup.has('It is in no name, spelling or statement of the 14 cards.')).toBe(true);
  expect(said(popup)).toBe('Nothing found');
  await click(button(popup.root, 'Mistral Médium'));
  expect(popup.title()).toBe('Mistral Médium');
});

test('a statement opens its card, and Escape leads back to the statement', async () => {
  const popup = await openPopup();
  await popup.type('traini');
  const statement = popup.root.querySelector<HTMLElement>('.statement');
  statement?.focus();
  await click(statement as HTMLElement);
  expect(popup.title()).toBe('AWS Trainium');
  await popup.press('Escape');
  expect(popup.focused()).toBe(popup.root.querySelector('.statement'));
});

test('arrow keys walk through cards and statements alike', async () => {
  const popup = await openPopup();
  await popup.type('traini');
  await popup.press('ArrowDown');
  expect(popup.focused()?.getAttribute('data-row')).toBe('trainium');
  await popup.press('ArrowDown');
  expect(popup.focused()?.className).toBe('statement');
});

test('a button clears the search, and leaves the focus in the field', async () => {
  const popup = await openPopup();
  await popup.type('traini');
  await click(button(popup.root, 'Clear the search'));
  expect(popup.names()).toHaveLength(3);
  expect(popup.focused()).toBe(popup.root.querySelector('input'));
  expect(buttonNames(popup.root)).not.toContain('Clear the search');
});

test('a page that is off, or closed, can be searched from all the same', async () => {
  for (const state of ['off', 'restricted', 'ungranted', 'read'] as const) {
    const popup = await openPopup({ state, total: 0, cards: [] });
    await popup.type('mistral');
    expect(popup.names()).toEqual(['Mistral Médium']);
  }
});

test('one line says how much of the argument the page has, and what it leaves out', async () => {
  const popup = await openPopup();
  expect(line(popup)?.textContent).toBe('1 of 3 parts; nothing on Risks');
  expect(line(popup)?.getAttribute('aria-expanded')).toBe('false');
  await click(line(popup) as HTMLElement);
  expect(buttonNames(popup.root).filter((name) => name.includes(', part '))).toEqual([
    'Chips, part 1, on this page; opens the card: AWS Trainium',
    'Models, part 2, mentioned in passing on this page; opens the card: Claude',
    'Risks, part 3, not on this page; opens the card: NVIDIA H100',
  ]);
  await click(button(popup.root, 'Risks, part 3, not on this page; opens the card: NVIDIA H100'));
  expect(popup.title()).toBe('NVIDIA H100');
  await popup.press('Escape');
  expect(line(popup)?.getAttribute('aria-expanded')).toBe('true');
  await popup.press('Escape');
  expect(line(popup)?.getAttribute('aria-expanded')).toBe('false');
});

test('a page that has every part, and a pack without an argument', async () => {
  const cards = ['trainium', 'lock-in', 'h100'].map((card, position) => ({
    ...{ card, count: 1, leading: 0, position, weight: 1 },
  }));
  expect(line(await openPopup({ cards }))?.textContent).toBe('3 of 3 parts');
  const pack = { language: 'en', cards: sampleCards.map(outlineCard), parts: [] };
  expect(line(await openPopup({}, pack))).toBeNull();
});

test('companies are one line, which opens', async () => {
  const [sample] = sampleCards;
  if (!sample) throw new Error('There is no sample card');
  const cards = Array.from({ length: 80 }, (_, at) => ({
    ...outlineCard(sample),
    id: `card-${at}`,
    name: `Card ${at}`,
    kind: at < 7 ? ('company' as const) : ('concept' as const),
  }));
  const popup = await openPopup(
    {
      cards: cards.map(({ id }, position) => ({ card: id, count: 1, leading: 0, position, weight: 1 })),
      total: 80,
    },
    { language: 'en', cards, parts: [] },
  );
  expect(popup.names()).toHaveLength(73);
  expect(popup.has('80 mentions of 80 cards on this page')).toBe(true);
  const fold = popup.root.querySelectorAll<HTMLElement>('.rows > li > :first-child')[4];
  expect(fold?.textContent).toBe('CompanyCard 0, Card 1 and 5 more');
  await click(fold as HTMLElement);
  expect(popup.names().slice(3, 6)).toEqual(['Card 10', 'Card 0', 'Card 1']);
  expect(popup.names()).toHaveLength(80);
  await click(popup.root.querySelector<HTMLElement>('[data-card="card-1"]') as HTMLElement);
  expect(popup.names()).toHaveLength(80);
});
