import {
  closest,
  designMode,
  localNameOf,
  matches,
  nodeTypeOf,
  parentElementOf,
  parentOf,
  rootOf,
} from '../platform/dom';
import { CODE, isCode } from './samples';

/** Elements that the reader can edit. */
const EDITABLE =
  'textarea, [contenteditable]:not([contenteditable="false" i]), [role=textbox], [role=searchbox]';

/** Ruby annotations (HTML Standard, 4.5.10): the words around them continue after them. */
export const READINGS = 'rt, rp, rtc';

/** Elements that are never read, whatever the settings. */
export const NEVER_READ = [
  EDITABLE,
  'head, script, style, noscript, template, svg, math, canvas, video, audio, object, embed, iframe, frame',
  READINGS,
  'input, select, datalist, progress, meter, button, nav, menu',
  '[role=combobox], [role=listbox], [role=spinbutton]',
  '[role=button], [role=navigation], [role=menu], [role=menubar], [role=tablist], [role=toolbar]',
].join(', ');

/** Elements that are not read, as a selector: those that are never read, and code samples, unless they are prose. */
const SKIPPED = `${NEVER_READ}, ${CODE}`;

let isCodeRead = false;

/**
 * Sets whether code samples are read, for the whole frame.
 * @returns whether that is a change
 */
export function setCodeRead(isRead: boolean): boolean {
  const isChange = isRead !== isCodeRead;
  isCodeRead = isRead;
  return isChange;
}

/** Whether an element is not read, and nothing in it. */
export function isExcluded(element: Element): boolean {
  if (isCodeRead) return matches(element, NEVER_READ);
  return matches(element, SKIPPED) && (matches(element, NEVER_READ) || isCode(element));
}

/** The code sample that a node lies in, in its own tree; null where code is read, or the sample is prose. */
export function codeAround(node: Node): Element | null {
  const element = node instanceof Element ? node : parentElementOf(node);
  let sample = isCodeRead || !element ? null : closest(element, CODE);
  while (sample && !isCode(sample)) {
    const parent = parentElementOf(sample);
    sample = parent && closest(parent, CODE);
  }
  return sample;
}

/** Elements whose text is part of the line around them (HTML Standard, 15.3.4 and phrasing content). */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i img ins label mark nobr output q rb ruby s small ' +
    'span strike strong sub sup time tt u wbr'
  ).split(' '),
);

/** Headings, as a selector. */
export const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';

/** Elements in the line whose own text is not read. */
const IN_LINE_OBJECTS = new Set(
  'audio button canvas code embed iframe input kbd math meter object picture progress samp select svg textarea var video'.split(
    ' ',
  ),
);

const INVISIBLE_NAMES = new Set(['datalist', 'noscript', 'rp', 'rt', 'rtc', 'script', 'style', 'template']);

/** Elements whose text is not even scanned. Each name here costs a query over the whole page. */
export const WITHHELD = `script, style, ${EDITABLE}`;

/** How an element takes part in the text around it, by its name. */
export type Flow = 'inline' | 'object' | 'invisible' | 'line-break' | 'block';

/** @returns `block` for what makes a run of text of its own, custom elements among them */
export function flowOf(element: Element): Flow {
  const localName = localNameOf(element);
  if (INLINE.has(localName)) return 'inline';
  if (IN_LINE_OBJECTS.has(localName)) return 'object';
  if (INVISIBLE_NAMES.has(localName)) return 'invisible';
  return localName === 'br' ? 'line-break' : 'block';
}

/** Whether an element belongs to the run of text around it. */
export function isInline(element: Element): boolean {
  return flowOf(element) !== 'block';
}

/** Whether a text's container is, or lies in, a heading. */
export function isInHeading(container: Node): boolean {
  return container instanceof Element && closest(container, HEADING) !== null;
}

const isOwnRun = (node: Node) => node instanceof Element && !isInline(node);

/** The element, document fragment or document whose run a node's text belongs to. */
export function containerOf(node: Node): Node {
  let container: Node = node;
  for (let parent = parentOf(node); parent && !isOwnRun(container); parent = parentOf(parent))
    container = parent;
  return container;
}

/** Whether a node lies, through shadow roots too, in something that is not read. */
export function isSkipped(node: Node): boolean {
  const element = node instanceof Element ? node : parentElementOf(node);
  if (designMode() === 'on' || (element && closest(element, NEVER_READ)) || codeAround(node)) return true;
  const root = rootOf(node);
  return root instanceof ShadowRoot && isSkipped(root.host);
}

/** Whether a node adds something to its parent's run of text. */
export function contributesText(node: Node | null): boolean {
  if (node === null) return false;
  if (nodeTypeOf(node) === Node.TEXT_NODE) return /\S/.test((node as Text).data);
  return node instanceof Element && isInline(node);
}
