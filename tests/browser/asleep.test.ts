import { setTimeout as rest } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

/** A background goes on for half a minute after what has woken it: asked so often, it cannot run unseen. */
const LOOK_MS = 20_000;

const GARDEN =
  '<h1>Bread and gardens</h1><p>The rock under the garden holds water for an old tree, and loam.</p>';

const routes = {
  '/garden': htmlPage(`${GARDEN}<iframe src="/bread"></iframe><pre><code>const loaf = bake(2);</code></pre>`),
  '/bread': htmlPage('<p>Flour, water, salt, and time.</p>'),
  '/changes': htmlPage(`${GARDEN}<ul id="list"></ul><script>
    let at = 0;
    setInterval(() => {
      const item = document.createElement('li');
      item.textContent = 'Loaf ' + ++at;
      document.querySelector('#list').append(item);
    }, 200);
  </script>`),
  '/article': htmlPage('<p>Anthropic rents Trainium chips.</p>'),
};

inBrowsers('a background that is asleep', routes, (bench) => {
  it('is not woken by pages without a mention, however long they are open', {
    timeout: 120_000,
  }, async () => {
    // What an installation brings is over when a page has its marks and its badge.
    const article = await bench.open('/article');
    await bench.driven.waitForBadge(article, '2');
    await article.close();
    const welcome = await bench.driven.open(bench.driven.extensionUrl('src/surfaces/welcome/index.html'));
    await welcome.close();
    const before = await bench.open('/article');
    await bench.driven.waitForBadge(before, '2');
    await bench.driven.stopBackground();
    await before.goto(bench.served.url('/garden'));
    const pages = [await bench.open('/garden'), await bench.open('/changes')];
    await before.reload();
    await before.goto(bench.served.url('/bread'));
    await before.goBack();
    expect(await bench.driven.isBackgroundRunning()).toBe(false);
    for (let looks = 0; looks < 2; looks++) {
      await rest(LOOK_MS);
      expect(await bench.driven.isBackgroundRunning()).toBe(false);
    }
    for (const page of [before, ...pages]) await page.close();
    expect(await bench.driven.isBackgroundRunning()).toBe(false);
  });

  it('is woken by a page with mentions', async () => {
    await bench.driven.stopBackground();
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    expect(await bench.driven.isBackgroundRunning()).toBe(true);
    await page.close();
  });
});
