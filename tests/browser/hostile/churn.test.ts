import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../../scripts/browser/mention';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

const TERMS = '<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>';

/** A page whose every change is made by `change`, 20 times a second, until the test says `stop()`. */
const changing = (body: string, change: string) =>
  htmlPage(`${TERMS}${body}<script>
    let turn = 0;
    const timer = setInterval(() => { turn++; ${change} }, 50);
    window.stop = () => clearInterval(timer);
    window.byId = (id) => document.getElementById(id);
  </script>`);

const routes = {
  ...hostilePages,
  '/rewritten': changing(
    '<p id="line"></p>',
    "byId('line').textContent = turn % 2 ? 'Inferentia serves at turn ' + turn : 'Nothing serves at turn ' + turn;",
  ),
  '/rows': changing(
    '<ol id="rows"></ol>',
    `const row = document.createElement('li');
     row.textContent = turn % 10 ? 'Row ' + turn : 'Row ' + turn + ' of NVIDIA';
     byId('rows').append(row);
     if (byId('rows').children.length > 30) byId('rows').firstChild.remove();`,
  ),
  '/moved': changing(
    '<div id="box"><p>Inferentia in a box.</p><p>NVIDIA in a box.</p></div>',
    "byId('box').append(byId('box').firstChild);",
  ),
};

const turnOf = (page: Page) => page.evaluate('turn') as Promise<number>;
const wait = async (page: Page, turns: number) => {
  const from = await turnOf(page);
  await page.waitForFunction(`turn > ${from + turns}`);
};

inBrowsers(
  'a page that changes 20 times a second',
  routes,
  (bench) => {
    const openChanging = async (path: string): Promise<Page> => {
      const page = await bench.open(path);
      await page.bringToFront();
      // By then it is asked about as seldom as it will be.
      if (path !== '/churn.html') await wait(page, 50);
      else await page.waitForFunction('i > 50');
      return page;
    };

    it.each([
      ['/rewritten', "byId('line').textContent = 'At last Inferentia serves.'", ['Inferentia']],
      [
        '/rows',
        "byId('rows').innerHTML = '<li>At last Inferentia</li><li>and NVIDIA</li>'",
        ['Inferentia', 'NVIDIA'],
      ],
      ['/moved', "byId('box').firstChild.after('AWS between. ')", ['Inferentia', 'NVIDIA', 'AWS']],
    ])('is marked as it is when it comes to rest: %s', async (path, last, texts) => {
      const page = await openChanging(path);
      await page.evaluate(`stop(); ${last}`);
      await waitForPainted(page, ['Anthropic', 'Trainium', ...texts]);
      await page.close();
    });

    it('has marks on terms only, in each frame', async () => {
      const page = await openChanging('/rewritten');
      const wrong = await page.evaluate(async () => {
        const others: string[] = [];
        for (let frame = 0; frame < 60; frame++) {
          await new Promise(requestAnimationFrame);
          // Behind the frame: what it painted.
          await new Promise((painted) => setTimeout(painted));
          const marks = CSS.highlights.get('reading-note') as unknown as Iterable<StaticRange>;
          for (const { startContainer: node, startOffset, endOffset } of marks) {
            const text = (node as Text).data.slice(startOffset, endOffset);
            if (node.isConnected && !/^(Anthropic|Trainium|Inferentia)$/.test(text)) others.push(text);
          }
        }
        return others;
      });
      expect(wrong).toEqual([]);
      await page.close();
    });

    it('opens cards, and has what came meanwhile counted', async () => {
      const page = await openChanging('/rows');
      const box = await (await page.$('#trainium'))?.boundingBox();
      await restMouse(page, { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 8 });
      await waitForCard(page);
      await wait(page, 20);
      expect(await page.evaluate(() => document.querySelector(':popover-open') !== null)).toBe(true);
      await bench.driven.waitForReport(page, ({ cards }) => cards.some(({ card }) => card === 'nvidia'));
      await page.close();
    });

    it('is asked about now and then, not with every change', async () => {
      const page = await openChanging('/churn.html');
      const marks = async () => (await paintedTexts(page)).filter((text) => text === 'AWS').length;
      // What comes is marked in lots: 40 changes come in a few of them.
      const counts = await page.evaluate(async () => {
        const seen = new Set<number>();
        const end = performance.now() + 2_000;
        while (performance.now() < end) {
          await new Promise(requestAnimationFrame);
          seen.add(CSS.highlights.get('reading-note')?.size ?? 0);
        }
        return seen.size;
      });
      expect(counts).toBeLessThan(15);
      expect(await marks()).toBeGreaterThan(10);
      await page.close();
    });
  },
  { everyMention: true },
);
