import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from './in-browsers';

const routes = {
  '/chat': htmlPage('<p>Anthropic rents Trainium chips.</p><div id="log"></div>'),
};

/** Waits until the page has been painted `frames` times more. */
const paintOn = (page: Page, frames: number) =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  }, frames);

const count = (texts: readonly string[], wanted: string) => texts.filter((text) => text === wanted).length;

inBrowsers(
  'a page that goes on changing',
  routes,
  (bench) => {
    const open = async () => {
      const page = await bench.open('/chat');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.bringToFront();
      return page;
    };

    it('is marked as it grows by many nodes a second', async () => {
      const page = await open();
      await page.evaluate(async () => {
        const log = document.querySelector('#log');
        for (let burst = 0; burst < 50; burst++) {
          for (let line = 0; line < 20; line++) {
            const entry = document.createElement('p');
            entry.textContent =
              line === 7 ? `Line ${burst}: Inferentia serves it.` : `Line ${burst}, ${line}: all is well.`;
            log?.append(entry);
          }
          await new Promise(requestAnimationFrame);
        }
      });
      await waitForPainted(page, [
        'Anthropic',
        'Trainium',
        ...Array.from({ length: 50 }, () => 'Inferentia'),
      ]);
      await bench.driven.waitForBadge(page, '52');
      await page.close();
    });

    it('is right in the end where its text is written anew in every frame', async () => {
      const page = await open();
      await page.evaluate(async () => {
        const text = document.querySelector('#log')?.appendChild(document.createTextNode('')) as Text;
        for (let frame = 0; frame < 60; frame++) {
          text.data = frame % 2 ? `At ${frame} NVIDIA sells.` : `At ${frame} nothing happens.`;
          await new Promise(requestAnimationFrame);
        }
        text.data = 'At last Inferentia serves.';
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await page.close();
    });

    it('keeps its marks where subtrees move, and loses those of what becomes an editor', async () => {
      const page = await open();
      await page.evaluate(() => {
        const log = document.querySelector('#log') as HTMLElement;
        log.innerHTML =
          '<section id="a"><p>Inferentia serves.</p></section><section id="b"><p>NVIDIA sells.</p></section>';
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']);
      await page.evaluate(async () => {
        for (let turn = 0; turn < 20; turn++) {
          const log = document.querySelector('#log') as HTMLElement;
          log.append(log.firstElementChild as Element);
          await new Promise(requestAnimationFrame);
        }
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']);
      await page.evaluate(() => {
        const editor = document.createElement('div');
        editor.contentEditable = 'true';
        document.body.append(editor);
        editor.append(document.querySelector('#b') as Element);
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await page.close();
    });

    it('follows a list that recycles its rows, and a body that is replaced', async () => {
      const page = await open();
      await page.evaluate(async () => {
        const list = document.querySelector('#log') as HTMLElement;
        for (let row = 0; row < 10; row++) list.append(document.createElement('p'));
        for (let top = 0; top < 60; top++) {
          // The row that scrolled out comes in again at the end, with other text.
          const row = list.firstElementChild as Element;
          row.textContent = top % 10 === 0 ? `Row ${top}: Inferentia.` : `Row ${top}: nothing.`;
          list.append(row);
          await new Promise(requestAnimationFrame);
        }
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await page.evaluate(() => {
        const body = document.createElement('body');
        body.innerHTML = '<p>NVIDIA sells them.</p>';
        document.body.replaceWith(body);
      });
      await waitForPainted(page, ['NVIDIA']);
      await page.close();
    });

    it.runIf(bench.name === 'chrome')('keeps nothing of 10,000 changes', async () => {
      const page = await open();
      const client = await page.createCDPSession();
      await client.send('Performance.enable');
      const heap = async () => {
        await paintOn(page, 10);
        for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage');
        const { metrics } = await client.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
      };
      const play = (changes: number) =>
        page.evaluate(async (many) => {
          const log = document.querySelector('#log') as HTMLElement;
          for (let change = 0; change < many; change++) {
            const entry = document.createElement('p');
            entry.textContent = change % 5 ? `Line ${change}` : `Line ${change}: Inferentia serves it.`;
            log.append(entry);
            if (log.childElementCount > 20) log.firstElementChild?.remove();
            if (change % 50 === 0) await new Promise(requestAnimationFrame);
          }
          log.replaceChildren();
        }, changes);
      // The first changes warm up what is kept for good: compiled code, look-up tables.
      await play(1_000);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      const before = await heap();
      await play(10_000);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      expect((await heap()) - before).toBeLessThan(1_000_000);
      expect(count(await paintedTexts(page), 'Inferentia')).toBe(0);
      await page.close();
    });
  },
  { everyMention: true },
);
