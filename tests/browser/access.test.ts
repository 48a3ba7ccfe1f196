import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const routes = { '/article': htmlPage('<p>Anthropic rents Trainium chips.</p>') };

inBrowsers(
  'access that the browser has not given',
  routes,
  (bench) => {
    it('is asked for in the popup, and given, starts the page', async () => {
      await withholdAccess();
      const page = await bench.open('/article');
      await page.bringToFront();
      expect((await bench.driven.reportOf(page)).state).toBe('ungranted');
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      const popup = await bench.driven.openPopup(page);
      await popup.waitForFunction(() => /Allow Sidelight to read/.test(document.body.innerText), {
        polling: 50,
      });
      const button = await waitFor('the button that asks', async () => {
        for (const candidate of await popup.$$('button'))
          if (/^Allow on/.test(await candidate.evaluate((element) => element.innerText))) return candidate;
        return undefined;
      });
      // A real click: the browser takes a request for access only from the reader's hand.
      await button.click();
      if (bench.name === 'firefox') {
        await waitForPainted(page, ['Anthropic', 'Trainium']);
        await popup.waitForFunction(() => /2 mentions of 2 cards/.test(document.body.innerText), {
          polling: 50,
        });
      }
      await page.close();
    });

    async function withholdAccess(): Promise<void> {
      if (bench.name === 'firefox') {
        await bench.driven.inExtension(() => chrome.permissions.remove({ origins: ['<all_urls>'] }));
        return;
      }
      const settings = await bench.driven.browser.newPage();
      await settings.goto('chrome://extensions/');
      const id = new URL(bench.driven.extensionUrl('')).host;
      await settings.evaluate(async (extensionId) => {
        type Private = { updateExtensionConfiguration(update: object): Promise<void> };
        const { developerPrivate } = chrome as unknown as { developerPrivate: Private };
        await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
      }, id);
      await settings.close();
    }
  },
  { own: true, prefs: { 'extensions.webextOptionalPermissionPrompts': false } },
);
