/**
 * DOM access that a page cannot intercept. The named fields of a form, and the named forms, images and frames of a
 * document, shadow its attributes and methods (HTML Standard, 4.10.3 and 3.1.6: legacy override built-ins), also in the
 * isolated world of an extension. So attributes and methods are read from the prototypes, once, and applied to nodes.
 */

type Interface<T> = { readonly prototype: T };

/** Returns a function that reads an attribute, as its interface defines it. Bundles leave out those that they do not use. */
/* @__NO_SIDE_EFFECTS__ */
function getter<T extends object, K extends keyof T>(owner: Interface<T>, name: K): (of: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(owner.prototype, name)?.get as () => T[K];
  return (of) => get.call(of);
}

/** Returns a function that calls a method, as its interface defines it; of overloads, the last is typed. */
/* @__NO_SIDE_EFFECTS__ */
function method<T extends object, K extends keyof T>(
  owner: Interface<T>,
  name: K,
): T[K] extends (...args: infer A) => infer R ? (of: T, ...args: A) => R : never {
  const call = Object.getOwnPropertyDescriptor(owner.prototype, name)?.value;
  return ((of: T, ...args: unknown[]) => call.apply(of, args)) as never;
}

// Nodes

export const parentOf = getter(Node, 'parentNode');
export const parentElementOf = getter(Node, 'parentElement');
export const ownerDocumentOf = getter(Node, 'ownerDocument');
export const nodeTypeOf = getter(Node, 'nodeType');
export const isAttached = getter(Node, 'isConnected');
export const textContentOf = getter(Node, 'textContent');
export const contains = method(Node, 'contains');
export const childNodesOf = getter(Node, 'childNodes');
export const comparePosition = method(Node, 'compareDocumentPosition');
const getRootNode = method(Node, 'getRootNode');
/** The root of a node's tree: a document, a shadow root, or the topmost node of a detached tree. */
export const rootOf = (node: Node): Node => getRootNode(node);

// Elements

export const localNameOf = getter(Element, 'localName');
export const openShadowRootOf = getter(Element, 'shadowRoot');
export const assignedSlotOf = getter(Element, 'assignedSlot');
export const assignedSlotOfText = getter(Text, 'assignedSlot');
export const attributeOf = method(Element, 'getAttribute');
export const matches = method(Element, 'matches');
export const closest = method(Element, 'closest');
export const boxOf = method(Element, 'getBoundingClientRect');
export const boxesOf = method(Element, 'getClientRects');
export const checkVisibility = method(Element, 'checkVisibility');
export const scrollTo = method(Element, 'scrollTo') as (element: Element, options: ScrollToOptions) => void;
export const scrollLeftOf = getter(Element, 'scrollLeft');
export const scrollTopOf = getter(Element, 'scrollTop');
export const scrollWidthOf = getter(Element, 'scrollWidth');
export const scrollHeightOf = getter(Element, 'scrollHeight');
export const clientWidthOf = getter(Element, 'clientWidth');
export const clientHeightOf = getter(Element, 'clientHeight');
export const clientLeftOf = getter(Element, 'clientLeft');
export const clientTopOf = getter(Element, 'clientTop');
export const offsetWidthOf = getter(HTMLElement, 'offsetWidth');
export const offsetHeightOf = getter(HTMLElement, 'offsetHeight');
/** Whether an element is editable. */
export const isEditable = getter(HTMLElement, 'isContentEditable');
export const focus = method(HTMLElement, 'focus');

/** A node that has child elements (DOM Standard, ParentNode). */
type Root = Document | DocumentFragment | Element;

const OWNERS = [Element, Document, DocumentFragment] as const;
const ownerOf = (root: Root) => OWNERS.findIndex((owner) => root instanceof owner);
const QUERIES = OWNERS.map((owner) => method(owner as Interface<Element>, 'querySelector'));
const QUERIES_FOR_ALL = OWNERS.map((owner) => method(owner as Interface<Element>, 'querySelectorAll'));
const CHILDREN = OWNERS.map((owner) => getter(owner as Interface<Element>, 'children'));

/** The first descendant of a root that matches a selector. */
export function query(root: Root, selector: string): Element | null {
  return QUERIES[ownerOf(root)]?.(root as Element, selector) ?? null;
}

/** All descendants of a root that match a selector, in document order. */
export function queryAll(root: Root, selector: string): Element[] {
  return [...((QUERIES_FOR_ALL[ownerOf(root)]?.(root as Element, selector) ?? []) as Iterable<Element>)];
}

/** The child elements of a root. */
export function childrenOf(root: Root): Element[] {
  return [...(CHILDREN[ownerOf(root)]?.(root as Element) ?? [])];
}

// The document

/** The script's document, to be accessed through this module only. */
export const page: Document = window.document;

/** Returns a function that reads an attribute of the script's document. */
const ofPage = /* @__NO_SIDE_EFFECTS__ */ <K extends keyof Document>(name: K): (() => Document[K]) => {
  const get = getter(Document as Interface<Document>, name);
  return () => get(page);
};

