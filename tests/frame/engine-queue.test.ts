// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { type Corrections, correct, NO_CORRECTIONS } from '../../src/core/corrections';
import { readBlock, relatedIn } from '../../src/core/read-block';
import { EngineQueue } from '../../src/frame/engine-queue';
import { PageMentions } from '../../src/frame/reader/mentions';
import type { PageReader } from '../../src/frame/reader/reader';
import type { Request, Responses } from '../../src/protocol/messages';
import { buildEngine } from '../core/tiny-engine';
import { readBlocks, showPage } from './reader/read-blocks';

// jsdom renders nothing, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Element.prototype.checkVisibility = () => true;
});

/** The background: what holds when it is asked, and its answers, which come when the test says so. */
const background = {
  corrections: NO_CORRECTIONS as Corrections,
  answers: [] as (() => void)[],
};
vi.mock('../../src/page/ask', () => ({
  ask: (_name: string, { blocks }: Request<'blocks.read'>) => {
    const { corrections } = background;
    return new Promise<Responses['blocks.read']>((resolve) => {
      background.answers.push(() => {
        const readings = correct(
          blocks.map(({ text, isHeading }) => ({ text, reading: readBlock(text, isHeading, engine) })),
          corrections,
        );
        resolve({ readings, related: relatedIn(readings, engine), title: [] });
      });
    });
  },
}));

const engine = buildEngine({ trainium: { alone: ['Trainium'] }, inferentia: { alone: ['Inferentia'] } });
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A page that is read, and what is found on it. */
function openPage(html: string) {
  const mentions = new PageMentions();
  for (const block of readBlocks(showPage(html))) mentions.add(block);
  const reader = {
    pace: 0,
    isBehind: false,
    isComplete: true,
    unsifted: [],
    catchUp: () => undefined,
    takeSifted: () => undefined,
    readHeadings: () => false,
  } as unknown as PageReader;
  /** All that was ever shown. */
  const seen = new Set<string>();
  const queue = new EngineQueue(
    {
      mentions,
      reader: () => reader,
      tell: (answer) => answer,
      settle: () => {
        mentions.decide();
        for (const { card } of mentions.all()) seen.add(card);
      },
    },
    new AbortController().signal,
  );
  return { mentions, queue, seen, cards: () => [...mentions.all()].map(({ card }) => card) };
}

/** The background answers what it was asked, the first question first, until it is asked nothing more. */
async function answerAll() {
  await settle();
  for (let answer = background.answers.shift(); answer; answer = background.answers.shift()) {
    answer();
    await settle();
  }
}

it('an answer from before a correction is not taken: what the reader corrected is not marked again', async () => {
  const { mentions, queue, seen, cards } = openPage('<p>Trainium and Inferentia.</p>');
  background.corrections = NO_CORRECTIONS;
  void queue.readOn();
  await settle();
  // The question is on its way when the reader corrects.
  background.corrections = { ...NO_CORRECTIONS, never: ['trainium'] };
  mentions.takeKnown([]);
  void queue.readAgain();
  await answerAll();
  expect(cards()).toEqual(['inferentia']);
  expect([...seen]).toEqual(['inferentia']);
});
