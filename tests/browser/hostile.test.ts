import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitForCard } from '../../scripts/browser/mention';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const TERMS = '<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>';

const routes = {
  '/article': htmlPage(TERMS),
  '/plain': htmlPage('<p>Nothing of note.</p>'),
  '/framed': htmlPage(
    `${TERMS}<iframe src="/plain" style="position: absolute; left: 0; top: 60px; width: 600px; height: 300px; border: 0"></iframe>`,
  ),
  '/zoomed': htmlPage(`<style>html { zoom: 1.5 }</style>${TERMS}`),
  '/clock': htmlPage(
    `<p>Anthropic rents <b id="trainium">Trainium</b>. <span id="clock">0</span></p>
     <script>setInterval(() => { document.querySelector('#clock').textContent = String(Date.now()); }, 50);</script>`,
  ),
};

const waitForNoCard = (page: Page) =>
  page.waitForFunction(() => document.querySelector('[popover]') === null);

inBrowsers('a page that is hard to follow', routes, (bench) => {
  async function open(path: string): Promise<Page> {
    const page = await bench.open(path);
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.bringToFront();
    return page;
  }

  it('that rewrites a clock beside the term keeps its card', async () => {
    const page = await open('/clock');
    await page.hover('#trainium');
    await waitForCard(page);
    const clock = () => page.evaluate(() => document.querySelector('#clock')?.textContent);
    const before = await clock();
    await page.waitForFunction((old) => document.querySelector('#clock')?.textContent !== old, {}, before);
    expect(await page.evaluate(() => document.querySelector(':popover-open') !== null)).toBe(true);
    await page.close();
  });

  it('that writes itself anew still opens cards', async () => {
    const page = await open('/article');
    await page.evaluate(() => {
      document.open();
      document.write('<p>NVIDIA sells, and <b id="late">Inferentia</b> saves.</p>');
      document.close();
    });
    await waitForPainted(page, ['NVIDIA', 'Inferentia']);
    await page.hover('#late');
    await waitForCard(page);
    await page.close();
  });

  it('that moves a term’s text elsewhere opens its card there', async () => {
    const page = await open('/article');
    await page.evaluate(() => {
      const paragraph = document.querySelector('p') as Element;
      const wrapper = document.createElement('div');
      wrapper.append(...paragraph.childNodes);
      paragraph.append(wrapper);
    });
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.hover('#trainium');
    await waitForCard(page);
    await page.close();
  });

  it('whose frame takes the pointer away lets the card close', async () => {
    const page = await open('/framed');
    await page.hover('#trainium');
    await waitForCard(page);
    await page.mouse.move(560, 330, { steps: 5 });
    await waitForNoCard(page);
    await page.close();
  });

  it('that is zoomed by its own style has the card beside the term', async () => {
    const page = await open('/zoomed');
    await page.hover('#trainium');
    await waitForCard(page);
    const { x, bottom } = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#trainium') as Element);
      return range.getBoundingClientRect().toJSON();
    });
    await page.waitForFunction(
      (left, top) => document.elementFromPoint(left, top)?.matches(':popover-open') === true,
      {},
      x + 20,
      bottom + 40,
    );
    await page.close();
  });

  it('loses its badge when the tab goes on to a page that is not read', async () => {
    const page = await open('/article');
    await bench.driven.waitForBadge(page, '2');
    await page.goto('about:blank');
    await bench.driven.waitForBadge(page, '');
    await page.close();
  });

  it('that comes back from the history obeys the switch that was turned meanwhile', async () => {
    const page = await open('/article');
    await bench.driven.waitForBadge(page, '2');
    await page.goto(bench.served.url('/plain', 'localhost'));
    const setSite = (isOn: boolean) =>
      bench.driven.inExtension(
        (enabled) =>
          chrome.runtime.sendMessage({ name: 'site.set', request: { site: '127.0.0.1', enabled } }),
        isOn,
      );
    await setSite(false);
    await page.goBack();
    await waitForPainted(page, []);
    expect((await bench.driven.reportOf(page)).state).toBe('off');
    await setSite(true);
    await page.close();
  });
});
