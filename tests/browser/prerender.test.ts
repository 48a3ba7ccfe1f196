import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

const routes = {
  '/first': htmlPage(
    `<p>Nothing here.</p><a href="/next">next</a>
     <script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>`,
  ),
  '/next': htmlPage(
    `<p>Anthropic rents Trainium chips.</p>
     <script>
       window.wasAhead = document.prerendering === true;
       document.addEventListener('prerenderingchange', () => {
         window.marksAhead = CSS.highlights.size;
       });
     </script>`,
  ),
};

inBrowsers('a page that is fetched ahead', routes, (bench) => {
  // Firefox has no prerendering.
  it.runIf(bench.name === 'chrome')('is read when the reader opens it, not before', async () => {
    const page = await bench.open('/first');
    const client = await page.createCDPSession();
    let state = '';
    client.on('Preload.prerenderStatusUpdated', ({ status, prerenderStatus = '' }) => {
      state = `${status} ${prerenderStatus}`;
    });
    await client.send('Preload.enable');
    await waitFor('the page ahead', async () => state.startsWith('Ready') || undefined, {
      lastSeen: () => state,
    });
    expect(await bench.driven.badgeOf(page)).toBe('');
    // The page ahead comes with a frame of its own, which Puppeteer has a moment later than the page.
    await page.click('a');
    const seen = await waitFor('the page that was ahead, with its marks', () =>
      page
        .evaluate(() => {
          if (location.pathname !== '/next' || CSS.highlights.size === 0) return undefined;
          const { wasAhead, marksAhead } = window as unknown as { wasAhead: boolean; marksAhead: number };
          return { wasAhead, marksAhead };
        })
        .catch(() => undefined),
    );
    expect(seen).toEqual({ wasAhead: true, marksAhead: 0 });
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await bench.driven.waitForBadge(page, '2');
    await page.close();
  });
});
