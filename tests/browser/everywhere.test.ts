import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from './in-browsers';

const XHTML = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>In XML</title></head>
<body><p>Anthropic rents <b>Train</b>ium chips.</p><pre>Inferentia</pre></body></html>`;

const PLAIN_TEXT = `Anthropic trains its models on Trainium chips.

The mule drank from the river.

Inferentia serves them.`;

const routes = {
  '/article': htmlPage('<p id="text">Anthropic rents Trainium chips.</p>'),
  '/xhtml': { body: XHTML, headers: { 'content-type': 'application/xhtml+xml' } },
  '/text': { body: PLAIN_TEXT, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  '/sandboxed': htmlPage(
    `<p>Trainium outside.</p>
     <iframe sandbox srcdoc="<p>Inferentia in a sandbox.</p>" width="400" height="90"></iframe>
     <iframe id="tiny" srcdoc="<p>Inferentia in a speck.</p>" width="20" height="10"></iframe>`,
  ),
  '/closed': htmlPage(
    `<p>Trainium outside.</p><div id="host"></div><my-box></my-box>
     <script>
       const closed = (host, html) => { host.attachShadow({ mode: 'closed' }).innerHTML = html; };
       closed(document.querySelector('#host'), '<p>Inferentia inside.</p>');
       customElements.define('my-box', class extends HTMLElement {
         connectedCallback() { closed(this, '<p>NVIDIA in a box.</p>'); }
       });
     </script>`,
  ),
  '/rtl': htmlPage('<p dir="rtl">شركة Anthropic تستخدم رقائق Trainium اليوم.</p>'),
};

inBrowsers('everywhere', routes, (bench) => {
  it('reads XHTML, and leaves its code alone', async () => {
    const page = await bench.open('/xhtml');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.close();
  });

  it('reads plain text, paragraph by paragraph', async () => {
    const page = await bench.open('/text');
    await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
    await page.close();
  });

  it('reads right-to-left text', async () => {
    const page = await bench.open('/rtl');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.close();
  });

  it('reads sandboxed frames; one that is too small to show anything when it has grown', async () => {
    const page = await bench.open('/sandboxed');
    await bench.driven.waitForReport(page, ({ total }) => total === 2);
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#tiny');
      Object.assign(frame ?? {}, { width: '400', height: '90' });
    });
    await bench.driven.waitForReport(page, ({ total }) => total === 3);
    await page.close();
  });

  it('reads closed shadow roots', async () => {
    const page = await bench.open('/closed');
    await waitForPainted(page, ['Trainium', 'Inferentia', 'NVIDIA']);
    await page.close();
  });

  it('paints again, when the reader comes back to it, what the page has taken away', async () => {
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.evaluate(() => CSS.highlights.clear());
    expect(await paintedTexts(page)).toEqual([]);
    await page.mouse.move(300, 300);
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.close();
  });

  it('marks a page that comes back from the history', async () => {
    const page = await bench.open('/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.goto(bench.served.url('/xhtml'));
    await page.goBack();
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await bench.driven.waitForBadge(page, '2');
    await page.close();
  });
});
