import { checkVisibility } from '../platform/dom';
import { flatParentOf } from './flat-tree';
import type { PageMention } from './mention';

/** Whether a mention is rendered: text in a closed accordion can be neither seen nor scrolled to. */
export function isRendered({ range }: PageMention): boolean {
  return isVisible(range, false);
}

/** Whether a mention is rendered, and not transparent. */
export function isOpaque({ range }: PageMention): boolean {
  return isVisible(range, true);
}

function isVisible({ startContainer }: StaticRange, opacityProperty: boolean): boolean {
  const options = { opacityProperty, visibilityProperty: true, contentVisibilityAuto: false };
  for (let element = flatParentOf(startContainer); element; element = flatParentOf(element)) {
    if (checkVisibility(element, options)) return true;
    // An element without a box of its own has its content laid out in the next one.
    const { display, visibility } = getComputedStyle(element);
    if (display !== 'contents' || visibility !== 'visible') return false;
  }
  return false;
}
