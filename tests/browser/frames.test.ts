import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, waitForPainted } from './in-browsers';

/** Lets the slow frame come in. */
let deliver = () => {};

const routes = {
  '/slow': {
    async *body() {
      await new Promise<void>((delivered) => {
        deliver = delivered;
      });
      yield htmlPage('<p>Claude runs on Bedrock.</p>');
    },
  },
  '/framed': htmlPage('<p>Claude runs on Bedrock.</p>', 'Claude on AWS'),
  '/with-frames': htmlPage(
    `<p>Trainium in the top document.</p>
     <iframe id="same" src="/framed" width="400" height="90"></iframe>
     <iframe id="doc" srcdoc="<p>Inferentia in a srcdoc frame.</p>" width="400" height="90"></iframe>
     <iframe id="other" width="400" height="90"></iframe>
     <script>
       document.querySelector('#other').src = location.protocol + '//localhost:' + location.port + '/framed';
     </script>`,
  ),
};

inBrowsers('frames', routes, (bench) => {
  it('spots in same-origin, srcdoc and cross-origin frames, and counts them together', async () => {
    const page = await bench.open('/with-frames');
    const report = await bench.driven.waitForReport(page, ({ total }) => total === 6);
    expect(Object.fromEntries(report.cards.map(({ card, count }) => [card, count]))).toEqual({
      trainium: 1,
      inferentia: 1,
      claude: 2,
      bedrock: 2,
    });
    await bench.driven.waitForBadge(page, '6');
    await waitForPainted(page, ['Trainium']);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames).toHaveLength(3);
    const painted = await Promise.all(
      frames.map((frame) =>
        frame.evaluate(() => {
          const marks = CSS.highlights.get('reading-note') as unknown as Iterable<AbstractRange> | undefined;
          return [...(marks ?? [])].length;
        }),
      ),
    );
    expect(painted.sort()).toEqual([1, 2, 2]);
    await page.close();
  });

  it('reads a frame that comes in after Sidelight was started in the empty document before', async () => {
    const page = await bench.open('/framed');
    await bench.driven.waitForBadge(page, '2');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/slow';
      document.body.append(frame);
    });
    // As for a tab that was open before Sidelight came.
    await bench.driven.inExtension(() =>
      chrome.runtime.sendMessage({ name: 'site.set', request: { site: '127.0.0.1', enabled: true } }),
    );
    // Scripts are put into a frame in order: after this one, Sidelight's is there.
    await bench.driven.inExtension(
      (tabId) =>
        chrome.scripting.executeScript({
          target: { tabId, allFrames: true },
          injectImmediately: true,
          func: () => null,
        }),
      await bench.driven.tabIdOf(page),
    );
    deliver();
    await bench.driven.waitForBadge(page, '4');
    await page.close();
  });

  it('forgets a frame that the page takes away', async () => {
    const page = await bench.open('/with-frames');
    await bench.driven.waitForReport(page, ({ total }) => total === 6);
    await page.evaluate(() => document.querySelector('#other')?.remove());
    await bench.driven.waitForBadge(page, '4');
    await page.evaluate(() => document.querySelector('#same')?.remove());
    await bench.driven.waitForBadge(page, '2');
    await page.close();
  });

  it('starts anew with each page of a tab', async () => {
    const page = await bench.open('/with-frames');
    await bench.driven.waitForReport(page, ({ total }) => total === 6);
    await bench.driven.tabIdOf(page);
    await page.goto(bench.served.url('/framed'));
    const report = await bench.driven.waitForReport(
      page,
      ({ state, total }) => state === 'read' && total === 2,
    );
    expect(report.cards.map(({ card }) => card).sort()).toEqual(['bedrock', 'claude']);
    await page.goBack();
    await bench.driven.waitForReport(page, ({ total }) => total === 6);
    await page.close();
  });
});
