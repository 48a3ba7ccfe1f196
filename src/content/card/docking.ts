import {
  boxOf,
  clientWidthOf,
  elementsAt,
  page,
  parentElementOf,
  parentOf,
  rangeBoxesOf,
  rootElement,
} from '../../platform/dom';
import { liveRange } from '../page/live-range';
import { type Dock, findDock } from './dock';

/** A card is readable from this width on, as a share of its own. */
const LEAST_SHARE = 0.75;

/**
 * Stands a pinned card in a free margin beside its term, and keeps it level with its line. The margin is looked for when
 * the card is pinned, and again when the page has another width: in between, page and card move as one.
 * @returns to be called whenever either may have moved: whether the card has a margin to stand in
 */
export function docking(card: HTMLElement, range: StaticRange): () => boolean {
  let lookedAt = '';
  let dock: Dock | undefined;
  let from = { left: 0, top: 0 };
  return () => {
    const live = liveRange(range);
    const line = live && rangeBoxesOf(live)[0];
    if (!line) return false;
    const layout = `${innerWidth} ${Math.round(line.left + scrollX)}`;
    const isOnScreen = line.top >= 0 && line.bottom <= innerHeight;
    if (layout !== lookedAt && isOnScreen) {
      lookedAt = layout;
      dock = lookFor(card, range, line);
      from = { left: line.left, top: line.top };
      mark(card, dock, line);
    }
    if (dock) {
      const { left, top } = dock;
      card.style.translate = `${Math.round(left + line.left - from.left)}px ${Math.round(top + line.top - from.top)}px`;
    }
    return dock !== undefined;
  };
}

function lookFor(card: HTMLElement, range: StaticRange, line: DOMRect): Dock | undefined {
  const block = blockOf(range.startContainer);
  if (!block) return undefined;
  const { left, right } = boxOf(block);
  for (const property of ['--dock-width', '--room']) card.style.removeProperty(property);
  const width = card.offsetWidth;
  // Out of the way of its own margin.
  card.style.translate = '-200vw 0';
  const dock = findDock({
    block: { left, right },
    line: (line.top + line.bottom) / 2,
    window: { width: clientWidthOf(rootElement() ?? block), height: innerHeight },
    width,
    leastWidth: width * LEAST_SHARE,
    heightAt(docked) {
      card.style.setProperty('--dock-width', `${docked}px`);
      return card.offsetHeight;
    },
    isFree(x, y) {
      const [there] = elementsAt(page, x, y);
      return !there || containsAcrossRoots(there, block);
    },
  });
  return dock;
}

function mark(card: HTMLElement, dock: Dock | undefined, line: DOMRect): void {
  if (!dock) {
    delete card.dataset['dock'];
    card.style.removeProperty('--dock-width');
    return;
  }
  card.dataset['dock'] = dock.side;
  card.style.setProperty('--dock-width', `${dock.width}px`);
  card.style.setProperty('--room', `${Math.floor(dock.room)}px`);
  card.style.setProperty('--tick', `${dock.tick}px`);
  card.style.setProperty('--tick-top', `${Math.round((line.top + line.bottom) / 2 - dock.top)}px`);
}

/** The block that a text's lines are as wide as. */
function blockOf(text: Node): Element | null {
  let block = parentElementOf(text);
  for (let parent = block; parent; parent = parentElementOf(parent)) {
    block = parent;
    if (!/^(inline|contents|ruby)/.test(getComputedStyle(parent).display)) break;
  }
  return block;
}

function containsAcrossRoots(outer: Element, inner: Element): boolean {
  for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : parentOf(node))
    if (node === outer) return true;
  return false;
}
