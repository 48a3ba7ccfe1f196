import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { OpenOptions, Scheme } from '../../scripts/browser/driven';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(80);

const routes = {
  '/article': htmlPage(
    `<p>Anthropic rents <b>Trainium</b> chips.</p>${FILLER}<p id="far">Far below stands Trainium again, beside Inferentia.</p>`,
  ),
};

/** How long it may take until what is in sight is painted, in milliseconds. */
const RENDER_MS = 100;

inBrowsers('the atlas', routes, (bench) => {
  /** Opens the atlas lit by a page, or by none. */
  const openAtlas = async (page: Page | null, hash = '', options: OpenOptions = {}) => {
    const query = page ? `?tab=${await bench.driven.tabIdOf(page)}` : '';
    const url = bench.driven.extensionUrl(`src/surfaces/atlas/index.html${query}${hash}`);
    const atlas = await bench.driven.open(url, options);
    await waitForText(atlas, page ? /Lit by 127\.0\.0\.1/ : /Not lit by any page/, '.page-light');
    return atlas;
  };
  const openArticle = async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page, ({ total }) => total === 4);
    return page;
  };
  const textOf = (atlas: Page, selector: string) =>
    atlas.evaluate((each) => document.querySelector<HTMLElement>(each)?.innerText ?? '', selector);
  const waitForText = (atlas: Page, pattern: RegExp, selector = 'body') => {
    let text = '';
    return waitFor(
      `${pattern} in ${selector}`,
      async () => {
        text = await textOf(atlas, selector);
        return pattern.test(text) || undefined;
      },
      { lastSeen: () => text },
    );
  };
  const focused = (atlas: Page) =>
    atlas.evaluate(() => ({ id: document.activeElement?.id, text: document.activeElement?.textContent }));
  const waitForFocus = (atlas: Page, text: string) => {
    let last: unknown;
    return waitFor(
      `the focus on ${text}`,
      async () => {
        last = await focused(atlas);
        return (last as { text?: string }).text === text || undefined;
      },
      { lastSeen: () => last },
    );
  };
  /** Waits until a card is open, with the focus on its name. */
  const waitForCard = (atlas: Page, name: string) =>
    waitFor(`the card ${name}`, async () => {
      const { id, text } = await focused(atlas);
      return (id === 'atlas-card-name' && text === name) || undefined;
    });
  const press = (atlas: Page, label: string) =>
    atlas.evaluate((name) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.ariaLabel === name);
      if (!button) throw new Error(`No button is called ${name}`);
      button.click();
    }, label);
  const activeTab = () =>
    bench.driven.inExtension(async () => {
      const tabs = await chrome.tabs.query({ active: true });
      return tabs.map(({ id }) => id);
    });
  const isWide = (atlas: Page) =>
    atlas.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it('is lit by a page, says what that leaves out, and leads to its mentions', async () => {
    const page = await openArticle();
    const tabId = await bench.driven.tabIdOf(page);
    const atlas = await openAtlas(page);
    await waitForText(atlas, /leaves out:.*safety and trust/s, '.page-light');
    expect(await textOf(atlas, '.stack-map')).toMatch(/AWS Trainium\s+×2/);
    await atlas.bringToFront();
    expect(await activeTab()).not.toContain(tabId);
    await press(atlas, 'AWS Inferentia: 1 on the page. Go there');
    await waitFor('the page in front', async () => (await activeTab()).includes(tabId) || undefined);
    await waitFor('the mention in view', () =>
      page.evaluate(() => {
        const { top = -1 } = document.querySelector('#far')?.getBoundingClientRect() ?? {};
        return (top > 0 && top < innerHeight) || undefined;
      }),
    );
    expect(await paintedTexts(page, 'reading-note-open')).toEqual(['Inferentia']);
    await atlas.close();
    await page.close();
  });

  it('shows what has changed when it is seen again', async () => {
    const page = await openArticle();
    const atlas = await openAtlas(page);
    await page.bringToFront();
    await page.evaluate(() => document.querySelector('#far')?.remove());
    await bench.driven.waitForReport(page, ({ total }) => total === 2);
    await atlas.bringToFront();
    await waitForText(atlas, /2 cards · 2 mentions/, '.page-light');
    await page.close();
    await atlas.bringToFront();
    await atlas.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await waitForText(atlas, /The page was closed/, '.page-light');
    await atlas.close();
  });

  it('opens cards by deep link and by key; Back and Escape lead back', async () => {
    const atlas = await openAtlas(null, '#card=trainium');
    await waitForCard(atlas, 'AWS Trainium');
    await atlas.bringToFront();
    // To a relation of the card, and back.
    const relation = await atlas.evaluate(() => {
      const link = document.querySelector<HTMLElement>('.relations button');
      link?.focus();
      return link?.textContent ?? '';
    });
    await atlas.keyboard.press('Enter');
    await waitForCard(atlas, relation);
    await atlas.evaluate(() => history.back());
    await waitForCard(atlas, 'AWS Trainium');
    await atlas.keyboard.press('Escape');
    await waitFor('the card closed', async () => (await textOf(atlas, '.pane')) === '' || undefined);
    // From a chip, by key; the focus comes back to it.
    const name = await atlas.evaluate(() => {
      const chip = document.querySelector<HTMLElement>('.stack-map .chip a');
      chip?.focus();
      return chip?.textContent ?? '';
    });
    await atlas.keyboard.press('Enter');
    await waitForCard(atlas, name);
    await atlas.keyboard.press('Escape');
    // The card's heading reads the same, and has had the focus until now.
    await waitFor('the card closed', async () => (await textOf(atlas, '.pane')) === '' || undefined);
    await waitForFocus(atlas, name);
    expect(await atlas.evaluate(() => location.hash)).toBe('');
    await atlas.close();
  });

  it('stands at the section that its address names', async () => {
    const atlas = await openAtlas(null, '#argument');
    const topOf = (id: string) =>
      atlas.evaluate((each) => document.getElementById(each)?.getBoundingClientRect().top ?? -1, id);
    await waitFor('the argument at the top', async () => Math.abs(await topOf('argument')) < 40 || undefined);
    await atlas.evaluate(() => {
      location.hash = '#cards';
    });
    await waitFor('the cards at the top', async () => Math.abs(await topOf('cards')) < 40 || undefined);
    await atlas.evaluate(() => history.back());
    await waitFor('the argument again', async () => Math.abs(await topOf('argument')) < 40 || undefined);
    await atlas.close();
  });

  it('lets nothing jump when it is lit: what its address names stays at the top', async () => {
    const page = await openArticle();
    for (const id of ['', 'argument', 'cards']) {
      const atlas = await openAtlas(page, id && `#${id}`, { width: 390, height: 844 });
      await waitFor('all of it', () =>
        atlas.evaluate(() => document.querySelector('.argument .wires') !== null || undefined),
      );
      const { top, jumps } = await atlas.evaluate((each) => {
        // Firefox measures no such thing.
        const observer = new PerformanceObserver(() => undefined);
        observer.observe({ type: 'layout-shift', buffered: true });
        const found = observer.takeRecords().length;
        observer.disconnect();
        return { top: document.getElementById(each)?.getBoundingClientRect().top ?? 0, jumps: found };
      }, id);
      expect(Math.abs(top), id).toBeLessThan(40);
      expect(jumps, id).toBe(0);
      await atlas.close();
    }
    await page.close();
  });

  it('puts the next card in the middle of the relations, in the same place', async () => {
    const atlas = await openAtlas(null, '#ties=trainium');
    await waitForFocus(atlas, 'AWS Trainium');
    await atlas.bringToFront();
    const before = await atlas.evaluate(() => document.querySelector('.centre')?.getBoundingClientRect().top);
    const next = await atlas.evaluate(() => {
      const link = document.querySelector<HTMLElement>('.side.out .tied a');
      link?.focus({ preventScroll: true });
      return link?.textContent ?? '';
    });
    await atlas.keyboard.press('Enter');
    await waitForFocus(atlas, next);
    const after = await atlas.evaluate(() => document.querySelector('.centre')?.getBoundingClientRect().top);
    expect(Math.abs((after ?? 0) - (before ?? 0))).toBeLessThan(2);
    await atlas.close();
  });

  it('finds cards among all of them', async () => {
    const atlas = await openAtlas(null);
    await atlas.bringToFront();
    await atlas.evaluate(() => document.querySelector<HTMLElement>('.to-search')?.click());
    await waitFor('the field in focus', async () =>
      (await focused(atlas)).id === 'atlas-search' ? true : undefined,
    );
    await atlas.keyboard.type('neuron');
    await waitForText(atlas, /AWS Neuron SDK/, '#cards .entries');
    expect(await atlas.evaluate(() => document.querySelectorAll('.entry').length)).toBeLessThan(10);
    await atlas.close();
  });

  it.each<Scheme>(['light', 'dark'])('has no accessibility violation (%s)', async (scheme) => {
    const page = await openArticle();
    for (const hash of ['', '#card=trainium']) {
      const atlas = await openAtlas(page, hash, { scheme });
      expect(await violationsIn(atlas)).toEqual([]);
      await atlas.close();
    }
    await page.close();
  });

  it('fits a page of 320 px, with letters of twice the size too', async () => {
    const page = await openArticle();
    for (const hash of ['', '#card=trainium', '#ties=anthropic']) {
      const atlas = await openAtlas(page, hash, { width: 320, height: 640 });
      expect(await isWide(atlas), hash).toBe(false);
      await atlas.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await isWide(atlas), `${hash} with large letters`).toBe(false);
      await atlas.close();
    }
    await page.close();
  });

  it(`is drawn in ${RENDER_MS} ms`, async () => {
    const times: number[] = [];
    for (let run = 0; run < 4; run++) {
      const atlas = await openAtlas(null);
      await atlas.bringToFront();
      times.push(
        await waitFor('the measure', () =>
          atlas.evaluate(() => performance.getEntriesByName('atlas-render')[0]?.duration),
        ),
      );
      await atlas.close();
    }
    // What else the machine does can only make it slower.
    expect(Math.min(...times)).toBeLessThan(RENDER_MS);
  });
});
