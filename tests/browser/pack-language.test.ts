import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { cards } from '../../src/pack/built-in';
import { argument } from '../../src/pack/built-in-argument';
import { paragraphs } from '../../src/pack/built-in-paragraphs';
import { readMessages } from '../fake-i18n';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';
import { waitInCard } from './in-card';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(60);

const routes = {
  '/article': htmlPage(
    `<h1>The chips</h1><p>Amazon and Anthropic rent <b id="trainium">Trainium</b> and Inferentia for compute credits.</p>
     ${FILLER}<p>Amazon will invest up to $25 billion in Anthropic. NVIDIA, Google and Microsoft look on.</p>`,
  ),
  '/figure': htmlPage(
    `<p>Amazon will invest up to $30 billion in <b id="anthropic">Anthropic</b>.</p>${FILLER}`,
  ),
};

/** Words on a surface, with the language that they are marked with. */
interface Said {
  readonly text: string;
  readonly language: string;
}

// Words of the format, which no surface shows, and names that are the same in every language.
const UNSHOWN = new Set(['id', 'kind', 'stance', 'type', 'shape', 'layer', 'language', 'author', 'party']);

/** All texts of the pack. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return UNSHOWN.has(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, Array.isArray(value) ? key : name));
}

/** What the pack says in a few words or more. */
const PHRASES = [...new Set(textsOf([cards, argument, paragraphs]))].filter((text) =>
  / \S*[a-z]{3}/.test(text),
);
const NAMES = new Set(cards.map(({ name }) => name));
const GERMAN = Object.values(readMessages('de')).flatMap(({ message }) => message.split(/\s*\$\d\s*/));
const GERMAN_PHRASES = GERMAN.filter((text) => / \S*[a-zäöüß]{3}/.test(text));

/** What of the pack is not marked as English, and what of the interface is. */
function mistakesIn(said: readonly Said[]): string[] {
  const isPacks = (text: string) =>
    PHRASES.some((phrase) => text.includes(phrase)) ||
    (NAMES.has(text.trim()) && !GERMAN.includes(text.trim()));
  return said
    .filter(({ text, language }) =>
      language.startsWith('en') ? GERMAN_PHRASES.some((phrase) => text.includes(phrase)) : isPacks(text),
    )
    .map(({ text, language }) => `${language}: ${text}`);
}

/** Runs in a page: all texts of its document, or of a card's markup. */
function readTexts(html: string | undefined): { text: string; language: string }[] {
  const root = html ? new DOMParser().parseFromString(html, 'text/html').body : document.documentElement;
  const said: { text: string; language: string }[] = [];
  const add = (text: string | null, around: Element | null) => {
    // A page's words, and sentences that stand for a page, are no part of the interface.
    if (!text?.trim() || around?.closest('style, script, q, .sample, .example')) return;
    said.push({ text, language: around?.closest('[lang]')?.getAttribute('lang') ?? '' });
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof Text) add(node.data, node.parentElement);
    // Where one text is both, as in the name of a button, its parts stand apart; a tooltip is in one language.
    if (node instanceof Element) add(node.getAttribute('title'), node);
  }
  return said;
}

