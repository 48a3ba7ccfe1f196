import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(60);
const PLAIN = '<p>The bedrock lies nine metres under the roses.</p>';

const routes = {
  '/article': htmlPage(
    `<main><h1>The deal</h1><p>Amazon invested $8 billion in Anthropic, in compute credits.</p>${FILLER}
     <h2>The chips</h2><p id="chips">Trainium is what it is spent on, beside Inferentia.</p>${FILLER}
     <h2>The end</h2><p>Nothing more.</p>${FILLER}</main>`,
  ),
  '/other': htmlPage('<h1>Elsewhere</h1><p>The Neuron SDK compiles for Trainium.</p>'),
  '/figures': htmlPage(
    `<h1>The sum</h1><p>Amazon may invest up to $25 billion in Anthropic, much of it in hours on Trainium.</p>${FILLER}
     <h2>The chips</h2><p>Inferentia answers.</p>${FILLER}`,
  ),
  '/sections': htmlPage(
    `<h1>One</h1><p>Compute credits buy hours on Trainium.</p>${FILLER}
     <h2>Two</h2><p id="two">Compute credits buy hours on Inferentia.</p>${FILLER}
     <h2>Three</h2><p id="three">The Neuron SDK compiles.</p>${FILLER}`,
  ),
  '/garden': htmlPage(PLAIN, 'The garden'),
  '/framed': htmlPage(`<p>The Neuron SDK compiles.</p>${FILLER}<p id="low">Inferentia answers.</p>`),
  '/frames': htmlPage(
    `<p>Trainium in the top document.</p><iframe src="/framed" width="600" height="200"></iframe>`,
  ),
};