export const bodyElement = ofPage('body') as () => HTMLElement | null;
export const rootElement = ofPage('documentElement') as () => HTMLElement | null;
export const pageScroller = ofPage('scrollingElement');
export const pageTitle = ofPage('title');
export const designMode = ofPage('designMode');
export const readyState = ofPage('readyState');
export const contentTypeOf = getter(Document as Interface<Document>, 'contentType');
export const bodyOf = getter(Document as Interface<Document>, 'body') as (of: Document) => HTMLElement | null;
export const rootElementOf = getter(Document as Interface<Document>, 'documentElement') as (
  of: Document,
) => HTMLElement | null;
export const scrollerOf = getter(Document as Interface<Document>, 'scrollingElement');
export const windowOf = getter(Document as Interface<Document>, 'defaultView');

const focusedIn = [
  getter(Document as Interface<Document>, 'activeElement'),
  getter(ShadowRoot, 'activeElement'),
];
/** The element with the focus in a document or a shadow root; for one inside a nested shadow root, its host. */
export const activeElementOf = (root: Document | ShadowRoot): Element | null =>
  focusedIn[root instanceof ShadowRoot ? 1 : 0]?.(root as never) ?? null;

const hasFocusIn = method(Document as Interface<Document>, 'hasFocus');
export const pageHasFocus = (): boolean => hasFocusIn(page);

export const rangeBoxOf = method(Range, 'getBoundingClientRect');
/** One box for each line. */
export const rangeBoxesOf = method(Range, 'getClientRects');

const newRange = method(Document as Interface<Document>, 'createRange');
export const createRange = (): Range => newRange(page);

const newWalker = method(Document as Interface<Document>, 'createTreeWalker');
/** A walker over the descendants of a root; `whatToShow` is a bit mask of `NodeFilter` constants. */
export const createWalker = (root: Node, whatToShow: number): TreeWalker =>
  newWalker(ownerDocumentOf(root) ?? (root as Document), root, whatToShow);

const newElement = method(Document as Interface<Document>, 'createElementNS') as (
  of: Document,
  space: string,
  name: string,
) => Element;
/** Creates an HTML element; with its namespace, since `createElement` creates none in an XML document. */
export const createHtmlElement = (name: string): HTMLElement =>
  newElement(page, 'http://www.w3.org/1999/xhtml', name) as HTMLElement;

const newText = method(Document as Interface<Document>, 'createTextNode');
/**
 * Creates nodes for Preact, which the build redirects here (`scripts/own-node-factory.ts`).
 * @public
 */
export const nodeFactory = {
  createElementNS: (space: string, name: string) => newElement(page, space, name),
  createTextNode: (data: string) => newText(page, data),
};

const evaluateIn = method(Document as Interface<Document>, 'evaluate');
/** The elements that an XPath 1.0 expression selects from an element, in document order. */
export function evaluateXPath(expression: string, under: Element): Element[] {
  const document = ownerDocumentOf(under) as Document;
  const found = evaluateIn(document, expression, under, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index) as Element);
}

const stackIn = [
  method(Document as Interface<Document>, 'elementsFromPoint'),
  method(ShadowRoot as Interface<ShadowRoot>, 'elementsFromPoint'),
];
/** The elements of a document or a shadow root at a point of the viewport, topmost first (CSSOM View, 6). */
export const elementsAt = (root: Document | ShadowRoot, x: number, y: number): Element[] =>
  stackIn[root instanceof ShadowRoot ? 1 : 0]?.(root as never, x, y) ?? [];

interface CaretPoint {
  readonly offsetNode: Node;
  readonly offset: number;
}

/** With the option that TypeScript's library lacks. */
type FindCaret = (
  of: Document,
  x: number,
  y: number,
  options: { shadowRoots: ShadowRoot[] },
) => CaretPoint | null;
const findCaret = method(Document as Interface<Document>, 'caretPositionFromPoint') as FindCaret;
/** The caret position at a point of the viewport (CSSOM View, 6), also inside the given shadow roots. */
export const caretAt = (x: number, y: number, shadowRoots: ShadowRoot[]): CaretPoint | null =>
  findCaret(page, x, y, { shadowRoots });

const fontsOf = getter(Document as Interface<Document>, 'fonts');
/** The fonts that the page declares, loaded or not. */
export function fontFaces(): FontFace[] {
  const faces: FontFace[] = [];
  fontsOf(page).forEach((face) => {
    faces.push(face);
  });
  return faces;
}

const execute = method(Document as Interface<Document>, 'execCommand');
/** Copies the selection. @returns whether the browser allowed it */
export const copySelection = (): boolean => execute(page, 'copy');

const askPrerendering = Object.getOwnPropertyDescriptor(Document.prototype, 'prerendering')?.get;
/** Whether the page is prerendering; false where the browser does not support that. */
export const isPrerendering = (): boolean => askPrerendering?.call(page) === true;

/** The selection; null in a document that is not rendered. */
export const selection = (): Selection | null => window.getSelection();
