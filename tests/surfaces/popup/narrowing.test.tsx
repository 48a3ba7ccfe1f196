// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { outlineCard } from '../../../src/pack/outline';
import { button, buttonNames, click } from '../../ui/render-into';
import { sampleCards } from '../../ui/sample-cards';
import { openPopup } from './open-popup';

type Popup = Awaited<ReturnType<typeof openPopup>>;
const chip = (popup: Popup, pattern: RegExp) => {
  const found = [...popup.root.querySelectorAll<HTMLElement>('[role="toolbar"] button')].find((each) =>
    pattern.test(each.textContent ?? ''),
  );
  if (!found) throw new Error(`No kind fits ${pattern}`);
  return found;
};
const chips = (popup: Popup) =>
  [...popup.root.querySelectorAll('[role="toolbar"] button')].map((each) => each.textContent?.trim());
const said = (popup: Popup) => popup.root.querySelector('main [role="status"]')?.textContent;
const titles = (popup: Popup) =>
  [...popup.root.querySelectorAll('h2.list-title')].map((each) => each.textContent);

test('the kinds stand with the page’s counts, the most frequent first', async () => {
  const popup = await openPopup();
  expect(chips(popup)).toEqual(['All 3', 'Chip 1', 'Platform 1', 'Model 1', 'More']);
  expect(chip(popup, /All/).getAttribute('aria-pressed')).toBe('true');
});

test('a kind lists the page’s cards of it, and those that the page leaves out', async () => {
  const popup = await openPopup();
  await click(chip(popup, /Chip/));
  expect(popup.names()[0]).toBe('AWS Trainium');
  expect(titles(popup)).toEqual(['On this page', 'Chip: in the analysis, not on this page']);
  const kinds = new Set(
    sampleCards.filter(({ name }) => popup.names().includes(name)).map(({ kind }) => kind),
  );
  expect([...kinds]).toEqual(['chip']);
  expect(said(popup)).toBe(`${popup.names().length} cards found`);
});

test('the same kind again, or Escape, brings all back', async () => {
  const popup = await openPopup();
  await click(chip(popup, /Chip/));
  await click(chip(popup, /Chip/));
  expect(popup.names()).toHaveLength(3);
  await click(chip(popup, /Model/));
  expect(await popup.press('Escape')).toBe(true);
  expect(popup.names()).toHaveLength(3);
  expect(await popup.press('Escape')).toBe(false);
});

test('a kind stays while the reader looks into a card', async () => {
  const popup = await openPopup();
  await click(chip(popup, /Model/));
  const before = popup.names();
  await click(popup.root.querySelector<HTMLElement>('[data-card="claude"]') as HTMLElement);
  expect(popup.title()).toBe('Claude');
  await popup.press('Escape');
  expect(popup.names()).toEqual(before);
  expect(chip(popup, /Model/).getAttribute('aria-pressed')).toBe('true');
});

test('counts follow the search, and the kinds keep their places', async () => {
  const popup = await openPopup();
  const places = () => chips(popup).map((text) => text?.replace(/ \d+$/, ''));
  const before = places();
  await popup.type('model');
  expect(places()).toEqual(before);
  expect(chip(popup, /All/).textContent).toBe(`All ${popup.names().length}`);
});

test('filtered to nothing says what took the cards away, and offers to take that back', async () => {
  const popup = await openPopup();
  await click(chip(popup, /Model/));
  await popup.type('trainium');
  expect(popup.names()).toEqual([]);
  expect(popup.has('No card of the kind “Model” has “trainium” in its name or definition.')).toBe(true);
  expect(said(popup)).toBe('No cards found');
  await click(button(popup.root, 'Search every kind'));
  expect(popup.names()[0]).toBe('AWS Trainium');
});

test('Tab reaches one kind, arrow keys the others', async () => {
  const popup = await openPopup();
  const reachable = () =>
    [...popup.root.querySelectorAll<HTMLElement>('[role="toolbar"] button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
  expect(reachable()).toEqual([chip(popup, /All/)]);
  chip(popup, /All/).focus();
  await popup.press('ArrowRight');
  expect(popup.focused()).toBe(chip(popup, /Chip/));
  expect(reachable()).toEqual([chip(popup, /Chip/)]);
  await popup.press('End');
  expect(popup.focused()).toBe(chip(popup, /More/));
  await popup.press('Home');
  await popup.press('ArrowLeft');
  expect(popup.focused()).toBe(chip(popup, /All/));
});

test('kinds that the page lacks come when asked for', async () => {
  const popup = await openPopup();
  await click(chip(popup, /More/));
  expect(chip(popup, /Company/).textContent).toBe('Company 0');
  await click(chip(popup, /Company/));
  await click(chip(popup, /Fewer/));
  expect(chip(popup, /Company/).getAttribute('aria-pressed')).toBe('true');
  expect(popup.names().length).toBeGreaterThan(0);
});

test('the strip says of each part whether the page has it, and words say what is left out', async () => {
  const popup = await openPopup();
  expect(buttonNames(popup.root).filter((name) => name.startsWith('Part'))).toEqual([
    'Part 1, Chips: on this page. Opens the card AWS Trainium.',
    'Part 2, Models: mentioned in passing on this page. Opens the card Claude.',
    'Part 3, Risks: not on this page. Opens the card NVIDIA H100.',
  ]);
  expect(popup.has('1 of 3 parts')).toBe(true);
  expect(popup.root.querySelector('.coverage p')?.textContent).toBe(
    'Nothing here on what may go wrong. In passing: Models.',
  );
});

test('a part opens its card, and Escape leads back', async () => {
  const popup = await openPopup();
  await click(button(popup.root, 'Part 3, Risks: not on this page. Opens the card NVIDIA H100.'));
  expect(popup.title()).toBe('NVIDIA H100');
  await popup.press('Escape');
  expect(popup.root.querySelector('.coverage')).not.toBeNull();
});

test('a page that has every part, and one that has none, are told apart', async () => {
  const one = await openPopup({ cards: [{ card: 'mistral', count: 1, weight: 1 }], total: 1 });
  expect(one.has('but no part of the argument')).toBe(true);
  expect(one.has('1 mention of 1 card on this page')).toBe(true);
  const all = await openPopup({
    cards: ['trainium', 'lock-in', 'h100'].map((card) => ({ card, count: 1, weight: 1 })),
  });
  expect(all.has('3 of 3 parts')).toBe(true);
  expect(all.has('something on every part')).toBe(true);
});

test('a pack without an argument has no strip', async () => {
  const pack = { language: 'en', cards: sampleCards.map(outlineCard), parts: [] };
  const popup = await openPopup({}, pack);
  expect(popup.root.querySelector('.coverage')).toBeNull();
  expect(popup.names()).toHaveLength(3);
});

test('eighty cards are listed, all of them', async () => {
  const [first] = sampleCards;
  if (!first) throw new Error('There is no sample card');
  const cards = Array.from({ length: 80 }, (_, at) => ({
    ...outlineCard(first),
    id: `card-${at}`,
    name: `Card ${at}`,
  }));
  const popup = await openPopup(
    { cards: cards.map(({ id }) => ({ card: id, count: 1, weight: 1 })), total: 80 },
    { language: 'en', cards, parts: [] },
  );
  expect(popup.names()).toHaveLength(80);
  expect(popup.has('80 mentions of 80 cards on this page')).toBe(true);
});
