import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const ENGLISH = /\b(the|of|for|its|that)\b/;

const routes = {
  '/article': htmlPage('<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>'),
};

inBrowsers(
  'in a German browser',
  routes,
  (bench) => {
    async function openArticle(): Promise<Page> {
      const page = await bench.open('/article');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.bringToFront();
      return page;
    }

    /** The words and languages of the card; the page itself sees neither. */
    async function cardIn(page: Page) {
      const tabId = await bench.driven.tabIdOf(page);
      return bench.driven.inExtension(async (id) => {
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId: id },
          func: () => {
            const host = document.querySelector<HTMLElement>('[popover="manual"]:popover-open');
            if (!host) return null;
            const opener = host as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot };
            const root = opener.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host);
            const card = root?.querySelector('article');
            const definition = card?.querySelector('.definition');
            return {
              language: card?.getAttribute('lang'),
              kind: card?.querySelector('.kicker span')?.textContent,
              hint: card?.querySelector('.hint')?.textContent,
              definition: { language: definition?.getAttribute('lang'), text: definition?.textContent },
            };
          },
        });
        return answer?.result ?? undefined;
      }, tabId);
    }

    it('the popup is German, and its cards are English and marked so', async () => {
      const page = await openArticle();
      await bench.driven.waitForReport(page, ({ total }) => total === 2);
      const popup = await bench.driven.openPopup(page);
      await waitFor('the list', () =>
        popup.evaluate(
          () => document.body.innerText.includes('2 Fundstellen zu 2 Karten auf dieser Seite') || undefined,
        ),
      );
      const seen = await popup.evaluate(() => {
        const short = document.querySelector('.row-short > span');
        return {
          page: document.documentElement.lang,
          field: document.querySelector('input')?.placeholder,
          // The way back keeps its room while there is none.
          ways: [...document.querySelectorAll<HTMLElement>('nav button')]
            .map(({ innerText }) => innerText.trim())
            .filter(Boolean),
          short: { language: short?.getAttribute('lang'), text: short?.textContent },
        };
      });
      expect(seen.page).toBe('de');
      expect(seen.field).toBe('Namen, Schreibweisen, Aussagen suchen');
      expect(seen.ways).toEqual(['Seitenleiste', 'Atlas', 'Einstellungen']);
      expect(seen.short.language).toMatch(/^en/);
      expect(seen.short.text).toMatch(ENGLISH);
      await popup.close();
    });

    it('the options page is German, its title and its name as well', async () => {
      const options = await bench.driven.open(bench.driven.extensionUrl('src/surfaces/options/index.html'));
      await waitFor('the page', () =>
        options.evaluate(() => document.body.innerText.includes('Noch keine Korrekturen.') || undefined),
      );
      expect(await options.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
        'de',
        'Sidelight-Einstellungen',
      ]);
      const description = await bench.driven.inExtension(() => chrome.runtime.getManifest().description);
      expect(description).toMatch(/^Kontextkarten/);
      await options.close();
    });

    it('the atlas is German, and its longest words fit a page of 320 px with letters of twice the size', async () => {
      const url = bench.driven.extensionUrl('src/surfaces/atlas/index.html');
      const atlas = await bench.driven.open(url, { width: 320, height: 640 });
      await atlas.bringToFront();
      const title = await waitFor('the argument', () =>
        atlas.evaluate(() => document.querySelector('#argument-title')?.textContent ?? undefined),
      );
      expect(title).toBe('Argumentation');
      const isWide = await atlas.evaluate(() => {
        const { documentElement: root } = document;
        root.style.fontSize = '200%';
        return root.scrollWidth > root.clientWidth;
      });
      expect(isWide).toBe(false);
      await atlas.close();
    });

    it('the card is German, and its text is English and marked so', async () => {
      const page = await openArticle();
      const box = await (await page.$('#trainium'))?.boundingBox();
      if (!box) throw new Error('The term is not on the page');
      await restMouse(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
      await waitForCard(page);
      const card = await waitFor('the card', () => cardIn(page));
      expect(card).toMatchObject({ language: 'de', kind: 'Chip' });
      expect(card.hint).toMatch(/^Klicken für \d Aussagen mit Quellen$/);
      expect(card.definition.language).toMatch(/^en/);
      expect(card.definition.text).toMatch(ENGLISH);
    });
  },
  { own: true, language: 'de', reducedMotion: true },
);
