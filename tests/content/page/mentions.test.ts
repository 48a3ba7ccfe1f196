// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { PageMentions } from '../../../src/content/page/mentions';
import { buildEngine } from '../../core/tiny-engine';
import { byId, readBlocks, showPage } from './read-blocks';

const { gazetteer, cues } = buildEngine({
  trainium: { alone: ['Trainium'] },
  bedrock: { withEvidence: ['Bedrock'], for: ['AWS'] },
});

let mentions: PageMentions;
const read = (root: Node) => {
  for (const block of readBlocks(root)) mentions.add(block);
  mentions.decide({}, cues);
};
const found = () => mentions.inOrder().map(({ card, key }) => `${card} ${key}`);

beforeEach(() => {
  mentions = new PageMentions(gazetteer);
  read(
    showPage(
      '<h1 id="title">Trainium</h1><p id="first">A <b>Train</b>ium chip</p><p id="last">Bedrock on AWS</p><p>None</p>',
    ),
  );
});

describe('the mentions of a page', () => {
  it('stand in reading order, and those in headings are not marked', () => {
    expect(mentions.inOrder().map(({ card, isMarked }) => [card, isMarked])).toEqual([
      ['trainium', false],
      ['trainium', true],
      ['bedrock', true],
    ]);
    expect(mentions.size).toBe(3);
  });

  it('keep their keys and ranges when they are decided anew', () => {
    const before = mentions.inOrder();
    mentions.decide({ title: 'Another title' }, cues);
    expect(found()).toEqual(before.map(({ card, key }) => `${card} ${key}`));
    expect(mentions.inOrder()[1]?.range).toBe(before[1]?.range);
  });

  it('keep their keys when their block is read again and they stay in their place', () => {
    const before = found();
    byId('first').append(' More.');
    mentions.drop(byId('first'));
    read(byId('first'));
    expect(found()).toEqual(before);
  });

  it('get other keys when their block is read again and their text node is another', () => {
    const before = found();
    byId('first').replaceChildren(byId('first').textContent ?? '');
    mentions.drop(byId('first'));
    read(byId('first'));
    expect(found()[0]).toBe(before[0]);
    expect(before).not.toContain(found()[1]);
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'trainium', 'bedrock']);
  });

  it('go with their block', () => {
    const gone = mentions.inOrder()[1]?.key ?? -1;
    expect(mentions.drop(byId('first'))).toBe(true);
    expect(mentions.byKey(gone)).toBeUndefined();
    expect(mentions.inOrder()).toHaveLength(2);
    expect(mentions.drop(byId('first'))).toBe(false);
  });

  it('go with all blocks that left the page', () => {
    byId('first').remove();
    byId('last').remove();
    expect(mentions.dropWhere((container) => !container.isConnected)).toBe(true);
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium']);
  });

  it('go when their evidence goes', () => {
    byId('last').textContent = 'Bedrock on sand';
    mentions.drop(byId('last'));
    read(byId('last'));
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'trainium']);
  });
});

describe('the mention at a caret', () => {
  const at = (parent: Element | null, node: number, offset: number) =>
    mentions.at(parent?.childNodes[node] as Node, offset)?.card;

  it('is found in each of its text nodes, its two ends included', () => {
    const first = byId('first');
    expect(at(first.querySelector('b'), 0, 0)).toBe('trainium');
    expect(at(first, 2, 3)).toBe('trainium');
  });

  it('is none beside it, or in text without mentions', () => {
    const first = byId('first');
    expect(at(first, 0, 1)).toBeUndefined();
    expect(at(first, 2, 4)).toBeUndefined();
    expect(at(document.body.lastElementChild, 0, 1)).toBeUndefined();
  });

  it('is looked for only where an element holds one', () => {
    expect(mentions.mayHold(byId('first'))).toBe(true);
    expect(mentions.mayHold(document.body.lastElementChild as Node)).toBe(false);
  });
});
