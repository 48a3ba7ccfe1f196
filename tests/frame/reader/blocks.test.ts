// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockWalk, rangeOf } from '../../../src/frame/reader/blocks';
import { byId, readBlocks, showPage, textsIn, textsOf } from './read-blocks';

describe('a block', () => {
  it('runs over inline elements, and ends at others', () => {
    expect(
      textsIn('<p>The <b>Neuron</b> <a href="#">S<i>D</i>K</a>.</p>After<div>Inside</div>Behind'),
    ).toEqual(['The Neuron SDK.', 'After', 'Inside', 'Behind']);
  });

  it('keeps lines apart that br parts', () => {
    expect(textsIn('<p>Trainium<br>chips</p>')).toEqual(['Trainium\nchips']);
  });

  it('keeps cells, list items and unknown elements apart', () => {
    expect(
      textsIn('<table><tr><td>AWS<td>Azure</table><ul><li>one<li>two</ul><my-box>three</my-box>four'),
    ).toEqual(['AWS', 'Azure', 'one', 'two', 'three', 'four']);
  });

  it('keeps words apart that only style sets apart', () => {
    expect(textsIn('<p><span style="display: block">Open</span>AI</p>')).toEqual(['Open\nAI']);
    expect(textsIn('<p><span style="float: left">O</span>penAI</p>')).toEqual(['O\npenAI']);
    expect(textsIn('<p><span>Open</span>AI</p>')).toEqual(['OpenAI']);
  });

  it.each([
    ['inputs', '<input value="no"><textarea>no</textarea><select><option>no</select>'],
    ['editors', '<div contenteditable>no <p>no</p></div><div contenteditable="plaintext-only">no</div>'],
    ['elements that say they are fields', '<div role="textbox">no</div><span role="combobox">no</span>'],
    ['code', '<pre>no</pre><code>no</code><kbd>no</kbd>'],
    ['buttons and navigation', '<button>no</button><nav>no <p>no</p></nav><div role="button">no</div>'],
    ['scripts and styles', '<script>no()</script><style>no {}</style><noscript>no</noscript>'],
    ['pictures and frames', '<svg><text>no</text></svg><iframe>no</iframe><object>no</object>'],
  ])('holds nothing of %s', (_what, html) => {
    expect(
      textsIn(`<p>before</p>${html}<p>after</p>`)
        .join(' ')
        .replace(/[\s\uFFFC]+/g, ' '),
    ).toBe('before after');
    expect(textsIn(`<div>before ${html} after</div>`).join(' ')).not.toContain('no');
  });

  it('goes on behind what stands in its line unread, but joins no words across it', () => {
    expect(textsIn('<p>Bedrock takes <code>x</code> from AWS</p>')[0]).toMatch(
      /^Bedrock takes\s+\uFFFC\s+from AWS$/,
    );
    expect(textsIn('<p>Neuron<span role="button">x</span>SDK</p>')[0]).toMatch(/^Neuron \uFFFC SDK$/);
    expect(textsIn('<p>Neuron<script>x</script> SDK</p>')).toEqual(['Neuron SDK']);
  });

  it('may lie in what is declared not to be edited', () => {
    expect(textsIn('<div contenteditable="false">yes</div>')).toEqual(['yes']);
  });

  it('knows that it is a heading, inside one too', () => {
    const blocks = readBlocks(
      showPage('<h2>One <b>two</b></h2><h3><div>Three</div></h3><div role="heading">Four</div><p>Five</p>'),
    );
    expect(textsOf(blocks.filter(({ isHeading }) => isHeading))).toEqual(['One two', 'Three', 'Four']);
  });

  it('of a long run is cut between text nodes, and nothing is lost', () => {
    const body = showPage('');
    for (let i = 0; i < 60; i++)
      body.append(Object.assign(document.createElement('i'), { textContent: 'a '.repeat(500) }));
    const blocks = readBlocks(body);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.map(({ text }) => text).join('')).toBe(body.textContent);
    for (const { text, starts } of blocks) {
      expect(text.length).toBeLessThanOrEqual(21_000);
      expect(starts[0]).toBe(0);
    }
  });
});

