import { boxOf, elementsAt, page } from '../platform/dom';
import type { Box } from './boxes';
import { type Dock, findDock } from './dock';
import { setPrivateProperty } from './private-properties';
import { type Anchor, blockOf, isAround, type TermPlace, windowBox } from './term-boxes';

/** The least share of its width in which a card is readable. */
const LEAST_SHARE = 0.75;

/**
 * Docks a pinned card in a free margin beside its term, level with its line. The margin is found when the card is pinned,
 * and again when the page's width changes: in between, page and card move together.
 * @returns to be called whenever either may have moved; returns whether the card is docked
 */
export function createDocking(card: HTMLElement, anchor: Anchor): (term: TermPlace) => boolean {
  let measuredLayout = '';
  let dock: Dock | undefined;
  let from = { left: 0, top: 0 };
  return ({ box: line, sides }) => {
    // Beside lines that run down is the next line.
    if (sides[0] !== 'bottom') return false;
    const layout = `${innerWidth} ${Math.round(line.left + scrollX)}`;
    if (layout !== measuredLayout && line.top >= 0 && line.bottom <= innerHeight) {
      measuredLayout = layout;
      dock = findDockFor(card, anchor.range(), line);
      from = { left: line.left, top: line.top };
      applyDock(card, dock, line);
    }
    if (dock) {
      const { left, top } = dock;
      card.style.translate = `${Math.round(left + line.left - from.left)}px ${Math.round(top + line.top - from.top)}px`;
    }
    return dock !== undefined;
  };
}

function findDockFor(card: HTMLElement, range: StaticRange, line: Box): Dock | undefined {
  const block = blockOf(range.startContainer);
  if (!block) return undefined;
  const { left, right } = boxOf(block);
  const seen = windowBox();
  for (const property of ['--dock-width', '--room', '--across']) setPrivateProperty(card, property, null);
  const width = card.offsetWidth;
  // Out of the way of its own margin.
  card.style.translate = '-200vw 0';
  const dock = findDock({
    block: { left, right },
    line: (line.top + line.bottom) / 2,
    window: { width: seen.right, height: seen.bottom },
    width,
    leastWidth: width * LEAST_SHARE,
    heightAt(docked) {
      setPrivateProperty(card, '--dock-width', `${docked}px`);
      return card.offsetHeight;
    },
    isFree(x, y) {
      const [there] = elementsAt(page, x, y);
      return !there || isAround(there, block);
    },
  });
  return dock;
}

function applyDock(card: HTMLElement, dock: Dock | undefined, line: Box): void {
  if (!dock) {
    delete card.dataset['dock'];
    setPrivateProperty(card, '--dock-width', null);
    return;
  }
  card.dataset['dock'] = dock.side;
  setPrivateProperty(card, '--dock-width', `${dock.width}px`);
  setPrivateProperty(card, '--room', `${Math.floor(dock.room)}px`);
  setPrivateProperty(card, '--tick', `${dock.tick}px`);
  setPrivateProperty(card, '--tick-top', `${Math.round((line.top + line.bottom) / 2 - dock.top)}px`);
}
