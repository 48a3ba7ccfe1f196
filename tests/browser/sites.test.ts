import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

// Counts, in the page's own world, what is asked of the browser by anyone; a content script's calls do not show there.
const routes = { '/article': htmlPage('<p>Anthropic rents <b id="term">Trainium</b> chips.</p>') };

const hasCard = (page: Page) => page.evaluate(() => document.querySelector(':popover-open') !== null);

inBrowsers('a site that is switched off', routes, (bench) => {
  const setSite = (enabled: boolean) =>
    bench.driven.inExtension(
      async (site, isOn) =>
        chrome.runtime.sendMessage({ name: 'site.set', request: { site, enabled: isOn } }),
      '127.0.0.1',
      enabled,
    );

  it('loses marks, card and badge at once, follows nothing, and comes back when it is switched on', async () => {
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.bringToFront();
    await page.hover('#term');
    await page.waitForFunction(() => document.querySelector(':popover-open') !== null);

    expect(await setSite(false)).toEqual({ ok: true, response: {} });
    await page.waitForFunction(
      () => CSS.highlights.size === 0 && document.querySelector('[popover]') === null,
    );
    await bench.driven.waitForBadge(page, '');
    expect((await bench.driven.reportOf(page)).state).toBe('off');
    await page.evaluate(() => document.body.append('Inferentia is not looked for.'));

    // A second tab of the site shows when the background has had its say; then the first must still be bare.
    const second = await bench.open('/article');
    expect((await bench.driven.reportOf(second)).state).toBe('off');
    expect(await second.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await hasCard(page)).toBe(false);

    expect(await setSite(true)).toEqual({ ok: true, response: {} });
    await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
    await waitForPainted(second, ['Anthropic', 'Trainium']);
    await page.close();
    await second.close();
  });
});

inBrowsers(
  'a page that is paused',
  {
    '/article': htmlPage(
      '<p>Anthropic rents <b id="term">Trainium</b> chips.</p><iframe src="/framed" width="400" height="90"></iframe>',
    ),
    '/framed': htmlPage('<p>Inferentia</p>'),
  },
  (bench) => {
    const pause = async (page: Page, isPaused: boolean) =>
      bench.driven.inExtension(
        async (tabId, on) =>
          chrome.runtime.sendMessage({ name: 'page.pause', request: { tabId, isPaused: on } }),
        await bench.driven.tabIdOf(page),
        isPaused,
      );

    it('loses marks in all frames, card and badge, is left alone, and is taken up again', async () => {
      const page = await bench.open('/article');
      await bench.driven.waitForBadge(page, '3');
      await page.bringToFront();
      await page.hover('#term');
      await page.waitForFunction(() => document.querySelector(':popover-open') !== null);

      expect(await pause(page, true)).toEqual({ ok: true, response: {} });
      await page.waitForFunction(
        () => CSS.highlights.size === 0 && document.querySelector('[popover]') === null,
      );
      await bench.driven.waitForBadge(page, '');
      // Asking for the page's state must not start it again.
      for (let asked = 0; asked < 2; asked++)
        expect((await bench.driven.reportOf(page)).state).toBe('paused');
      await page.evaluate(() => document.body.append('Inferentia is not looked for.'));
      const second = await bench.open('/article');
      await bench.driven.waitForBadge(second, '3');
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

      expect(await pause(page, false)).toEqual({ ok: true, response: {} });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await bench.driven.waitForBadge(page, '4');
    });

    it('is read again when it is loaded again', async () => {
      const page = await bench.open('/article');
      await bench.driven.waitForBadge(page, '3');
      await pause(page, true);
      await bench.driven.waitForBadge(page, '');
      await page.reload();
      await bench.driven.waitForBadge(page, '3');
    });
  },
);