inBrowsers('the panel', routes, (bench) => {
  const textOf = (panel: Page) => panel.evaluate(() => document.body.innerText);
  /** Waits until the panel's text fits. */
  const waitForText = (panel: Page, pattern: RegExp) => {
    let text = '';
    return waitFor(
      `${pattern} in the panel`,
      async () => {
        text = await textOf(panel);
        return pattern.test(text) || undefined;
      },
      { lastSeen: () => text },
    );
  };
  /** Presses the control with this name. */
  const press = async (panel: Page, label: string) => {
    await waitFor(`the control ${label}`, () =>
      panel.evaluate((name) => {
        const control = [...document.querySelectorAll<HTMLElement>('button')].find(
          (element) => (element.getAttribute('aria-label') ?? element.innerText).trim() === name,
        );
        control?.click();
        return control ? true : undefined;
      }, label),
    );
  };
  /** Presses the row with this name. */
  const openRow = (panel: Page, name: string, list = '.rows') =>
    panel.evaluate(
      (wanted, inside) =>
        [...document.querySelectorAll<HTMLElement>(`${inside} .row`)]
          .find((row) => row.innerText.includes(wanted))
          ?.click(),
      name,
      list,
    );
  /** Waits until the card of this name is in front. */
  const waitForFront = (panel: Page, name: string) => {
    let front: string | undefined;
    return waitFor(
      `${name} in front`,
      async () => {
        front = await panel.evaluate(() => document.querySelector<HTMLElement>('#card-name')?.innerText);
        return front === name || undefined;
      },
      { lastSeen: () => front },
    );
  };
  const trailIn = (panel: Page) =>
    panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.trail li')].map((li) => li.innerText));
  const open = async (path: string): Promise<{ page: Page; panel: Page }> => {
    const page = await bench.open(path);
    await bench.driven.waitForReport(page);
    const panel = await bench.driven.openPanel(page);
    return { page, panel };
  };
  const close = async (...pages: Page[]) => {
    for (const page of pages) await page.close();
  };
  const readAt = (page: Page, selector: string) =>
    page.evaluate(
      (wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' }),
      selector,
    );

  it('shows the leading card in full, then what else is on the screen, and follows the reader down the page', async () => {
    const { page, panel } = await open('/article');
    await waitForText(
      panel,
      /You are reading\s+The deal[\s\S]*Compute credits[\s\S]*In the deal[\s\S]*Related[\s\S]*Also on your screen\s+Amazon and Anthropic/,
    );
    await waitForText(panel, /Elsewhere on this page\s+2 cards[\s\S]*AWS Trainium/);
    await readAt(page, '#chips');
    await waitForText(panel, /You are reading\s+The chips[\s\S]*2 of 3/);
    await waitForText(
      panel,
      /AWS Trainium[\s\S]*Also on your screen\s[\s\S]*AWS Inferentia[\s\S]*Elsewhere on this page[\s\S]*Compute credits/,
    );
    await close(panel, page);
  });

  it('unfolds the companies on the screen', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /Also on your screen\s+Amazon and Anthropic/);
    await openRow(panel, 'Amazon and Anthropic');
    await waitForText(panel, /Amazon and Anthropic[\s\S]*Amazon\s[\s\S]*Anthropic\s[\s\S]*Elsewhere/);
    await openRow(panel, 'Anthropic', 'li[data-card]');
    await waitForFront(panel, 'Anthropic');
    await close(panel, page);
  });

  it('sets the page’s figure beside the article’s in a line that opens', async () => {
    const { page, panel } = await open('/figures');
    const findings = () =>
      panel.evaluate(() => document.querySelector<HTMLElement>('.foot .number-check')?.innerText ?? '');
    const heightOf = (selector: string) =>
      panel.evaluate(
        (wanted) => document.querySelector(wanted)?.getBoundingClientRect().height ?? 0,
        selector,
      );
    await waitFor('the number check', async () => (await findings()) || undefined);
    const [closed] = [await heightOf('.foot-line')];
    expect(closed).toBe(34);
    await press(panel, 'Number check');
    await waitFor('more of the number check', async () => (await heightOf('.foot-line')) > 60 || undefined);
    expect(await findings()).toMatch(/\$25 billion[\s\S]*25/);
    // One at a time.
    await press(panel, 'Argument coverage');
    await waitForText(panel, /Silicon flywheel[\s\S]*Trust gap/);
    expect(await heightOf('.foot-line')).toBe(closed);
    await panel.focus('.foot-toggle');
    await panel.keyboard.press('Escape');
    await waitFor('the foot as before', async () => (await heightOf('.foot')) === 2 * closed || undefined);
    await close(panel, page);
  });

  it('stops following while a card is open, keeps the trail, and comes back', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await openRow(panel, 'AWS Trainium');
    await waitForFront(panel, 'AWS Trainium');
    await waitForText(panel, /Not following while you explore/);
    await waitFor('the focus on the name', () =>
      panel.evaluate(() => document.activeElement?.id === 'card-name' || undefined),
    );
    await press(panel, 'AWS Neuron SDK');
    await waitForFront(panel, 'AWS Neuron SDK');
    expect(await trailIn(panel)).toEqual(['AWS Trainium', 'AWS Neuron SDK']);
    await readAt(page, '#chips');
    await press(panel, 'Back');
    await waitForFront(panel, 'AWS Trainium');
    expect(await trailIn(panel)).toEqual(['AWS Trainium']);
    expect(await textOf(panel)).toMatch(/You left off at[\s\S]*The deal/);
    await panel.keyboard.press('Escape');
    await waitForText(panel, /You are reading\s+The chips/);
    await close(panel, page);
  });

  it('comes back to the link that was followed, and from there to where reading had led', async () => {
    const { page, panel } = await open('/article');
    await waitForFront(panel, 'Compute credits');
    const link = '.lit-card .relations .link';
    await panel.focus(link);
    const before = await panel.evaluate((wanted) => {
      const scrolled = document.querySelector('main')?.scrollTop ?? 0;
      return { scrolled, name: document.querySelector<HTMLElement>(wanted)?.innerText ?? '' };
    }, link);
    expect(before.scrolled).toBeGreaterThan(0);
    await panel.evaluate(() => (document.activeElement as HTMLElement).click());
    await waitForFront(panel, before.name);
    expect(await trailIn(panel)).toEqual(['Compute credits', before.name]);
    await panel.keyboard.press('Escape');
    await waitForFront(panel, 'Compute credits');
    expect(
      await panel.evaluate(() => ({
        scrolled: document.querySelector('main')?.scrollTop,
        name: (document.activeElement as HTMLElement).innerText,
      })),
    ).toEqual(before);
    await press(panel, 'Back to reading');
    await waitForText(panel, /You are reading\s+The deal/);
    await close(panel, page);
  });

  it('keeps focus and place in the card while the page scrolls', async () => {
    const { page, panel } = await open('/sections');
    await waitForFront(panel, 'Compute credits');
    await waitForText(panel, /You are reading\s+One/);
    await panel.focus('.lit-card .relations .link');
    const seen = () =>
      panel.evaluate(() => ({
        scrolled: document.querySelector('main')?.scrollTop,
        name: (document.activeElement as HTMLElement).innerText,
      }));
    const before = await seen();
    expect(before.scrolled).toBeGreaterThan(0);
    await readAt(page, '#two');
    await waitForText(panel, /You are reading\s+Two[\s\S]*AWS Inferentia[\s\S]*Elsewhere[\s\S]*AWS Trainium/);
    expect(await seen()).toEqual(before);
    // The term leaves the screen and its card the panel: the focus stays with the card in front.
    await readAt(page, '#three');
    await waitForFront(panel, 'AWS Neuron SDK');
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('card-name');
    expect((await seen()).scrolled).toBe(0);
    await close(panel, page);
  });

  // Chrome sends no scroll events to a page that is not seen.
  it.runIf(bench.name === 'firefox')(
    'shows the name in the card’s bar once it is scrolled away',
    async () => {
      const { page, panel } = await open('/article');
      await waitForFront(panel, 'Compute credits');
      const nameInBar = () =>
        panel.evaluate(() => document.querySelector<HTMLElement>('.card > .bar b')?.innerText);
      expect(await nameInBar()).toBeUndefined();
      await panel.evaluate(() => document.querySelector('main')?.scrollTo(0, 200));
      await waitFor(
        'the name in the bar',
        async () => (await nameInBar()) === 'Compute credits' || undefined,
      );
      await close(panel, page);
    },
  );

  for (const width of [240, 360])
    it(`gives the card at least 60 % of its height, ${width} pixels wide`, async () => {
      const page = await bench.open('/figures');
      await bench.driven.waitForReport(page);
      const panel = await bench.driven.openPanel(page, { width, height: 688 });
      await waitFor('the card and both lines', () =>
        panel.evaluate(
          () => document.querySelector('.panel:has(.card) .foot-line + .foot-line') !== null || undefined,
        ),
      );
      const share = await panel.evaluate(() => {
        const box = (selector: string) =>
          document.querySelector(selector)?.getBoundingClientRect() as DOMRect;
        const [card, main] = [box('.card'), box('main')];
        return (Math.min(card.bottom, main.bottom) - Math.max(card.top, main.top)) / innerHeight;
      });
      expect(share).toBeGreaterThan(0.8);
      expect(await cutButtonsIn(panel)).toEqual([]);
      await close(panel, page);
    });

  it('takes the page to a mention, and back to the line', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await page.evaluate(() => scrollTo({ top: 30, behavior: 'instant' }));
    await press(panel, 'Show the next mention: AWS Inferentia');
    await waitForText(panel, /AWS Inferentia, 1 of 1/);
    const isInView = () =>
      page.evaluate(() => {
        const { top = -1 } = document.querySelector('#chips')?.getBoundingClientRect() ?? {};
        return (top > 0 && top < innerHeight) || undefined;
      });
    await waitFor('the mention in view', isInView);
    expect(await paintedTexts(page, 'reading-note-open')).toEqual(['Inferentia']);
    await waitForText(panel, /You are reading\s+The chips/);
    await press(panel, 'Back to where you were');
    await waitFor('the line of before', () => page.evaluate(() => scrollY === 30 || undefined));
    await waitForText(panel, /You are reading\s+The deal/);
    await close(panel, page);
  });

  it('keeps the focus on a card’s row when the card moves in the list', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.row')]
        .find((row) => row.innerText.includes('AWS Inferentia'))
        ?.focus(),
    );
    await readAt(page, '#chips');
    await waitForFront(panel, 'AWS Trainium');
    expect(
      await panel.evaluate(() => document.activeElement?.closest('[data-card]')?.getAttribute('data-card')),
    ).toBe('inferentia');
    await close(panel, page);
  });

  it('waits while it is paused, and goes on when told', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await press(panel, 'Pause following');
    await waitForText(panel, /Paused/);
    await readAt(page, '#chips');
    await press(panel, 'Follow my reading');
    await waitForText(panel, /You are reading\s+The chips/);
    await close(panel, page);
  });

  it('changes with the page, and says so where there is nothing or where it is off', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await page.goto(bench.served.url('/other'));
    await waitForText(panel, /You are reading\s+Elsewhere[\s\S]*AWS Neuron SDK/);
    expect(await textOf(panel)).not.toMatch(/Compute credits/);
    await page.goto(bench.served.url('/garden'));
    await waitForText(panel, /Nothing spotted on this page/);
    const set = (enabled: boolean) =>
      bench.driven.inExtension(
        (on) => chrome.runtime.sendMessage({ name: 'site.set', request: { site: '127.0.0.1', enabled: on } }),
        enabled,
      );
    await set(false);
    await page.goto(bench.served.url('/article'));
    await waitForText(panel, /Off on 127\.0\.0\.1/);
    await press(panel, 'Turn on for 127.0.0.1');
    await waitForText(panel, /You are reading\s+The deal/);
    await page.goBack();
    await waitForText(panel, /Nothing spotted/);
    await page.goForward();
    await waitForText(panel, /You are reading\s+The deal/);
    await close(panel, page);
  });

  it('follows into frames, by what is to be seen of them', async () => {
    const { page, panel } = await open('/frames');
    await waitForText(
      panel,
      /AWS Trainium[\s\S]*Also on your screen[\s\S]*Neuron SDK[\s\S]*Elsewhere on this page\s+1 card\s[\s\S]*Inferentia/,
    );
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await frame?.evaluate(() => document.querySelector('#low')?.scrollIntoView());
    await waitForText(
      panel,
      /AWS Trainium[\s\S]*Also on your screen[\s\S]*Inferentia[\s\S]*Elsewhere on this page\s+1 card\s[\s\S]*Neuron SDK/,
    );
    await close(panel, page);
  });

  it.runIf(bench.name === 'chrome')('leaves nothing at work in the page when it closes', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page);
    const client = await page.createCDPSession();
    let world: number | undefined;
    client.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.auxData?.type === 'isolated' && context.name === 'Sidelight') world = context.id;
    });
    await client.send('Runtime.enable');
    const contextId = await waitFor("the content script's world", () => world);
    const isFollowed = async () => {
      const expression = 'window';
      const { result } = await client.send('Runtime.evaluate', { expression, contextId });
      const objectId = result.objectId ?? '';
      const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId });
      return listeners.some(({ type }) => type === 'scroll');
    };
    expect(await isFollowed()).toBe(false);
    const panel = await bench.driven.openPanel(page);
    await waitForText(panel, /You are reading/);
    expect(await isFollowed()).toBe(true);
    await panel.close();
    await waitFor('the end of following', async () => ((await isFollowed()) ? undefined : true));
    // A panel that opens again finds the page ready for it.
    const again = await bench.driven.openPanel(page);
    await waitForText(again, /You are reading/);
    await close(again, page);
  });

  it.runIf(bench.name === 'chrome')('is Chrome’s side panel, and goes with the tab in front', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page);
    await bench.driven.inExtension(
      (tabId) => chrome.sidePanel.open({ tabId }),
      await bench.driven.tabIdOf(page),
    );
    const url = bench.driven.extensionUrl('src/surfaces/panel/index.html');
    const target = await bench.driven.browser.waitForTarget((each) => each.url() === url);
    const panel = await target.asPage();
    await waitForText(panel, /You are reading\s+The deal/);
    await openRow(panel, 'AWS Trainium');
    await waitForText(panel, /Not following/);
    const other = await bench.open('/other');
    await waitForText(panel, /You are reading\s+Elsewhere/);
    await page.bringToFront();
    // The trail is where it was left.
    await waitForText(panel, /Not following/);
    expect(await trailIn(panel)).toEqual(['AWS Trainium']);
    await close(panel, other, page);
  });

  it('says what the page leaves out of the analysis, and names all parts when asked; each opens a card', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /3 of 9 parts; nothing on [\s\S]*safety and trust/);
    await press(panel, 'Argument coverage');
    await waitForText(panel, /Trust gap[\s\S]*Filled: what this page is about/);
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('.coverage-parts button[title$="not on this page"]')?.click(),
    );
    await waitForText(panel, /Not following while you explore[\s\S]*In the deal/);
    await close(panel, page);
  });
});

