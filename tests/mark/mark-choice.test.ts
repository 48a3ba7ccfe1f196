// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBlock, relatedIn } from '../../src/core/read-block';
import type { Settings } from '../../src/core/settings';
import { PageMentions } from '../../src/frame/reader/mentions';
import { MarkChoice } from '../../src/mark/mark-choice';
import { DEFAULTS } from '../../src/settings/schema';
import { buildEngine } from '../core/tiny-engine';
import { readBlocks, showPage } from '../frame/reader/read-blocks';

// jsdom renders nothing, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Element.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null;
  };
});

const engine = buildEngine({
  trainium: { alone: ['Trainium'] },
  scaling: { alone: ['scaling laws'] },
  amazon: { alone: ['Amazon'] },
});
const GROUPS = { trainium: 'chips', scaling: 'concepts', amazon: 'companies' } as const;

let settings: Settings;
let known: string[];
let mentions: PageMentions;
let choice: MarkChoice;

beforeEach(() => {
  settings = DEFAULTS;
  known = [];
});

const read = (root: Node) => {
  for (const block of readBlocks(root)) mentions.add(block);
  const blocks = mentions.unread;
  const readings = blocks.map(({ block: { text, isHeading } }) => readBlock(text, isHeading, engine));
  mentions.addReadings(blocks, { readings, related: relatedIn(readings, engine), groups: GROUPS });
  mentions.decide();
  choice.update();
};
const show = (html: string) => {
  mentions = new PageMentions();
  choice = new MarkChoice({ mentions, settings: () => settings, known: () => known });
  read(showPage(html));
};
/** What is marked, in reading order. */
const marked = () =>
  mentions.inOrder().map((mention) => `${mention.card}${choice.isMarked(mention) ? '' : ' unmarked'}`);
/** A paragraph long enough to be text. */
const text = (words: string) =>
  `<p>${words}${' and so the sentence goes on and on to the end'.repeat(3)}.</p>`;

describe('in each section', () => {
  it('a card’s first mention is marked, none in a heading, and the next heading starts anew', () => {
    show(
      '<p>Trainium</p><p>scaling laws, Trainium, Trainium</p><h2>None</h2><p>Trainium, scaling laws</p><div><h3>Trainium</h3></div><p>Trainium</p>',
    );
    expect(marked()).toEqual([
      'trainium',
      'scaling',
      ...['trainium unmarked', 'trainium unmarked'],
      ...['trainium', 'scaling'],
      ...['trainium unmarked', 'trainium'],
    ]);
  });

  it('the first goes by its place in the page, not by when it was read', () => {
    show('<p>Sand</p><p>Trainium</p>');
    document.querySelector('p')?.append(' and Trainium');
    read(document.querySelector('p') as Node);
    expect(marked()).toEqual(['trainium', 'trainium unmarked']);
  });

  it('one that is not shown does not count as the first', () => {
    show('<p hidden>Trainium</p><p>Trainium</p><p>Trainium</p>');
    expect(marked()).toEqual(['trainium', 'trainium', 'trainium unmarked']);
  });
});

it('a company is marked once on a page', () => {
  show('<p>Amazon</p><h2>None</h2><p>Amazon, Trainium</p>');
  expect(marked()).toEqual(['amazon', 'amazon unmarked', 'trainium']);
});

it('what the reader knows is not marked, and does not answer to the pointer', () => {
  known = ['trainium'];
  show('<p>Trainium, Amazon</p>');
  expect(marked()).toEqual(['trainium unmarked', 'amazon']);
  expect(mentions.inOrder().map((one) => choice.answersPointer(one))).toEqual([false, true]);
});

it('what is not marked of a marked card answers to the pointer', () => {
  show('<h2>Trainium</h2><p>Trainium</p><p>Trainium</p>');
  expect(marked()).toEqual(['trainium unmarked', 'trainium', 'trainium unmarked']);
  expect(mentions.inOrder().every((one) => choice.answersPointer(one))).toBe(true);
});

it('a group that is switched off is not marked', () => {
  settings = { ...DEFAULTS, companies: 'unmarked' };
  show('<p>Amazon, Trainium</p>');
  expect(marked()).toEqual(['amazon unmarked', 'trainium']);
});

it('every one is marked where the reader wants that, but those in headings', () => {
  settings = { ...DEFAULTS, marks: 'every' };
  show('<h2>Trainium</h2><p>Trainium, Amazon</p><nav>Trainium</nav><p>Amazon</p>');
  expect(marked()).toEqual(['trainium unmarked', ...['trainium', 'amazon'], 'amazon']);
});

describe('beside the article', () => {
  const order = () => choice.mentions.inOrder().map(({ card }) => card);

  it('only what is nowhere in it is marked, once, and all come last', () => {
    show(
      `<div>Amazon, Trainium</div><main>${text('Trainium')}${text('Trainium')}</main><aside>Amazon, scaling laws</aside>`,
    );
    expect(marked()).toEqual([
      ...['amazon', 'trainium unmarked'],
      ...['trainium', 'trainium unmarked'],
      ...['amazon unmarked', 'scaling'],
    ]);
    expect(order()).toEqual(['trainium', 'trainium', 'amazon', 'trainium', 'amazon', 'scaling']);
  });

  it.each([
    ['main', `<div>Amazon</div><main>${text('Trainium')}${text('Trainium')}</main>`],
    ['an article', `<div>Amazon</div><article>${text('Trainium')}${text('Trainium')}</article>`],
    [
      'an article in main',
      `<main><div>Amazon</div><article>${text('Trainium')}${text('Trainium')}</article></main>`,
    ],
    ['most of the text', `<div>Amazon</div><div>${text('Trainium')}${text('Trainium')}</div>`],
    ['what is no sidebar in it', `<main><aside>Amazon</aside>${text('Trainium')}${text('Trainium')}</main>`],
  ])('is what is not in %s', (_where, html) => {
    show(html);
    expect(order()).toEqual(['trainium', 'trainium', 'amazon']);
  });

  it.each([
    ['there is little text', '<div>Amazon</div><div>Trainium</div>'],
    ['text is everywhere', `<div>${text('Amazon')}</div><div>${text('Trainium')}</div>`],
    ['articles are many', `<article>${text('Amazon')}</article><article>${text('Trainium')}</article>`],
  ])('is nothing where %s', (_where, html) => {
    show(html);
    expect(order()).toEqual(['amazon', 'trainium']);
  });
});
