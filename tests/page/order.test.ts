// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { compareInPage } from '../../src/page/order';
import { showPage } from '../frame/reader/read-blocks';

/** The text nodes under a root, those of shadow roots included, each as a range over its first letter. */
function rangesIn(root: Node): StaticRange[] {
  if (root.nodeType === Node.TEXT_NODE)
    return [new StaticRange({ startContainer: root, startOffset: 0, endContainer: root, endOffset: 1 })];
  const shadow = root instanceof Element && root.shadowRoot ? rangesIn(root.shadowRoot) : [];
  return [...[...root.childNodes].flatMap(rangesIn), ...shadow];
}

const read = (ranges: StaticRange[]) => ranges.map(({ startContainer }) => startContainer.nodeValue);

describe('the order of mentions', () => {
  it('is that of the page, whatever order they were found in', () => {
    const ranges = rangesIn(showPage('<p>1<b>2</b></p><div>3<p>4</p></div>5'));
    const shuffled = [ranges[3], ranges[0], ranges[4], ranges[2], ranges[1]].filter(
      (range) => range !== undefined,
    );
    expect(read(shuffled.sort(compareInPage))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('counts what is in a shadow root where its host stands', () => {
    const body = showPage('<p>1</p><x-outer></x-outer><p>5</p>');
    const outer = body.children[1]?.attachShadow({ mode: 'open' });
    if (!outer) throw new Error('There is no shadow root.');
    outer.innerHTML = '<i>2</i><x-inner></x-inner><i>4</i>';
    const inner = outer.children[1]?.attachShadow({ mode: 'open' });
    inner?.append('3');
    expect(read(rangesIn(body).sort(compareInPage))).toEqual(['1', '2', '3', '4', '5']);
    expect(read(rangesIn(body).reverse().sort(compareInPage))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('goes by the place in the text within one text node', () => {
    const [node] = showPage('AWS and Azure').childNodes;
    if (!node) throw new Error('There is no text.');
    const at = (start: number) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: start + 3 });
    expect(compareInPage(at(0), at(8))).toBeLessThan(0);
    expect(compareInPage(at(8), at(0))).toBeGreaterThan(0);
    expect(compareInPage(at(8), at(8))).toBe(0);
  });
});
