// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPack } from '../../../scripts/pack-files';
import { loadCues, loadGazetteer } from '../../../src/core/gazetteer';
import { readBlock, readTitle, relatedIn } from '../../../src/core/read-block';
import { spotBlocks } from '../../../src/core/spot';
import { rangeOf } from '../../../src/frame/reader/blocks';
import { PageMentions } from '../../../src/frame/reader/mentions';
import { compileCues, compileGazetteer } from '../../../src/pack/compile';
import { readBlocks, showPage } from './read-blocks';

const { pack } = readPack();
if (!pack) throw new Error('The shipped pack cannot be read.');
const forms = compileGazetteer(pack);
const engine = { gazetteer: loadGazetteer(forms), cues: loadCues(compileCues(pack)) };

const form = fc.constantFrom(...pack.cards.flatMap(({ value }) => value.aliases.map(({ form }) => form)));
const example = fc.constantFrom(...pack.cards.flatMap(({ value }) => [...value.links, ...value.leaves]));
const word = fc.constantFrom('of the', '\u00AD', 's', '.', ',', ' ', '😀', '生成', 'Debussy', '\n');
const text = fc
  .array(fc.oneof(form, form, example, word), { maxLength: 4 })
  .map((pieces) => pieces.join(' '));
const element = fc.record({
  tag: fc.constantFrom('p', 'p', 'div', 'h2'),
  texts: fc.array(text, { maxLength: 3 }),
});
const step = fc.record({
  what: fc.constantFrom(
    'change',
    'same',
    'add',
    'inside',
    'remove',
    'move',
    'answer',
    'answer-one',
    'decide',
  ),
  place: fc.nat(),
  other: fc.nat(),
  element,
});
type Element = typeof element extends fc.Arbitrary<infer T> ? T : never;

/** An element whose text stands in several nodes. */
function build({ tag, texts }: Element): HTMLElement {
  const built = document.createElement(tag);
  texts.forEach((piece, place) => {
    const parent = place === 1 ? document.createElement('b') : built;
    if (parent !== built) built.append(parent);
    parent.append(piece);
  });
  return built;
}

it('a page that changes while it is read has the mentions of one that is read at one go', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(element, { minLength: 1, maxLength: 5 }),
      fc.array(step, { maxLength: 10 }),
      text,
      (elements, steps, title) => {
        const body = showPage('');
        body.append(...elements.map(build));
        const mentions = new PageMentions();
        mentions.setTitleCues(readTitle({ title }, engine));
        const answer = (blocks = mentions.unread) => {
          const readings = blocks.map(({ block }) => readBlock(block.text, block.isHeading, engine));
          mentions.addReadings(blocks, { readings, related: relatedIn(readings, engine), groups: {} });
          mentions.decide();
        };
        const read = (root: Node) => {
          for (const block of readBlocks(root)) mentions.add(block);
        };
        const readAgain = (container: HTMLElement) => {
          mentions.dropWhere((node) => !node.isConnected || container.contains(node));
          read(container);
        };
        read(body);
        for (const { what, place, other, element: fresh } of steps) {
          const { children } = body;
          const at = children[place % (children.length || 1)] as HTMLElement | undefined;
          if (what === 'answer') answer();
          else if (what === 'answer-one') answer(mentions.unread.slice(0, 1));
          else if (what === 'decide') mentions.decide();
          else if (what === 'add') {
            const added = build(fresh);
            body.insertBefore(added, children[other % (children.length + 1)] ?? null);
            read(added);
          } else if (!at) continue;
          else if (what === 'same') readAgain(at);
          else if (what === 'remove') {
            at.remove();
            mentions.dropWhere((node) => !node.isConnected);
          } else if (what === 'move') body.insertBefore(at, children[other % children.length] ?? null);
          else {
            if (what === 'inside') at.append(build(fresh));
            else at.replaceChildren(...build(fresh).childNodes);
            readAgain(at);
          }
        }
        answer();
        mentions.decide();
        const blocks = readBlocks(body);
        const whole = spotBlocks(blocks, { title }, engine.gazetteer, engine.cues).flatMap((inBlock, place) =>
          inBlock.map(({ card, tier, score, start, end }) => {
            const block = blocks[place] as (typeof blocks)[number];
            const { startContainer, startOffset, endContainer, endOffset } = rangeOf(block, start, end);
            return { card, tier, score, start, end, startContainer, startOffset, endContainer, endOffset };
          }),
        );
        const inPieces = mentions.inOrder().map(({ card, tier, score, start, end, range }) => {
          const { startContainer, startOffset, endContainer, endOffset } = range;
          return { card, tier, score, start, end, startContainer, startOffset, endContainer, endOffset };
        });
        const plain = (list: typeof whole) =>
          list.map(({ card, tier, score, start, end }) => ({ card, tier, score, start, end }));
        expect(plain(inPieces)).toEqual(plain(whole));
        whole.forEach((mention, place) => {
          const same = inPieces[place];
          const isSame =
            same?.startContainer === mention.startContainer &&
            same.startOffset === mention.startOffset &&
            same.endContainer === mention.endContainer &&
            same.endOffset === mention.endOffset;
          expect(isSame).toBe(true);
        });
        found += whole.length;
      },
    ),
    { numRuns: 500, seed: 7 },
  );
  expect(found).toBeGreaterThan(1000);
});
