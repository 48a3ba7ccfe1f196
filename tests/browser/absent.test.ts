import type { CDPSession } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { restMouse, waitForCard } from '../../scripts/browser/mention';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const routes = { '/article': htmlPage('<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>') };

/** Follows the content script's own world in a page, which only Chromium's protocol shows. */
async function openWorld(client: CDPSession): Promise<() => number> {
  let world: number | undefined;
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.auxData?.type === 'isolated' && context.name === 'Sidelight') world = context.id;
  });
  await client.send('Runtime.enable');
  await waitFor("the content script's world", () => world);
  return () => world as number;
}

inBrowsers('nothing is left', routes, (bench) => {
  it.runIf(bench.name === 'chrome')('of listeners and observers on a site that is switched off', async () => {
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    const client = await page.createCDPSession();
    const world = await openWorld(client);

    const listenersOf = async (expression: string) => {
      const { result } = await client.send('Runtime.evaluate', { expression, contextId: world() });
      const { listeners } = await client.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId ?? '',
      });
      return listeners.map(({ type }) => type);
    };
    const observers = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const evaluated = await client.send('Runtime.evaluate', {
        expression: 'MutationObserver.prototype',
        contextId: world(),
      });
      const { objects } = await client.send('Runtime.queryObjects', {
        prototypeObjectId: evaluated.result.objectId ?? '',
      });
      const { result } = await client.send('Runtime.getProperties', {
        objectId: objects.objectId ?? '',
        ownProperties: true,
      });
      // The protocol's own handles would keep the observers alive.
      await client.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
      for (const { value } of result)
        if (value?.objectId) await client.send('Runtime.releaseObject', { objectId: value.objectId });
      return result.filter(({ name }) => /^\d+$/.test(name)).length;
    };
    const messageListener = async () => {
      const expression = 'chrome.runtime.onMessage.hasListeners()';
      return (await client.send('Runtime.evaluate', { expression, contextId: world() })).result.value;
    };

    expect(await listenersOf('window')).toEqual(
      expect.arrayContaining(['pointermove', 'keydown', 'click', 'pagehide']),
    );
    expect(await observers()).toBe(1);
    expect(await messageListener()).toBe(true);

    await bench.driven.inExtension(() =>
      chrome.runtime.sendMessage({ name: 'site.set', request: { site: '127.0.0.1', enabled: false } }),
    );
    await waitForPainted(page, []);
    expect(await listenersOf('window')).toEqual([]);
    expect(await listenersOf('document')).toEqual([]);
    expect(await listenersOf('document.documentElement')).toEqual([]);
    expect(await messageListener()).toBe(false);
    await waitFor('the observer to be collected', async () => ((await observers()) === 0 ? true : undefined));

    // And a page that is opened while the site is off gets none to begin with.
    await page.reload();
    await bench.driven.reportOf(page);
    expect(await listenersOf('window')).toEqual([]);
    await page.close();
  });
});

inBrowsers(
  'nothing is left',
  routes,
  (bench) => {
    // In Firefox no listener of the page's script acts any more: `hostile/life.test.ts` looks at what is seen there.
    it.runIf(bench.name === 'chrome')('of cards and marks when the extension is removed', async () => {
      const page = await bench.open('/article');
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.bringToFront();
      const box = await (await page.$('#trainium'))?.boundingBox();
      if (!box) throw new Error('The term is not on the page');
      const term = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await restMouse(page, term);
      await waitForCard(page);
      await page.mouse.click(term.x, term.y);
      await bench.driven.browser.uninstallExtension(new URL(bench.driven.extensionUrl('')).host);
      // The script learns of it with its next step: here, the key that closes the card.
      await page.keyboard.press('Escape');
      await waitForPainted(page, []);
      expect(await page.$('[popover]')).toBeNull();
      expect(errors).toEqual([]);
    });
  },
  { own: true },
);
