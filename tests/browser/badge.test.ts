import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const TERMS = '<p id="terms">Anthropic rents Trainium chips.</p>';
const BUSY_MS = 4_000;

const routes = {
  '/article': htmlPage(TERMS),
  '/plain': htmlPage('<p id="terms">Nothing of note.</p>'),
  '/framed': htmlPage(`${TERMS}<iframe src="/article" width="400" height="90"></iframe>`),
  '/late': htmlPage(`<style>p { display: none }</style>${TERMS}<img src="/late.svg">
    <script>onload = () => { document.styleSheets[0].disabled = true; };</script>`),
  '/late.svg': {
    headers: { 'content-type': 'image/svg+xml' },
    async *body() {
      // Longer than it takes until the page is read.
      await new Promise((passed) => setTimeout(passed, 1_500));
      yield '<svg xmlns="http://www.w3.org/2000/svg"/>';
    },
  },
  '/busy': htmlPage(
    `${TERMS}<script>onmessage = () => { const end = Date.now() + ${BUSY_MS}; while (Date.now() < end); };</script>`,
  ),
};

inBrowsers('the badge', routes, (bench) => {
  const badgeIs = (page: Page, text: string) => bench.driven.waitForBadge(page, text);
  it('follows a page that puts itself together anew under another address', async () => {
    const page = await bench.open('/article');
    await badgeIs(page, '2');
    const turnTo = (path: string, text: string) =>
      page.evaluate(
        (address, words) => {
          history.pushState(null, '', address);
          (document.querySelector('#terms') as Element).textContent = words;
        },
        path,
        text,
      );
    await turnTo('/elsewhere', 'Nothing of note.');
    await badgeIs(page, '');
    await turnTo('/article', 'NVIDIA sells, Anthropic rents, Trainium and Inferentia save.');
    await badgeIs(page, '4');
    await page.close();
  });

  it('follows a page that writes itself anew', async () => {
    const page = await bench.open('/article');
    await badgeIs(page, '2');
    const write = (text: string) =>
      page.evaluate((html) => {
        document.open();
        document.write(html);
        document.close();
      }, `<p>${text}</p>`);
    await write('Nothing of note.');
    await badgeIs(page, '');
    await write('NVIDIA sells, and Inferentia saves.');
    await badgeIs(page, '2');
    await page.close();
  });

  it('goes with each page, and comes back with it from the history', async () => {
    const page = await bench.open('/framed');
    await badgeIs(page, '4');
    await page.goto(bench.served.url('/plain'));
    await badgeIs(page, '');
    await page.goBack();
    await badgeIs(page, '4');
    await page.goForward();
    await badgeIs(page, '');
    await page.goto(bench.served.url('/article', 'localhost'));
    await badgeIs(page, '2');
    await page.goBack();
    await badgeIs(page, '');
    await page.close();
  });

  it('never passes to a page that is opened in a hurry', async () => {
    const page = await bench.open('/plain');
    for (let round = 0; round < 5; round++) {
      await page.goto(bench.served.url('/framed'));
      // As soon as the page has something to tell.
      await page.waitForFunction(() => CSS.highlights.size > 0);
      await page.goto(bench.served.url('/plain'));
      const report = await bench.driven.waitForReport(page);
      expect(report.total).toBe(0);
      await badgeIs(page, '');
    }
    await page.close();
  });

  it('counts what a page shows only when it has loaded', async () => {
    const page = await bench.open('/late');
    await badgeIs(page, '2');
    await page.close();
  });

  it('agrees with the popup where a page hides a frame without a word', async () => {
    const page = await bench.open('/framed');
    await badgeIs(page, '4');
    await page.evaluate(() => {
      (document.querySelector('iframe') as HTMLElement).style.display = 'none';
    });
    const popup = await bench.driven.openPopup(page);
    await popup.waitForFunction(() => /2 mentions of 2 cards/.test(document.body.innerText), { polling: 50 });
    await badgeIs(page, '2');
    await popup.close();
    await page.close();
  });

  it('is there when a tab that went to sleep is woken', async () => {
    const page = await bench.open('/article');
    const tabId = await bench.driven.tabIdOf(page);
    await badgeIs(page, '2');
    const other = await bench.open('/plain');
    await bench.driven.tabIdOf(other);
    // Chromium gives the tab another number.
    const asleep = await bench.driven.inExtension(
      async (id) => (await chrome.tabs.discard(id))?.id ?? id,
      tabId,
    );
    await bench.driven.inExtension(async (id) => {
      await chrome.tabs.update(id, { active: true });
    }, asleep);
    await waitFor('the badge of the tab that was woken', () =>
      bench.driven.inExtension(async (id) => {
        const { discarded } = await chrome.tabs.get(id);
        const text = await chrome.action.getBadgeText({ tabId: id });
        return (!discarded && text === '2') || undefined;
      }, asleep),
    );
    await bench.driven.inExtension((id) => chrome.tabs.remove(id), asleep);
    await other.close();
  });

  it.each([
    ['/framed', '4', '4 mentions of 2 cards'],
    ['/plain', '', 'Nothing spotted'],
  ])('and the list of %s need no background', async (path, badge, words) => {
    const page = await bench.open(path);
    await bench.driven.waitForReport(page, ({ state }) => state === 'read');
    await badgeIs(page, badge);
    const aside = await bench.driven.open(bench.driven.extensionUrl('manifest.json'));
    const isAsleep = () =>
      aside.evaluate(async () => {
        const contextTypes = ['BACKGROUND' as chrome.runtime.ContextType];
        return (await chrome.runtime.getContexts({ contextTypes })).length === 0 || undefined;
      });
    // A frame that is being answered would ask once more: what comes after it has to be answered first.
    const later = await bench.open('/article');
    await badgeIs(later, '2');
    await later.close();
    await page.bringToFront();
    await bench.driven.stopBackground();
    await waitFor('the background asleep', isAsleep);
    const popup = await bench.driven.openPopup(page);
    await waitFor(`“${words}”`, () =>
      popup.evaluate((wanted) => document.body.innerText.includes(wanted) || undefined, words),
    );
    expect(await isAsleep()).toBe(true);
    for (const each of [popup, aside, page]) await each.close();
  });

  // In Firefox the driver runs without a process for each site.
  it.runIf(bench.name === 'chrome')(
    'and the list wait for no frame that is busy, and count it when it is free',
    async () => {
      const page = await bench.open('/framed');
      await badgeIs(page, '4');
      await page.evaluate(
        async (src) => {
          const frame = document.createElement('iframe');
          frame.src = src;
          document.body.append(frame);
          await new Promise((loaded) => frame.addEventListener('load', loaded));
        },
        bench.served.url('/busy', 'localhost'),
      );
      await badgeIs(page, '6');
      const popup = await bench.driven.openPopup(page);
      await popup.waitForFunction(() => /6 mentions of 2 cards/.test(document.body.innerText), {
        polling: 50,
      });
      await page.evaluate(() => {
        frames[1]?.postMessage('', '*');
      });
      const started = Date.now();
      await page.evaluate(() => document.body.append('Inferentia is new.'));
      await popup.waitForFunction(() => /of 3 cards/.test(document.body.innerText), { polling: 50 });
      expect(Date.now() - started).toBeLessThan(BUSY_MS);
      await popup.waitForFunction(() => /7 mentions of 3 cards/.test(document.body.innerText), {
        polling: 50,
      });
      await badgeIs(page, '7');
      await popup.close();
      await page.close();
    },
  );

  it('leaves nothing of a page with the browser', async () => {
    const page = await bench.open('/framed');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await badgeIs(page, '4');
    const kept = await bench.driven.inExtension(async () => Object.keys(await chrome.storage.session.get()));
    expect(kept).toEqual(['has-begun']);
    await page.close();
  });
});
