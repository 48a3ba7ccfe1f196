import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { restMouse, stepByKey, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const FRAMED = '<p>Trainium stands in a frame as well.</p>';
const routes = {
  '/framed': htmlPage(FRAMED),
  '/article': htmlPage(
    `<button id="first">A control</button><h1>Trainium at work</h1>
     <p>Anthropic rents <b id="trainium">Trainium</b> chips, and <b id="inferentia">Inferentia</b> ones.</p>
     <p>More Trainium comes.</p><iframe src="/framed" width="400" height="90"></iframe>`,
  ),
};
const MARKED = ['Anthropic', 'Inferentia', 'Trainium'];
const WITHOUT_TRAINIUM = ['Anthropic', 'Inferentia'];
const SITE = 'news.example';

inBrowsers('corrections', routes, (bench) => {
  beforeEach(() => bench.driven.inExtension(() => chrome.storage.local.clear()));

  async function openArticle(host = SITE): Promise<Page> {
    const page = await bench.open('/article', host);
    await waitForPainted(page, MARKED);
    await bench.driven.waitForBadge(page, '6');
    await page.bringToFront();
    return page;
  }

  /** Where a button of the card is, and which button has the focus; the page itself sees neither. */
  async function cardIn(page: Page, label: string) {
    const tabId = await bench.driven.tabIdOf(page);
    return bench.driven.inExtension(
      async (id, name) => {
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId: id },
          args: [name],
          func: (wanted) => {
            const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
            if (!host) return null;
            const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
            const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
            const button = [...(root?.querySelectorAll('button') ?? [])].find(
              (each) => each.textContent === wanted,
            );
            button?.scrollIntoView({ block: 'nearest' });
            const box = button?.getBoundingClientRect();
            return {
              focused: root?.activeElement?.textContent ?? '',
              name: root?.querySelector('h2')?.textContent ?? '',
              relation: root?.querySelector('.relations button')?.textContent ?? '',
              alert: root?.querySelector('[role="alert"]')?.textContent ?? '',
              box: box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null,
            };
          },
        });
        return answer?.result ?? null;
      },
      tabId,
      label,
    );
  }

  async function openFullCard(page: Page, term: string): Promise<void> {
    const box = await (await page.$(term))?.boundingBox();
    if (!box) throw new Error(`${term} is not on the page`);
    await restMouse(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await waitForCard(page);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  async function press(page: Page, label: string, least = 28): Promise<void> {
    const box = await waitFor(
      `the button ${label}`,
      async () => (await cardIn(page, label))?.box ?? undefined,
    );
    expect(box.height).toBeGreaterThanOrEqual(least);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  const waitForNoCard = (page: Page) =>
    page.waitForFunction(() => document.querySelector('[popover]') === null);
  const countOf = async (page: Page, card: string) =>
    (await bench.driven.reportOf(page)).cards.find((each) => each.card === card)?.count ?? 0;
  const paintedInFrames = async (page: Page) => {
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    const counts = await Promise.all(
      frames.map((frame) =>
        frame.evaluate(
          () => (CSS.highlights.get('reading-note') as { size?: number } | undefined)?.size ?? 0,
        ),
      ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const openOptions = () => bench.driven.open(bench.driven.extensionUrl('src/surfaces/options/index.html'));
  const pressInOptions = (options: Page, label: string) =>
    waitFor(`the button ${label}`, () =>
      options.evaluate((name) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('button')];
        const button = buttons.find((each) => each.getAttribute('aria-label') === name);
        button?.click();
        return button ? true : undefined;
      }, label),
    );

  it('a wrong sense is gone at once and after a reload, and back after Undo', async () => {
    const page = await openArticle();
    await openFullCard(page, '#trainium');
    await press(page, 'Wrong sense here');
    await waitForNoCard(page);
    await waitForPainted(page, WITHOUT_TRAINIUM);
    await bench.driven.waitForBadge(page, '2');
    expect(await countOf(page, 'trainium')).toBe(0);
    await waitFor('the frame without marks', async () => (await paintedInFrames(page)) === 0 || undefined);

    // What was corrected does not depend on the background that heard it.
    await bench.driven.stopBackground();
    await page.reload();
    await waitForPainted(page, WITHOUT_TRAINIUM);
    await bench.driven.waitForBadge(page, '2');
    const elsewhere = await openArticle('other.example');

    const options = await openOptions();
    await pressInOptions(options, `Undo: “Trainium” on ${SITE}`);
    await waitForPainted(page, MARKED);
    await bench.driven.waitForBadge(page, '6');
    await waitFor('the mark in the frame', async () => (await paintedInFrames(page)) === 1 || undefined);
    await waitForPainted(elsewhere, MARKED);
    for (const each of [options, elsewhere, page]) await each.close();
  });

  it('a known term loses its marks in every tab, and is counted still', async () => {
    const other = await openArticle('other.example');
    const page = await openArticle();
    await openFullCard(page, '#trainium');
    await press(page, 'I know this term');
    await waitForNoCard(page);
    for (const each of [page, other]) {
      await waitForPainted(each, WITHOUT_TRAINIUM);
      await waitFor('no mark in the frame', async () => (await paintedInFrames(each)) === 0 || undefined);
      await bench.driven.waitForBadge(each, '6');
      expect(await countOf(each, 'trainium')).toBe(4);
    }
    const options = await openOptions();
    await pressInOptions(options, 'Undo: AWS Trainium');
    for (const each of [page, other]) await waitForPainted(each, MARKED);
    for (const each of [options, other, page]) await each.close();
  });

  it('what is no term is refused by keyboard alone, and the focus goes back', async () => {
    const page = await openArticle();
    await page.focus('#first');
    for (let step = 0; step < 3; step++) await stepByKey(page);
    await waitForCard(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches(':popover-open') === true);
    const focused = async () => (await cardIn(page, ''))?.focused;
    await waitFor('the focus on the name', async () => (await focused()) === 'AWS Trainium' || undefined);
    for (let tabs = 0; tabs < 30 && (await focused()) !== 'Not a term here'; tabs++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForPainted(page, WITHOUT_TRAINIUM);
    await waitForNoCard(page);
    await bench.driven.waitForBadge(page, '2');
    await page.waitForFunction(() => document.activeElement?.id === 'first');
    await page.close();
  });

  it('a followed card offers no correction', async () => {
    const page = await openArticle();
    await openFullCard(page, '#trainium');
    await waitFor('the group', async () => (await cardIn(page, 'Wrong sense here'))?.box ?? undefined);
    // A relation's name is a link of the card: one of them is as good as another.
    const relation = await waitFor('a relation', async () => (await cardIn(page, ''))?.relation || undefined);
    await press(page, relation, 0);
    await waitFor(
      `the card ${relation}`,
      async () => (await cardIn(page, ''))?.name === relation || undefined,
    );
    expect((await cardIn(page, 'Wrong sense here'))?.box).toBeNull();
    await page.close();
  });

  it.runIf(bench.name === 'chrome')(
    'one that the store has no room for is not made, and the card says so',
    async () => {
      const page = await openArticle();
      await bench.driven.inExtension(async () => {
        const { QUOTA_BYTES } = chrome.storage.local;
        const used = await chrome.storage.local.getBytesInUse();
        await chrome.storage.local.set({ filler: 'x'.repeat(QUOTA_BYTES - used - 20) });
      });
      await openFullCard(page, '#trainium');
      await press(page, 'Not a term here');
      const alert = await waitFor('the reason', async () => (await cardIn(page, ''))?.alert || undefined);
      expect(alert).toMatch(/^This was not saved\. The browser could not store it: .*quota/i);
      await bench.driven.waitForBadge(page, '6');
      await page.close();
    },
  );

  it('the options page is opened from the popup', async () => {
    const page = await openArticle();
    const popup = await bench.driven.openPopup(page);
    const optionsTabs = () =>
      bench.driven.inExtension(async () => {
        const tabs = await chrome.tabs.query({});
        return tabs.filter(({ url }) => url === chrome.runtime.getURL('src/surfaces/options/index.html'))
          .length;
      });
    expect(await optionsTabs()).toBe(0);
    await waitFor('the link', () =>
      popup.evaluate(() => {
        const link = [...document.querySelectorAll('button')].find((each) => each.innerText === 'Options');
        // The popup closes on the press, and would take the answer with it.
        if (link) setTimeout(() => link.click());
        return link ? true : undefined;
      }),
    );
    await waitFor('the options page', async () => (await optionsTabs()) === 1 || undefined);
    await page.close();
  });

  it('the options page follows the store, in any size, and has no accessibility violation', async () => {
    const options = await openOptions();
    const text = () => options.evaluate(() => document.body.innerText);
    await waitFor('the empty page', async () => /No corrections yet/.test(await text()) || undefined);
    expect(await violationsIn(options)).toEqual([]);
    await bench.driven.inExtension(() =>
      chrome.storage.local.set({
        'wrong:news.example:bedrock:bedrock': { surface: 'Bedrock', at: 1_700_000_000_000 },
        'never:local%20files:gemini': { surface: 'Gemini', at: 1_700_000_000_000 },
        'known:trainium': { surface: 'Trainium', at: 1_700_000_000_000 },
        'site:mail.example': 'off',
      }),
    );
    await waitFor('the choices', async () => /does not mean Amazon Bedrock/.test(await text()) || undefined);
    expect(await text()).toMatch(/Gemini” is never a term\s+local files\s*November 14, 2023/);
    expect(await violationsIn(options)).toEqual([]);
    await options.setViewport({ width: 320, height: 700 });
    await options.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const overflow = () =>
      options.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await pressInOptions(options, 'Switch on mail.example');
    await waitFor('the switch', async () => /is on everywhere/.test(await text()) || undefined);
    await options.close();
  });
});
