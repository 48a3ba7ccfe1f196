/**
 * What runs in a generated page. Each function is sent by its source, so it sees nothing from around it; and each asks
 * by prototypes, since the page's document and forms answer to names with elements of their own.
 */

/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A marked text and where it is: a box a line. */
export interface Marked {
  readonly text: string;
  readonly boxes: readonly Box[];
  /** The middle of each box, where it is in the window, no other text lies there, and browsers find this one there. */
  readonly points: readonly (Point | null)[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The marked texts, as soon as all that are required are among them; at the latest after `timeoutMs`. */
export async function readMarks(required: readonly string[], timeoutMs: number): Promise<string[]> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const texts: string[] = [];
    for (const highlight of CSS.highlights.values())
      for (const mark of highlight as unknown as Iterable<AbstractRange>) {
        const range = new Range();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        texts.push(range.toString());
      }
    const left = [...texts];
    const isThere = required.every((text) => {
      const place = left.indexOf(text);
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    });
    if (isThere || performance.now() > until) return texts;
    await new Promise((painted) => requestAnimationFrame(painted));
  }
}

/**
 * Brings a mark into view, and the page to rest.
 * @param preferred of the marks in order, counted round
 */
export async function settle(preferred: number): Promise<void> {
  // An animation never ends, and two pictures of it differ.
  for (const animation of Document.prototype.getAnimations.call(document)) {
    animation.pause();
    animation.currentTime = 0;
  }
  const ranges: Range[] = [];
  for (const highlight of CSS.highlights.values())
    for (const mark of highlight as unknown as Iterable<AbstractRange>) {
      const range = new Range();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      ranges.push(range);
    }
  ranges.sort((one, other) => {
    const isOneTree = one.startContainer.getRootNode() === other.startContainer.getRootNode();
    return isOneTree ? one.compareBoundaryPoints(Range.START_TO_START, other) : 0;
  });
  (globalThis as { generatedRanges?: Range[] }).generatedRanges = ranges;
  const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get;
  for (let turn = 0; turn < ranges.length; turn++) {
    const range = ranges[(preferred + turn) % ranges.length];
    const holder: Element | null = range && parentOf?.call(range.startContainer);
    if (!range || !holder || range.getClientRects().length === 0) continue;
    Element.prototype.scrollIntoView.call(holder, {
      block: 'center',
      inline: 'nearest',
      behavior: 'instant',
    });
    const box = [...range.getClientRects()].find(({ width, height }) => width > 3 && height > 3);
    const x = box ? box.left + box.width / 2 : -1;
    const y = box ? box.top + box.height / 2 : -1;
    if (x > 0 && y > 0 && x < innerWidth && y < innerHeight) break;
  }
  // Firefox may stop between two pixels, and come to rest on one of them only when it paints again.
  const whole = Math.round(scrollY);
  scrollTo({ top: whole + (whole > 0 ? -1 : 1), behavior: 'instant' });
  scrollTo({ top: whole, behavior: 'instant' });
  for (let frame = 0; frame < 2; frame++) await new Promise((painted) => requestAnimationFrame(painted));
}

/** Of each mark its text and its lines. */
export function readLines(): { text: string; boxes: Box[] }[] {
  const ranges = (globalThis as { generatedRanges?: Range[] }).generatedRanges ?? [];
  const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get;
  return ranges.map((range) => {
    const holder: Element | null = parentOf?.call(range.startContainer) ?? null;
    const isVertical = holder !== null && !getComputedStyle(holder).writingMode.startsWith('horizontal');
    const boxes: DOMRect[] = [];
    for (const box of range.getClientRects()) {
      if (box.width <= 3 || box.height <= 3) continue;
      const last = boxes.at(-1);
      // Pieces of a term in elements of their own are one line.
      const isOneLine =
        last &&
        (isVertical
          ? Math.abs(last.bottom - box.top) < 2 && Math.abs(last.left - box.left) < box.width / 2
          : Math.min(Math.abs(last.right - box.left), Math.abs(box.right - last.left)) < 2 &&
            Math.abs(last.bottom - box.bottom) < box.height / 2);
      if (!last || !isOneLine) {
        boxes.push(box);
        continue;
      }
      const left = Math.min(last.left, box.left);
      const top = Math.min(last.top, box.top);
      const width = Math.max(last.right, box.right) - left;
      boxes[boxes.length - 1] = new DOMRect(left, top, width, Math.max(last.bottom, box.bottom) - top);
    }
    return {
      text: range.toString(),
      boxes: boxes.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
    };
  });
}

