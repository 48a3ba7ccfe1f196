import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const routes = {
  '/article': htmlPage('<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>'),
  '/with-frame': htmlPage('<p>Anthropic rents Trainium chips.</p><iframe src="/article"></iframe>'),
};

inBrowsers('a background that is stopped', routes, (bench) => {
  it('loses nothing between scan and popup, and wakes for the next change', async () => {
    const page = await bench.open('/with-frame');
    await bench.driven.waitForBadge(page, '4');
    await bench.driven.stopBackground();
    const report = await bench.driven.reportOf(page);
    expect(report).toMatchObject({ state: 'read', total: 4 });
    expect(await bench.driven.badgeOf(page)).toBe('4');
    await bench.driven.stopBackground();
    await page.evaluate(() => document.body.append('Inferentia came while it slept.'));
    await bench.driven.waitForBadge(page, '5');
    await bench.driven.stopBackground();
    const popup = await bench.driven.openPopup(page);
    await popup.waitForFunction(() => /5 mentions of 3 cards/.test(document.body.innerText), { polling: 50 });
    await popup.close();
    await page.close();
  });

  it('wakes for a card, and for a site that is switched off', async () => {
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await bench.driven.stopBackground();
    await page.bringToFront();
    await page.hover('#trainium');
    await page.waitForFunction(() => document.querySelector(':popover-open') !== null);
    await bench.driven.stopBackground();
    const setSite = (enabled: boolean) =>
      bench.driven.inExtension(
        async (isOn) =>
          chrome.runtime.sendMessage({ name: 'site.set', request: { site: '127.0.0.1', enabled: isOn } }),
        enabled,
      );
    expect(await setSite(false)).toMatchObject({ ok: true });
    await waitForPainted(page, []);
    await bench.driven.stopBackground();
    expect((await bench.driven.reportOf(page)).state).toBe('off');
    await setSite(true);
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.close();
  });

  it('refuses messages that are junk, or that a page may not send', async () => {
    const answers = await bench.driven.inExtension(async () => {
      const send = (message: unknown) => chrome.runtime.sendMessage(message);
      return [
        await send({ name: 'tab.front', request: { tabId: 'one' } }),
        await send({ name: 'site.set', request: { site: '', enabled: true } }),
        await send({ name: 'page.scanned', request: {} }),
      ];
    });
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/refused|may not/) });
  });
});