/** Names of buttons that lie partly beyond the panel's edges, or under another element. */
function cutButtonsIn(panel: Page): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.track button, .card > .bar button')]
      .filter((button) => {
        if (!button.checkVisibility()) return false;
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const corners = [left + 1, right - 1].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
        return left < 0 || right > innerWidth || corners.some((at) => !at || !button.contains(at));
      })
      .map((button) => button.ariaLabel ?? button.innerText),
  );
}

/** Nothing reaches beyond the panel's edge, with letters of twice the size neither; all of it can be scrolled to. */
async function expectToFit(panel: Page): Promise<void> {
  for (const size of ['100%', '200%']) {
    const beyond = await panel.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      // What is for assistive technology alone is clipped, and so are long names.
      const shown = [...document.querySelectorAll('#app *')].filter(
        (each) => !each.closest('.hidden, .row-name > *'),
      );
      const right = Math.max(...shown.map(rightOf));
      return right - innerWidth;

      function rightOf(element: Element): number {
        return element.getBoundingClientRect().right;
      }
    }, size);
    expect([size, beyond <= 0]).toEqual([size, true]);
  }
  await panel.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

for (const scheme of ['light', 'dark'] as const)
  inBrowsers(
    `the panel, ${scheme}`,
    routes,
    (bench) => {
      it('has no accessibility violation: following, exploring, and without cards', async () => {
        const page = await bench.open('/figures');
        await bench.driven.waitForReport(page);
        const panel = await bench.driven.openPanel(page, { width: 320, height: 900 });
        const waitForSelector = (selector: string) =>
          waitFor(selector, () =>
            panel.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
          );
        await waitForSelector('.progress');
        expect(await violationsIn(panel)).toEqual([]);
        await expectToFit(panel);
        for (const [line, opened] of [':nth-child(1)', ':nth-child(2)'].entries()) {
          await panel.evaluate(
            (nth) => document.querySelector<HTMLElement>(`.foot-line${nth} .foot-toggle`)?.click(),
            opened,
          );
          await waitForSelector(`.foot-line.open${opened}`);
          expect([line, await violationsIn(panel)]).toEqual([line, []]);
        }
        // Firefox's narrowest.
        await panel.setViewport({ width: 240, height: 688 });
        await expectToFit(panel);
        await panel.evaluate(() => document.querySelector<HTMLElement>('li[data-card] .row')?.click());
        await waitForSelector('.trail');
        expect(await violationsIn(panel)).toEqual([]);
        await expectToFit(panel);
        expect(await cutButtonsIn(panel)).toEqual([]);
        await panel.keyboard.press('Escape');
        await page.goto(bench.served.url('/garden'));
        await waitForSelector('.message');
        expect(await violationsIn(panel)).toEqual([]);
        await panel.close();
        await page.close();
      });
    },
    { own: true, scheme },
  );
