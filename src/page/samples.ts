import { mayBeProse } from '../core/prose';
import {
  childrenOf,
  closest,
  contentTypeOf,
  createWalker,
  matches,
  nodeTypeOf,
  ownerDocumentOf,
  parentElementOf,
  query,
  queryAll,
  textContentOf,
} from '../platform/dom';

/** Text that is shown with its own line breaks: code, or prose as in mail archives and old standards. */
const PREFORMATTED = 'pre, listing, xmp, plaintext';
const IN_LINE = 'code, kbd, samp, var';

/** Samples of code, as a selector. */
export const CODE = `${PREFORMATTED}, ${IN_LINE}`;

/** Whether preformatted elements are prose, as far as they were classified. */
const classified = new WeakMap<Element, boolean>();

/** Whether a sample is code. Inline samples are; preformatted ones are classified by their text. */
export function isCode(sample: Element): boolean {
  if (matches(sample, PREFORMATTED)) return !isProse(sample);
  // An author of Markdown cannot set a letter as anything but code: the text decides, if it is clear.
  const parent = parentElementOf(sample);
  return !(parent && matches(parent, PREFORMATTED) && codeThatFills(parent) === sample && isProse(parent));
}

/** The preformatted element that a node is, or lies in, in its own tree. */
export function preformattedAround(node: Node): Element | null {
  const element = node instanceof Element ? node : parentElementOf(node);
  return element && closest(element, PREFORMATTED);
}

/** Whether a preformatted element is prose: classified once, and again by `reclassify`. */
export function isProse(preformatted: Element): boolean {
  let isKnownProse = classified.get(preformatted);
  if (isKnownProse === undefined) {
    isKnownProse = classify(preformatted);
    classified.set(preformatted, isKnownProse);
  }
  return isKnownProse;
}

/**
 * Classifies a preformatted element whose text has changed.
 * @returns whether it was classified before, with another result
 */
export function reclassify(preformatted: Element): boolean {
  const before = classified.get(preformatted);
  classified.delete(preformatted);
  return before !== undefined && isProse(preformatted) !== before;
}

/** Syntax highlighters leave at most this many words for each `span`. */
const WORDS_A_SPAN = 4;

function classify(preformatted: Element): boolean {
  const text = textIn(preformatted);
  if (isPlainText(ownerDocumentOf(preformatted) as Document)) return mayBeProse(text, 'document');
  const spans = queryAll(preformatted, 'span').length;
  const isHighlighted = spans > 0 && spans * WORDS_A_SPAN > text.split(/\s+/, spans * WORDS_A_SPAN).length;
  return mayBeProse(text, isHighlighted || codeThatFills(preformatted) ? 'code' : 'sample');
}

/** Elements that start a line in preformatted text. */
const LINES = 'br, div, p, li, tr';

function textIn(preformatted: Element): string {
  if (!query(preformatted, LINES)) return textContentOf(preformatted) ?? '';
  const walker = createWalker(preformatted, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (nodeTypeOf(node) === Node.TEXT_NODE) text += (node as Text).data;
    else if (matches(node as Element, LINES)) text += '\n';
  }
  return text;
}

/** The inline code element that holds all text of a preformatted element. */
function codeThatFills(preformatted: Element): Element | undefined {
  const found = childrenOf(preformatted).find((child) => matches(child, IN_LINE));
  return found && textContentOf(found)?.trim() === textContentOf(preformatted)?.trim() ? found : undefined;
}

/** Whether a document is text without markup, which the browser shows as one preformatted element. */
export function isPlainText(document: Document): boolean {
  const contentType = contentTypeOf(document);
  return contentType === 'text/plain' || contentType === 'text/markdown';
}
