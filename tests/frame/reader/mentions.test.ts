// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Corrections, NO_CORRECTIONS } from '../../../src/core/corrections';
import { readBlock, readTitle, relatedIn } from '../../../src/core/read-block';
import { PageMentions } from '../../../src/frame/reader/mentions';
import { figuresFor } from '../../../src/page/figures';
import { buildEngine } from '../../core/tiny-engine';
import { byId, readBlocks, showPage } from './read-blocks';

// jsdom renders nothing, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Element.prototype.checkVisibility = function () {
    return this.closest('[hidden]') === null;
  };
});

const engine = buildEngine({
  trainium: { alone: ['Trainium'] },
  bedrock: { withEvidence: ['Bedrock'], for: ['AWS'] },
});

let mentions: PageMentions;
const add = (root: Node) => {
  for (const block of readBlocks(root)) mentions.add(block);
};
/** Has the engine read what is unread, as the background does. */
const answer = (blocks = mentions.unread) => {
  const readings = blocks.map(({ block: { text, isHeading } }) => readBlock(text, isHeading, engine));
  mentions.addReadings(blocks, { readings, related: relatedIn(readings, engine), groups: {} });
  mentions.decide();
};
const read = (root: Node) => {
  add(root);
  answer();
  // As the page's reader does, once there is something that headings can speak for.
  for (const block of mentions.hasCandidates ? readBlocks(root) : [])
    if (block.isHeading && !mentions.has(block.container)) mentions.add(block);
  answer();
};
const found = () => mentions.inOrder().map(({ card, key }) => `${card} ${key}`);

beforeEach(() => {
  mentions = new PageMentions();
  read(
    showPage(
      '<h1 id="title">Trainium</h1><p id="first">A <b>Train</b>ium chip</p><p id="last">Bedrock on AWS</p><p>None</p>',
    ),
  );
});

describe('the mentions of a page', () => {
  it('stand in reading order', () => {
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'trainium', 'bedrock']);
    expect(mentions.size).toBe(3);
  });

  it('keep their keys and ranges when they are decided anew', () => {
    const before = mentions.inOrder();
    mentions.setTitleCues(readTitle({ title: 'Another title' }, engine));
    mentions.decide();
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

describe('corrections', () => {
  const hold = (changes: Partial<Corrections>) => {
    mentions.setCorrections({ ...NO_CORRECTIONS, ...changes });
    expect(mentions.unread).toEqual([]);
    mentions.decide();
  };

  it('take mentions away, and give them back when they are undone', () => {
    const before = mentions.inOrder().map(({ card, surface }) => [card, surface]);
    hold({ never: ['trainium'] });
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['bedrock']);
    hold({ wrong: [['bedrock', 'bedrock']] });
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'trainium']);
    hold({});
    expect(mentions.inOrder().map(({ card, surface }) => [card, surface])).toEqual(before);
  });

  it('leave what the reader knows in its place', () => {
    const before = found();
    hold({ known: ['trainium'] });
    expect(found()).toEqual(before);
    expect(mentions.knownCards).toEqual(['trainium']);
  });

  it('hold for text that is read later', () => {
    hold({ never: ['trainium'] });
    byId('last').append(' and Trainium');
    mentions.drop(byId('last'));
    read(byId('last'));
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['bedrock']);
  });
});

describe('a block that waits for the engine', () => {
  const change = (from: string, to: string) => {
    const text = byId('first').lastChild as Text;
    text.data = text.data.replace(from, to);
    mentions.drop(byId('first'));
    add(byId('first'));
    mentions.decide();
  };

  it('keeps its mentions where its text is the same', () => {
    const before = found();
    change('chip', 'chip, and then some');
    expect(found()).toEqual(before);
    answer();
    expect(found()).toEqual(before);
  });

  it('loses those whose own text has changed', () => {
    change('ium chip', 'ing day');
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'bedrock']);
  });

  it('is left alone by an answer that comes when it is gone', () => {
    add(byId('first'));
    const waiting = mentions.unread;
    mentions.drop(byId('first'));
    answer(waiting);
    expect(mentions.inOrder().map(({ card }) => card)).toEqual(['trainium', 'bedrock']);
  });

  it('is forgotten where the engine finds no form in it, unless it is a heading', () => {
    mentions = new PageMentions();
    const body = showPage('<h1>A rock</h1><p>Bedrock, and gravel.</p><p>Clay.</p>');
    add(body);
    answer();
    expect([...body.children].map((container) => mentions.has(container))).toEqual([true, true, false]);
  });
});

describe('the figures on a card’s subject', () => {
  const source = {
    id: 'deal',
    quantity: 'money' as const,
    from: 25e9,
    to: 25e9,
    unit: 'USD',
    parties: ['bedrock', 'trainium'],
    others: [],
    near: ['invest'],
    apart: [],
  };
  const figure = {
    ...source,
    name: '25 billion',
    subject: 'the deal',
    cite: [],
  };
  const figuresOn = (html: string) => {
    mentions = new PageMentions();
    add(showPage(html));
    const blocks = mentions.unread;
    const withFigures = { ...engine, figures: [source] };
    const readings = blocks.map(({ block }) => readBlock(block.text, block.isHeading, withFigures));
    mentions.addReadings(blocks, { readings, related: relatedIn(readings, engine), groups: {} });
    mentions.decide();
    const [first] = mentions.inOrder();
    return first
      ? figuresFor(mentions, first, [figure]).flatMap(({ parts }) => parts.map(({ text }) => text))
      : [];
  };

  it('are those of the mention’s own block first', () => {
    const page = '<p>Trainium: $25 billion invested.</p><p>Bedrock on AWS, $25bn invested</p>';
    expect(figuresOn(page)).toEqual(['$25 billion']);
    expect(figuresOn(`<p>Trainium</p>${page}`)).toEqual(['$25 billion']);
  });

  it('are none where a party is not on the page, or stands in another block', () => {
    expect(figuresOn('<p>Trainium: $25 billion invested.</p>')).toEqual([]);
    expect(figuresOn('<p>Trainium, and Bedrock on AWS.</p><p>$25 billion invested.</p>')).toEqual([]);
  });
});

describe('the mention at a caret', () => {
  const at = (parent: Element | null, node: number, offset: number) =>
    mentions.index.at(parent?.childNodes[node] as Node, offset)?.card;

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
    expect(mentions.index.byParent.has(byId('first'))).toBe(true);
    expect(mentions.index.byParent.has(document.body.lastElementChild as Node)).toBe(false);
  });
});