/** The points of each mark at which a reader can rest on it, box by box. @param lines what `readLines` gave */
export function findPoints(lines: readonly { readonly boxes: readonly Box[] }[]): (Point | null)[][] {
  const own = Document.prototype;
  const ranges = (globalThis as { generatedRanges?: Range[] }).generatedRanges ?? [];
  const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get;
  const modal = [...own.querySelectorAll.call(document, 'dialog:modal')].at(-1);
  const others: { node: Node; boxes: DOMRect[] }[] = [];
  for (const root of new Set<Node>([
    document,
    ...ranges.map((range) => range.startContainer.getRootNode()),
  ])) {
    const walker = own.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\S/.test((node as Text).data)) continue;
      const range = new Range();
      range.selectNodeContents(node);
      others.push({ node, boxes: [...range.getClientRects()] });
    }
  }
  // Some text that runs out of its box, no browser finds by a point; and what is blurred is not there to be read.
  const isFound = (text: Node, { x, y }: Point) => {
    let holder: Element | null = parentOf?.call(text) ?? null;
    while (holder && getComputedStyle(holder).display === 'contents') holder = parentOf?.call(holder) ?? null;
    if (!holder) return true;
    const style = getComputedStyle(holder);
    if (style.pointerEvents === 'none' || style.getPropertyValue('interactivity') === 'inert') return true;
    const root = holder.getRootNode() as Document | ShadowRoot;
    const owner = root instanceof ShadowRoot ? ShadowRoot.prototype : own;
    const stack = owner.elementsFromPoint.call(root, x, y);
    const over = stack.slice(0, stack.indexOf(holder));
    const isBlurred = over.some((element) => getComputedStyle(element).backdropFilter.includes('blur'));
    return stack.includes(holder) && !isBlurred;
  };
  return ranges.map((range, index) =>
    (lines[index]?.boxes ?? []).map((box) => {
      const { left, top, right, bottom } = box;
      const isInside = left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
      const isInert = modal !== undefined && !Node.prototype.contains.call(modal, range.startContainer);
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const isCovered = others.some(
        ({ node, boxes }) =>
          !range.intersectsNode(node) &&
          boxes.some((other) => x >= other.left && x <= other.right && y >= other.top && y <= other.bottom),
      );
      const point = { x: Math.round(x), y: Math.round(y) };
      const canRest = isFound(range.startContainer, point) || isFound(range.endContainer, point);
      return isInside && !isInert && !isCovered && canRest ? point : null;
    }),
  );
}

/**
 * Lays a mark that cannot be seen on a text, so that pictures show whether it alters the page; and brings it into view.
 * @returns whether the text is there
 */
export async function markUnseen(text: string, isMarked: boolean): Promise<boolean> {
  CSS.highlights.clear();
  const inner = (globalThis as { generatedRoots?: ShadowRoot[] }).generatedRoots ?? [];
  for (const root of [document, ...inner]) {
    const nodes: Text[] = [];
    const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('style, script, rt')) nodes.push(node as Text);
    const start = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(text);
    if (start === -1) continue;
    const range = new Range();
    let at = 0;
    for (const node of nodes) {
      const [from, to] = [start - at, start + text.length - at];
      if (from >= 0 && from < node.length) range.setStart(node, from);
      if (to > 0 && to <= node.length) range.setEnd(node, to);
      at += node.length;
    }
    const holder = range.startContainer.parentElement;
    if (holder) Element.prototype.scrollIntoView.call(holder, { block: 'center', behavior: 'instant' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(generated-unseen) { text-decoration: underline transparent !important }');
    const owner = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
    Object.getOwnPropertyDescriptor(owner, 'adoptedStyleSheets')?.set?.call(root, [sheet]);
    if (isMarked) CSS.highlights.set('generated-unseen', new Highlight(range));
    for (let frame = 0; frame < 2; frame++) await new Promise((painted) => requestAnimationFrame(painted));
    return true;
  }
  return false;
}

/**
 * Takes all marks away and, where a colour is given, underlines the same texts broadly in it, so that a picture shows
 * where underlines may be. No node is touched: a sheet is adopted.
 */
export async function underline(colour: string | null): Promise<void> {
  const ranges = (globalThis as { generatedRanges?: Range[] }).generatedRanges ?? [];
  CSS.highlights.clear();
  if (colour !== null) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `::highlight(generated-underline) { text-decoration: underline solid 0.35em ${colour} !important; text-underline-offset: 0 !important; text-decoration-skip-ink: none !important }`,
    );
    const roots = new Set<Node>([document, ...ranges.map((range) => range.startContainer.getRootNode())]);
    for (const root of roots) {
      const owner = root instanceof ShadowRoot ? ShadowRoot.prototype : Document.prototype;
      const set = Object.getOwnPropertyDescriptor(owner, 'adoptedStyleSheets')?.set;
      set?.call(root, [sheet]);
    }
    CSS.highlights.set('generated-underline', new Highlight(...ranges));
  }
  for (let frame = 0; frame < 2; frame++) await new Promise((painted) => requestAnimationFrame(painted));
}

/** Waits until a card is open, or none. @returns whether that came about in time */
export async function awaitCard(isOpen: boolean, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const host = Document.prototype.querySelector.call(
      document,
      '[popover="manual"]:popover-open:not([data-page])',
    );
    if ((host !== null) === isOpen) return true;
    if (performance.now() > until) return false;
    await new Promise((painted) => requestAnimationFrame(painted));
  }
}

/** Runs in a page of the extension: the box of the card that is open in a tab, as soon as it has come to rest. */
export async function askCardBox(tabId: number): Promise<Box | null> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId },
    func: async () => {
      const shown = '[popover="manual"]:popover-open:not([data-page])';
      let last = '';
      let still = 0;
      for (let frame = 0; frame < 90; frame++) {
        for (const host of Document.prototype.querySelectorAll.call(document, shown)) {
          const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
          const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(opener);
          const card = [...(root?.querySelectorAll('[data-key] article') ?? [])].at(-1);
          if (!card) continue;
          const { left, top, right, bottom } = card.getBoundingClientRect();
          const box = { left, top, right, bottom };
          still = JSON.stringify(box) === last ? still + 1 : 0;
          // It is laid out, measured, and then placed.
          if (still === 4) return box;
          last = JSON.stringify(box);
        }
        await new Promise((painted) => requestAnimationFrame(painted));
      }
      return null;
    },
  });
  return answer?.result ?? null;
}
