// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { SEAM_CHARACTER } from '../../../src/core/tokenize';
import { type Passage, TextScan } from '../../../src/frame/reader/text-scan';
import { showPage } from './read-blocks';

function passagesIn(html: string, start?: string): Passage[] {
  const body = showPage(html);
  const scan = new TextScan(body, start ? (body.querySelector(start) ?? undefined) : undefined);
  const passages: Passage[] = [];
  for (let passage = scan.next(); passage; passage = scan.next()) passages.push(passage);
  return passages;
}

/** The pieces of all passages, each with its node. */
const piecesOf = (passages: readonly Passage[]) =>
  passages.flatMap(({ text, nodes }) => {
    const pieces = text.split(SEAM_CHARACTER).slice(0, -1);
    expect(pieces).toHaveLength(nodes.length);
    pieces.forEach((piece, place) => {
      expect(nodes[place]?.data.replaceAll('\u001f', ' ')).toContain(piece.trim());
    });
    return pieces;
  });

it('takes each text once, with a space where white space parts it from the one before', () => {
  expect(piecesOf(passagesIn('<p>Neuron\n  <b> SDK</b>s</p>\n\n<p>Trainium</p>'))).toEqual([
    'Neuron',
    ' SDK',
    's',
    ' Trainium',
  ]);
});

it('withholds what is not shown, and what the reader writes', () => {
  const pieces = piecesOf(
    passagesIn(
      '<p>one</p><script>let secret</script><style>secret</style><textarea>secret</textarea>' +
        '<div contenteditable>secret <p>secret <b contenteditable>secret</b></p><i contenteditable="false">secret</i></div>' +
        '<div role="textbox"><p>secret</p></div><p contenteditable="FALSE">two</p>',
    ),
  );
  expect(pieces).toEqual(['one', 'two']);
});

it('keeps pieces and nodes apart where a page has the seam’s own character', () => {
  expect(piecesOf(passagesIn('<p>o\u001fne</p><p>two</p>'))).toEqual(['o ne', 'two']);
});

it('begins where it is told, and ends with that text again, as a form may go on in it', () => {
  const pieces = piecesOf(passagesIn('<p>one</p><p id="here">two</p><p>three</p>', '#here'));
  expect(pieces).toEqual(['two', 'three', 'one', 'two']);
});

it('begins each passage with the end of the one before', () => {
  const long = Array.from({ length: 9_000 }, (_, place) => `<p>Sentence ${place} of many.</p>`).join('\n');
  // In one element: jsdom takes a time that grows with the square of the elements that stand on top.
  const [first, second] = passagesIn(`<div>${long}</div>`);
  const shared = second?.nodes.filter((node) => first?.nodes.includes(node)) ?? [];
  expect(shared.length).toBeGreaterThan(3);
  expect(shared).toEqual(first?.nodes.slice(-shared.length));
});

it('takes a text that is longer than a passage in several', () => {
  const passages = passagesIn(`<p>${'a long word, '.repeat(30_000)}</p>`);
  expect(passages.length).toBeGreaterThan(2);
  expect(Math.max(...passages.map(({ text }) => text.length))).toBeLessThan(210_000);
  expect(piecesOf(passages).join('').length).toBeGreaterThan(13 * 30_000 - 10);
});
