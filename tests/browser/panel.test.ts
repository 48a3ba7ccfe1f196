import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(60);
const PLAIN = '<p>The bedrock lies nine metres under the roses.</p>';

const routes = {
  '/article': htmlPage(
    `<main><h1>The deal</h1><p>Amazon invests $5 billion in Anthropic and up to $20 billion later, in compute credits.</p>${FILLER}
     <h2>The chips</h2><p id="chips">Trainium is what it is spent on, beside Inferentia.</p>${FILLER}
     <h2>The end</h2><p>Nothing more.</p>${FILLER}</main>`,
  ),
  '/other': htmlPage('<h1>Elsewhere</h1><p>The Neuron SDK compiles for Trainium.</p>'),
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
  /** Opens the card whose row has this name. */
  const openRow = (panel: Page, name: string) =>
    panel.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('.row, .chip')]
          .find((row) => row.innerText.includes(wanted))
          ?.click(),
      name,
    );
  const numberCheckIn = (panel: Page) =>
    panel.evaluate(() => document.querySelector<HTMLElement>('.number-check')?.innerText);
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

  it('shows what is on the screen, and follows the reader down the page', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal[\s\S]*On your screen[\s\S]*Compute credits/);
    await waitForText(panel, /Elsewhere on this page\s+2 cards[\s\S]*AWS Trainium/);
    await readAt(page, '#chips');
    await waitForText(panel, /You are reading\s+The chips[\s\S]*2 of 3[\s\S]*On your screen\s+2 cards/);
    await waitForText(panel, /AWS Trainium[\s\S]*Elsewhere on this page[\s\S]*Compute credits/);
    await close(panel, page);
  });

  it('sets the page’s figure beside the article’s while it is on the screen', async () => {
    const { page, panel } = await open('/article');
    await waitForText(
      panel,
      /Number check\s+\$5 billion \+ up to \$20 billion = \$25bn: the same\.[\s\S]*On your screen/,
    );
    const above = await numberCheckIn(panel);
    await readAt(page, '#chips');
    await waitForText(panel, /On your screen\s+2 cards/);
    expect(await textOf(panel)).not.toMatch(/Number check/);
    // The card of the figure keeps it, wherever on the page it stands.
    await openRow(panel, 'Anthropic');
    await waitForText(panel, /Back to reading[\s\S]*\$5 billion \+/);
    expect(await numberCheckIn(panel)).toBe(above);
    await close(panel, page);
  });

  it('says what the leading card is and why it matters, and the rest once it is opened', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /Compute credits\s[\s\S]*In the deal\s+[^\n]+\s+Whole card/);
    expect(await textOf(panel)).not.toMatch(/Isabella Gonzalez/);
    await press(panel, 'Whole card');
    await waitForText(panel, /In the deal[\s\S]*Isabella Gonzalez, [^\n]+, undated[\s\S]*What would undo it/);
    await close(panel, page);
  });

  it('stops following while a card is open, keeps the trail, and comes back', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await openRow(panel, 'AWS Trainium');
    await waitForText(panel, /Not following while you explore/);
    await waitFor('the focus on the name', () =>
      panel.evaluate(() => document.activeElement?.id === 'card-name' || undefined),
    );
    await press(panel, 'AWS Neuron SDK');
    await waitForText(panel, /AWS Trainium\s+(›\s+)?AWS Neuron SDK\s+Not following/);
    await readAt(page, '#chips');
    await press(panel, 'Back');
    await waitForText(panel, /^(?![\s\S]*Neuron SDK\s+Not following)[\s\S]*AWS Trainium\s+Not following/);
    expect(await textOf(panel)).toMatch(/You left off at[\s\S]*The deal/);
    await panel.keyboard.press('Escape');
    await waitForText(panel, /You are reading\s+The chips/);
    await close(panel, page);
  });

  it('takes the page to a mention, and back to the line', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /You are reading\s+The deal/);
    await page.evaluate(() => scrollTo({ top: 30, behavior: 'instant' }));
    await press(panel, 'Show the next mention of AWS Inferentia');
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
    await waitForText(panel, /On your screen\s+2 cards/);
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
      /On your screen\s+2 cards[\s\S]*Elsewhere on this page\s+1 card\s[\s\S]*Inferentia/,
    );
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await frame?.evaluate(() => document.querySelector('#low')?.scrollIntoView());
    await waitForText(
      panel,
      /On your screen\s+2 cards[\s\S]*Elsewhere on this page\s+1 card\s[\s\S]*Neuron SDK/,
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
    await openRow(panel, 'Anthropic');
    await waitForText(panel, /Not following/);
    const other = await bench.open('/other');
    await waitForText(panel, /You are reading\s+Elsewhere/);
    await page.bringToFront();
    // The trail is where it was left.
    await waitForText(panel, /Anthropic\s+Not following/);
    await close(panel, other, page);
  });

  it('shows which parts of the analysis the page covers; each opens a card', async () => {
    const { page, panel } = await open('/article');
    await waitForText(panel, /Argument coverage[\s\S]*Nothing here on/);
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('.strip button[aria-label*="not on this page"]')?.click(),
    );
    await waitForText(panel, /Not following while you explore[\s\S]*Isabella Gonzalez/);
    await close(panel, page);
  });
});

/** Nothing reaches beyond the panel's edge, with letters of twice the size neither; all of it can be scrolled to. */
async function expectToFit(panel: Page): Promise<void> {
  for (const size of ['100%', '200%']) {
    const beyond = await panel.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      const right = Math.max(...[...document.querySelectorAll('#app *')].map(rightOf));
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
        const page = await bench.open('/article');
        await bench.driven.waitForReport(page);
        const panel = await bench.driven.openPanel(page, { width: 320, height: 900 });
        const waitForSelector = (selector: string) =>
          waitFor(selector, () =>
            panel.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
          );
        await waitForSelector('.section-bar');
        expect(await violationsIn(panel)).toEqual([]);
        await expectToFit(panel);
        await panel.evaluate(() => document.querySelector<HTMLElement>('.row')?.click());
        await waitForSelector('.trail');
        expect(await violationsIn(panel)).toEqual([]);
        await expectToFit(panel);
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
