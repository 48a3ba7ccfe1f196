import type { Page } from 'puppeteer-core';
import { waitFor } from '../../scripts/browser/wait';
import type { Bench } from './in-browsers';

/** A rectangle of the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a reader finds in the topmost card. The page itself sees none of it. */
export interface SeenCard {
  readonly name: string;
  /** Name of what has the focus. */
  readonly focused: string;
  /** An outline is drawn around what has the focus. */
  readonly isFocusMarked: boolean;
  /** What a screen reader was told last. */
  readonly spoken: string;
  readonly outcome: string;
  readonly trail: readonly string[];
  readonly relations: readonly string[];
  /** What the abstracts that are open say. */
  readonly abstracts: readonly string[];
  readonly buttons: Readonly<Record<string, Box>>;
  readonly box: Box | null;
  /** Around the mention that the keyboard has reached: the first box of it, and all, a box a line. */
  readonly ring: Box | null;
  readonly rings: readonly Box[];
  readonly dock: string | null;
  readonly html: string;
}

/** Looks into the closed shadow root, in whichever frame it is; undefined where nothing of ours is in the page. */
export async function lookIntoCard(bench: Bench, page: Page): Promise<SeenCard | undefined> {
  const tabId = await bench.driven.tabIdOf(page);
  const seen = await bench.driven.inExtension(async (id) => {
    const answers = await chrome.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: () => {
        const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
        if (!host) return null;
        const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
        const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
        const place = [...(root?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].at(-1);
        const textsOf = (selector: string) =>
          [...(place?.querySelectorAll(selector) ?? [])].map((each) => each.textContent ?? '');
        const boxOf = (element: Element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x, y, width, height };
        };
        const nameOf = (element: Element | null | undefined) =>
          element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        const buttons = [...(place?.querySelectorAll('button') ?? [])];
        const card = place?.querySelector('article');
        const ring = root?.querySelector('.ring');
        return {
          name: textsOf('h2')[0] ?? '',
          focused: nameOf(root?.activeElement),
          isFocusMarked: root?.activeElement
            ? getComputedStyle(root.activeElement).outlineStyle !== 'none'
            : false,
          spoken: root?.querySelector('[role="status"]')?.textContent ?? '',
          outcome: textsOf('.outcome')[0] ?? '',
          trail: textsOf('nav li'),
          relations: textsOf('.relations button'),
          abstracts: textsOf('.abstract .abstract-text'),
          buttons: Object.fromEntries(buttons.map((button) => [nameOf(button), boxOf(button)])),
          box: card ? boxOf(card) : null,
          ring: ring ? boxOf(ring) : null,
          rings: [...(root?.querySelectorAll('.ring') ?? [])].map(boxOf),
          dock: place?.dataset['dock'] ?? null,
          html: place?.outerHTML ?? '',
        };
      },
    });
    return answers.find(({ result }) => result)?.result ?? null;
  }, tabId);
  return seen ?? undefined;
}

/** Waits until the card is as wanted. */
export async function waitInCard(
  bench: Bench,
  page: Page,
  what: string,
  accept: (card: SeenCard) => boolean,
): Promise<SeenCard> {
  let last: SeenCard | undefined;
  return waitFor(
    what,
    async () => {
      last = await lookIntoCard(bench, page);
      return last && accept(last) ? last : undefined;
    },
    { lastSeen: () => last && { ...last, html: undefined, buttons: Object.keys(last.buttons) } },
  );
}

/** Presses Tab, or Shift and Tab, until something in the card has the focus. */
export async function tabTo(bench: Bench, page: Page, name: string, isBack = false): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 80; step++) {
    const focused = (await lookIntoCard(bench, page))?.focused ?? '';
    if (focused === name) return;
    passed.push(focused.slice(0, 30));
    if (isBack) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (isBack) await page.keyboard.up('Shift');
  }
  throw new Error(`Tab never reached ${name}, but ${JSON.stringify(passed)}`);
}
