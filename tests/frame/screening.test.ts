// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { filter, screenData } from '../../scripts/built-in-engine';
import { Screen } from '../../src/core/screen';
import type { StoredBlock } from '../../src/frame/reader/stored-block';
import { readBlocks, showPage } from './reader/read-blocks';

const readScreen = vi.hoisted(() => vi.fn());
vi.mock('../../src/frame/stored', () => ({ readScreen }));
const { Screening } = await import('../../src/frame/screening');

let screening: InstanceType<typeof Screening>;
beforeEach(() => {
  document.title = '';
  showPage('');
  readScreen.mockReset();
  readScreen.mockImplementation(async () => new Screen(filter, screenData));
  screening = new Screening(filter);
});

/** The blocks of a page, as the reader stores them until the engine has answered. */
function open(html: string): StoredBlock[] {
  const stored = readBlocks(showPage(html)).map((block) => ({
    block,
    reading: undefined,
    decided: [],
    mentions: [],
  }));
  return stored.filter(({ block }) => filter.mayHold(block.text));
}

it('a term that stands alone passes', async () => {
  expect(await screening.passes(open('<p>Anthropic rents chips.</p>'), [])).toBe(true);
});

it('a household name passes only beside words that speak for it', async () => {
  expect(await screening.passes(open('<p>I asked Google about the weather.</p>'), [])).toBe(false);
  expect(await screening.passes(open('<p>Google trains a language model.</p>'), [])).toBe(true);
});

it('words in the title speak for a name in the text', async () => {
  document.title = 'Serving models on AWS';
  expect(await screening.passes(open('<p>Bedrock, in short.</p>'), [])).toBe(true);
});

it('words in a heading speak for it, also in one that came later, and in a shadow root', async () => {
  const blocks = open('<h2>Gardens</h2><p>Bedrock, in short.</p><div id="host"></div>');
  expect(await screening.passes(blocks, [])).toBe(false);
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (!root) throw new Error('The page has no host.');
  root.innerHTML = '<h2>Serving models on AWS</h2>';
  expect(await screening.passes(blocks, [root])).toBe(true);
});

it('a page that has passed is not screened again, whatever it shows then', async () => {
  await screening.passes(open('<p>Anthropic rents chips.</p>'), []);
  expect(await screening.passes(open('<p>Nothing here.</p>'), [])).toBe(true);
});

it('what screens is read once, and a page that was never asked about reads nothing', async () => {
  expect(readScreen).not.toHaveBeenCalled();
  await screening.passes(open('<p>I asked Google.</p>'), []);
  await screening.passes(open('<p>I asked Google again.</p>'), []);
  expect(readScreen).toHaveBeenCalledTimes(1);
});

it('where there is nothing to screen with, the page is told so, and the next block is tried anew', async () => {
  readScreen.mockRejectedValueOnce(new Error('The store is broken.'));
  await expect(screening.passes(open('<p>Anthropic rents chips.</p>'), [])).rejects.toThrow(
    'The store is broken.',
  );
  expect(await screening.passes(open('<p>Anthropic rents chips.</p>'), [])).toBe(true);
});
