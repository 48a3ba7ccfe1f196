// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { NO_CORRECTIONS } from '../../src/core/corrections';
import { readBlock, relatedIn } from '../../src/core/read-block';
import { ReadLoop } from '../../src/frame/read-loop';
import { PageMentions } from '../../src/frame/reader/mentions';
import type { PageReader } from '../../src/frame/reader/reader';
import type { StoredBlock } from '../../src/frame/reader/stored-block';
import type { Request, Responses } from '../../src/protocol/messages';
import { buildEngine } from '../core/tiny-engine';
import { readBlocks, showPage } from './reader/read-blocks';

// jsdom renders nothing, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Element.prototype.checkVisibility = () => true;
});

const engine = buildEngine({ trainium: { alone: ['Trainium'] }, inferentia: { alone: ['Inferentia'] } });
const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

interface Ports {
  readonly mayMatter?: boolean;
  readonly mayHold?: (blocks: readonly StoredBlock[]) => Promise<boolean>;
  readonly isPrepared?: boolean;
}

/** A page that is read, and what was ever found on it. The background answers when the test says so. */
function openPage(html: string, ports: Ports = {}) {
  const mentions = new PageMentions();
  for (const block of readBlocks(showPage(html))) mentions.add(block);
  const reader = {
    backoffMs: 0,
    isBehind: false,
    isComplete: true,
    catchUp: () => {},
    readHeadings: () => false,
  };
  const seen = new Set<string>();
  const answers: (() => void)[] = [];
  const session = new AbortController();
  const loop = new ReadLoop(
    {
      mentions,
      reader: reader as unknown as PageReader,
      mayHoldMentions: async (blocks) => ports.mayHold?.(blocks) ?? ports.mayMatter ?? true,
      prepare: async () => ports.isPrepared ?? true,
      read: ({ blocks }: Request<'blocks.read'>) =>
        new Promise<Responses['blocks.read']>((resolve) => {
          const readings = blocks.map(({ text, isHeading }) => readBlock(text, isHeading, engine));
          answers.push(() =>
            resolve({ readings, related: relatedIn(readings, engine), groups: {}, title: [] }),
          );
        }),
      update: () => {
        mentions.decide();
        for (const { card } of mentions.all()) seen.add(card);
      },
    },
    session.signal,
  );
  /** The first question is answered first, until nothing more is asked. */
  const answerAll = async () => {
    await nextTurn();
    for (let answer = answers.shift(); answer; answer = answers.shift()) {
      answer();
      await nextTurn();
    }
  };
  const cards = () => [...mentions.all()].map(({ card }) => card);
  return { mentions, loop, seen, answers, session, answerAll, cards };
}

it('what the reader corrects while the engine reads is not marked, not for a moment', async () => {
  const { mentions, loop, seen, answerAll, cards } = openPage('<p>Trainium and Inferentia.</p>');
  void loop.run();
  await nextTurn();
  mentions.setCorrections({ ...NO_CORRECTIONS, never: ['trainium'] });
  void loop.run();
  await answerAll();
  expect(cards()).toEqual(['inferentia']);
  expect([...seen]).toEqual(['inferentia']);
});

it('nobody is asked about a page that cannot hold a mention', async () => {
  const { loop, answers, mentions } = openPage('<p>Google.</p>', { mayMatter: false });
  await loop.run();
  expect(answers).toEqual([]);
  expect(mentions.unread).toHaveLength(1);
});

it('nothing is marked where what holds on the site cannot be learnt, and the next change tries again', async () => {
  const ports = { isPrepared: false };
  const { loop, answerAll, cards } = openPage('<p>Trainium.</p>', ports);
  void loop.run();
  await answerAll();
  expect(cards()).toEqual([]);
  ports.isPrepared = true;
  void loop.run();
  await answerAll();
  expect(cards()).toEqual(['trainium']);
});

it('what is answered after the session has ended is not taken', async () => {
  const { loop, answerAll, session, cards } = openPage('<p>Trainium.</p>');
  void loop.run();
  await nextTurn();
  session.abort();
  await answerAll();
  expect(cards()).toEqual([]);
});

it('is tried again by itself where it failed, but not for ever, and not after the session', async () => {
  vi.useFakeTimers();
  const ports = { isPrepared: false };
  const { loop, answers, session, cards } = openPage('<p>Trainium.</p>', ports);
  const answerNext = async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  void loop.run();
  await answerNext();
  ports.isPrepared = true;
  await answerNext();
  expect(cards()).toEqual(['trainium']);

  const other = openPage('<p>Trainium.</p>', { isPrepared: false });
  void other.loop.run();
  let asked = 0;
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(10_000);
    asked += other.answers.length;
    other.answers.shift()?.();
  }
  expect(asked).toBe(4);
  session.abort();
  vi.useRealTimers();
});

it('what comes while the page is tested for mentions is tested too', async () => {
  const tested: string[][] = [];
  let finishTest = () => {};
  const { mentions, loop, answerAll, cards } = openPage('<p>Nothing here.</p>', {
    mayHold: (blocks) => {
      const texts = blocks.map(({ block }) => block.text);
      tested.push(texts);
      return new Promise((resolve) => {
        finishTest = () => resolve(texts.some((text) => text.includes('Trainium')));
      });
    },
  });
  void loop.run();
  await nextTurn();
  for (const block of readBlocks(showPage('<p>Trainium chips.</p>'))) mentions.add(block);
  void loop.run();
  finishTest();
  await nextTurn();
  finishTest();
  await answerAll();
  expect(tested).toEqual([['Nothing here.'], ['Nothing here.', 'Trainium chips.']]);
  expect(cards()).toEqual(['trainium']);
});
