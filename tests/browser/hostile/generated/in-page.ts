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
  /** The part of each box that is in the window, where nothing else of the page's texts lies. */
  readonly points: readonly ({ readonly x: number; readonly y: number } | null)[];
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
export async function settle(preferred: number): Promise<Marked[]> {
  const own = Document.prototype;
  // An animation never ends, and two pictures of it differ.
  for (const animation of own.getAnimations.call(document)) {
    animation.pause();
    animation.currentTime = 100;
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
  for (let frame = 0; frame < 2; frame++) await new Promise((painted) => requestAnimationFrame(painted));

  const modal = [...own.querySelectorAll.call(document, 'dialog:modal')].at(-1);
  const others: { node: Node; boxes: DOMRect[] }[] = [];
  const roots = new Set<Node>([document, ...ranges.map((range) => range.startContainer.getRootNode())]);
  for (const root of roots) {
    const walker = own.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\S/.test((node as Text).data)) continue;
      const range = new Range();
      range.selectNodeContents(node);
      others.push({ node, boxes: [...range.getClientRects()] });
    }
  }
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
      if (!last || !isOneLine) boxes.push(box);
      else {
        const left = Math.min(last.left, box.left);
        const top = Math.min(last.top, box.top);
        const right = Math.max(last.right, box.right);
        boxes[boxes.length - 1] = new DOMRect(
          left,
          top,
          right - left,
          Math.max(last.bottom, box.bottom) - top,
        );
      }
    }
    const isInert = modal !== undefined && !Node.prototype.contains.call(modal, range.startContainer);
    const points = boxes.map((box) => {
      const left = Math.max(box.left, 0);
      const top = Math.max(box.top, 0);
      const x = (left + Math.min(box.right, innerWidth)) / 2;
      const y = (top + Math.min(box.bottom, innerHeight)) / 2;
      const isOutside = x < 2 || y < 2 || x > innerWidth - 2 || y > innerHeight - 2;
      const isCovered = others.some(
        ({ node, boxes: each }) =>
          !range.intersectsNode(node) &&
          each.some((other) => x >= other.left && x <= other.right && y >= other.top && y <= other.bottom),
      );
      return isOutside || isInert || isCovered || box.left < -1 || box.right > innerWidth + 1
        ? null
        : { x: Math.round(x), y: Math.round(y) };
    });
    return {
      text: range.toString(),
      boxes: boxes.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
      points,
    };
  });
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
      `::highlight(generated-underline) { text-decoration: underline solid 0.25em ${colour} !important; text-underline-offset: 0.1em !important; text-decoration-skip-ink: none !important }`,
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
      for (let frame = 0; frame < 60; frame++) {
        for (const host of Document.prototype.querySelectorAll.call(document, shown)) {
          const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
          const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(opener);
          const card = [...(root?.querySelectorAll('[data-key] article') ?? [])].at(-1);
          if (!card) continue;
          const { left, top, right, bottom } = card.getBoundingClientRect();
          const box = { left, top, right, bottom };
          if (JSON.stringify(box) === last) return box;
          last = JSON.stringify(box);
        }
        await new Promise((painted) => requestAnimationFrame(painted));
      }
      return null;
    },
  });
  return answer?.result ?? null;
}