describe('a walk at its own depth', () => {
  it('reads the root’s own runs, without the blocks inside it', () => {
    const root = showPage('one <b>two</b><p>not <i>this</i></p>three<div>nor this</div>');
    expect(textsOf(readBlocks(root, 'own'))).toEqual(['one two', 'three']);
  });

  it('stays inside its root', () => {
    showPage('<p>no</p><div id="root">yes<p>no</p></div>no<p>no</p>');
    expect(textsOf(readBlocks(byId('root'), 'own'))).toEqual(['yes']);
    expect(textsOf(readBlocks(byId('root')))).toEqual(['yes', 'no']);
  });
});

describe('a walk', () => {
  const paragraphs = (...ids: string[]) => ids.map((id) => `<p id="${id}">${id} <b>${id}</b></p>`).join('');

  it.each([
    ['robbed of the paragraph that it is in', () => byId('b').remove(), true],
    ['moved what is around it', () => document.body.append(byId('inner')), true],
    ['emptied', () => byId('inner').replaceChildren(), true],
    ['added to', () => document.body.prepend('More.'), false],
  ])('that paused knows whether it can go on in a page that was %s', (_what, change, isBroken) => {
    const page = `<div><div id="inner">${paragraphs('a', 'b', 'c')}</div></div>${paragraphs('d')}`;
    const walk = new BlockWalk(showPage(page), 'subtree');
    walk.next();
    walk.pause();
    change();
    expect(walk.isBroken).toBe(isBroken);
  });

  it('that paused skips what became a field meanwhile', () => {
    const walk = new BlockWalk(showPage(paragraphs('a', 'b')), 'subtree');
    walk.next();
    walk.pause();
    document.body.insertAdjacentHTML('beforeend', '<textarea>no</textarea><p>yes</p>');
    const texts: string[] = [];
    for (let block = walk.next(); block; block = walk.next()) texts.push(block.text.trim());
    expect(texts).toContain('yes');
    expect(texts).not.toContain('no');
  });
});

describe('a range', () => {
  const slice = (html: string, word: string) => {
    const [block] = readBlocks(showPage(html));
    if (!block) throw new Error('There is no block.');
    const start = block.text.indexOf(word);
    const { startContainer, startOffset, endContainer, endOffset } = rangeOf(
      block,
      start,
      start + word.length,
    );
    const live = document.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return { text: live.toString(), startContainer, endContainer };
  };

  it('covers a term that is split over inline elements', () => {
    const { text, startContainer, endContainer } = slice(
      '<p>the <b>Neu</b>ron <i>S</i>DK now</p>',
      'Neuron SDK',
    );
    expect(text).toBe('Neuron SDK');
    expect([startContainer.nodeValue, endContainer.nodeValue]).toEqual(['Neu', 'DK now']);
  });

  it('starts and ends in the term’s own text nodes where it fills one', () => {
    const { startContainer, endContainer } = slice('<p>an <b>AWS</b> chip</p>', 'AWS');
    expect(startContainer).toBe(endContainer);
    expect(startContainer.nodeValue).toBe('AWS');
  });

  it('gives back any part of any block', () => {
    const piece = fc.constantFrom(
      'AWS',
      ' chip',
      '<b>Train</b>',
      '<i>ium</i>',
      '<a>x<u>y</u></a>',
      '<b></b>',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (pieces, one, other) => {
          const root = showPage(`<p>.${pieces.join('')}</p>`);
          const text = root.textContent;
          const [start = 0, end = 0] = [one % text.length, other % text.length].sort((a, b) => a - b);
          fc.pre(start < end);
          const [block] = readBlocks(root);
          if (!block) throw new Error('There is no block.');
          expect(block.text).toBe(text);
          const range = rangeOf(block, start, end);
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          expect(live.toString()).toBe(text.slice(start, end));
        },
      ),
    );
  });
});