inBrowsers(
  'in a German browser, what the pack says',
  routes,
  (bench) => {
    /** Waits for a text, and expects each text to be marked with its language. */
    async function expectMarked(surface: Page, words: string): Promise<void> {
      let text = '';
      await waitFor(
        `“${words}”`,
        async () => {
          text = await surface.evaluate(() => document.body.innerText);
          return text.includes(words) || undefined;
        },
        { lastSeen: () => text.slice(0, 600) },
      );
      const said = await surface.evaluate(readTexts, undefined);
      expect(said.length).toBeGreaterThan(10);
      expect(mistakesIn(said)).toEqual([]);
    }
    const press = (surface: Page, selector: string) =>
      waitFor(selector, () =>
        surface.evaluate((wanted) => {
          const button = document.querySelector<HTMLElement>(wanted);
          button?.click();
          return button ? true : undefined;
        }, selector),
      );
    const openArticle = async () => {
      const page = await bench.open('/article');
      await bench.driven.waitForReport(page);
      return page;
    };
    const openSurface = (path: string) =>
      bench.driven.open(bench.driven.extensionUrl(`src/surfaces/${path}`));

    it('is English and marked so in the popup: its list, what a search finds, the parts, a card', async () => {
      const page = await openArticle();
      const popup = await bench.driven.openPopup(page);
      await expectMarked(popup, 'Fundstellen zu');
      await press(popup, '.coverage-line button');
      await expectMarked(popup, 'Umrandet: gestreift');
      for (const [query, words] of [
        ['costs', 'Treffer'],
        ['claud', 'Karten'],
        ['trainum', 'Gesucht wurde stattdessen'],
        ['trn2', 'auch geschrieben'],
        ['zzqqy', 'Keine Karte zu'],
      ] as const) {
        await popup.evaluate((text) => {
          const field = document.querySelector('input');
          if (!field) return;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }, query);
        await expectMarked(popup, words);
      }
      await press(popup, '.search .icon-button');
      await press(popup, '.rows .icon-button');
      await expectMarked(popup, ' von ');
      await press(popup, '.rows .row');
      await expectMarked(popup, 'Verwandt');
      await press(popup, '.statements button.citation');
      await expectMarked(popup, 'Absatz ');
      await popup.close();
      await page.close();
    });

    it('is English and marked so in the panel: as it follows, explores, and with its lines open', async () => {
      const page = await openArticle();
      const panel = await bench.driven.openPanel(page);
      await expectMarked(panel, 'Außerdem auf dem Bildschirm');
      await press(panel, '.foot-line:last-of-type .foot-toggle');
      await expectMarked(panel, 'Umrandet: gestreift');
      await press(panel, '.rows .icon-button');
      await expectMarked(panel, 'Zurück zur vorigen Stelle');
      await press(panel, '.relations .link');
      await expectMarked(panel, 'Einen Schritt weiter');
      await panel.close();
      await page.close();
    });

    it('is English and marked so in the atlas, with a page and a card', async () => {
      const page = await openArticle();
      const tab = await bench.driven.tabIdOf(page);
      const atlas = await openSurface(`atlas/index.html?tab=${tab}#card=trainium`);
      await expectMarked(atlas, 'Alle Beziehungen ansehen');
      await waitFor('all sections', () =>
        atlas.evaluate(() => (document.querySelector('#cards') ? true : undefined)),
      );
      await page.close();
      await press(atlas, '.chip.lit button');
      await expectMarked(atlas, 'Karten');
      await atlas.close();
    });

    it('is English and marked so in the options, and in the welcome page', async () => {
      await bench.driven.inExtension(() =>
        chrome.storage.local.set({
          'wrong:news.example:bedrock:bedrock': { surface: 'Bedrock', at: 1 },
          'known:compute-credits': { surface: 'compute credits', at: 1 },
        }),
      );
      const options = await openSurface('options/index.html');
      await expectMarked(options, 'bedeutet nicht');
      for (const [section, words] of [
        ['#corrections', 'Zurückgenommen für'],
        ['#known', 'Wieder unterstrichen'],
      ] as const) {
        await press(options, `${section} li button`);
        await expectMarked(options, words);
      }
      await options.close();
      const welcome = await openSurface('welcome/index.html');
      await expectMarked(welcome, 'Jede Karte stammt aus');
      await welcome.close();
    });

    it('is English and marked so in a card on a page: in brief and in full', async () => {
      const reader = await openSurface('welcome/index.html');
      for (const [path, id, term] of [
        ['/article', '#trainium', 'Trainium'],
        ['/figure', '#anthropic', 'Anthropic'],
      ] as const) {
        const page = await bench.open(path);
        await page.setViewport({ width: 1000, height: 1000 });
        await waitFor('the mark', async () => (await paintedTexts(page)).includes(term) || undefined);
        await page.bringToFront();
        const box = await (await page.$(id))?.boundingBox();
        const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
        await restMouse(page, at);
        await waitForCard(page);
        const peek = await waitInCard(bench, page, 'a peek', ({ html }) => html.includes('class="hint"'));
        await page.mouse.click(at.x, at.y);
        const full = await waitInCard(bench, page, 'a full card', ({ html }) =>
          html.includes('class="relations"'),
        );
        for (const { html } of [peek, full]) {
          const said = await reader.evaluate(readTexts, html);
          expect(said.length).toBeGreaterThan(5);
          expect(mistakesIn(said)).toEqual([]);
        }
        await page.close();
      }
      await reader.close();
    });
  },
  { own: true, language: 'de', reducedMotion: true },
);
