import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { htmlPage, inBrowsers, paintedTexts, waitForPainted } from './in-browsers';

const PAGES = readdirSync('tests/pages').filter((name) => name.endsWith('.html'));
const files = Object.fromEntries(
  PAGES.map((name) => [`/${name}`, readFileSync(`tests/pages/${name}`, 'utf8')]),
);

const WATCHED = htmlPage(
  `<p id="text">Anthropic trains Claude on <b>Train</b>ium chips from AWS.</p>
   <script>
     window.records = [];
     new MutationObserver((records) => window.records.push(...records.map((record) => record.type + ' ' + record.target.nodeName)))
       .observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
     window.before = document.documentElement.outerHTML;
   </script>`,
);

inBrowsers(
  'the page',
  { ...files, '/watched': WATCHED, '/plain': htmlPage('<p id="text">Anthropic rents Trainium chips.</p>') },
  (bench) => {
    it.each(PAGES)('marks in %s what the page says it should', async (name) => {
      const page = await bench.open(`/${name}`);
      await bench.driven.waitForReport(page);
      const expected = await page.evaluate(() =>
        JSON.parse(document.querySelector('#expected')?.textContent ?? 'null'),
      );
      await waitForPainted(page, expected.marked);
      const report = await bench.driven.waitForReport(page);
      expect(Object.fromEntries(report.cards.map(({ card, count }) => [card, count]))).toEqual(
        expected.counted,
      );
      await bench.driven.waitForBadge(page, report.total === 0 ? '' : String(report.total));
      await page.close();
    });

    it('changes nothing that the page can observe', async () => {
      const page = await bench.open('/watched');
      await waitForPainted(page, ['Anthropic', 'Claude', 'Trainium', 'AWS']);
      const seen = await page.evaluate(() => {
        const { records, before } = window as unknown as { records: string[]; before: string };
        const script = document.querySelector('script')?.outerHTML ?? '';
        const rest = (html: string) => html.split(script)[0];
        return { records, isSame: rest(document.documentElement.outerHTML) === rest(before) };
      });
      // The parser adds the rest of the document after the script has run; nothing else is recorded.
      expect(seen).toEqual({ records: [], isSame: true });
      await page.close();
    });

    it('follows text that comes, changes and goes, and leaves no ghost', async () => {
      const page = await bench.open('/plain');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.id = 'late';
        paragraph.textContent = 'Inferentia came later.';
        document.body.append(paragraph);
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await bench.driven.waitForBadge(page, '3');
      await page.evaluate(() => {
        const text = document.querySelector('#text')?.firstChild as Text;
        text.data = 'The old words are gone; Trainium stands elsewhere now.';
      });
      await waitForPainted(page, ['Trainium', 'Inferentia']);
      await page.evaluate(() => document.querySelector('#late')?.remove());
      await waitForPainted(page, ['Trainium']);
      await page.evaluate(() => document.body.replaceChildren());
      await waitForPainted(page, []);
      await bench.driven.waitForBadge(page, '');
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      await page.close();
    });

    it('follows a page that navigates without loading', async () => {
      const page = await bench.open('/plain');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.evaluate(() => {
        history.pushState({}, '', '/another');
        document.title = 'Another view';
        const view = document.createElement('main');
        view.innerHTML = '<h1>Chips</h1><p>The Neuron SDK compiles for <i>Inferentia</i>.</p>';
        document.body.replaceChildren(view);
      });
      await waitForPainted(page, ['Neuron SDK', 'Inferentia']);
      const report = await bench.driven.waitForReport(page, ({ total }) => total === 2);
      expect(report.cards.map(({ card }) => card).sort()).toEqual(['inferentia', 'neuron-sdk']);
      await page.close();
    });

    it('reads open shadow roots, nested and late ones too', async () => {
      const page = await bench.open('/plain');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.evaluate(() => {
        const outer = document.createElement('section');
        document.body.append(outer);
        const root = outer.attachShadow({ mode: 'open' });
        root.innerHTML = '<p>Inferentia in the shade.</p><div></div>';
        const inner = root.querySelector('div')?.attachShadow({ mode: 'open' });
        if (inner) inner.innerHTML = '<p id="deep">Only air.</p>';
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia']);
      await page.evaluate(() => {
        const deep = document
          .querySelector('section')
          ?.shadowRoot?.querySelector('div')
          ?.shadowRoot?.querySelector('#deep');
        if (deep) deep.textContent = 'Now NVIDIA stands in the deep.';
      });
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Inferentia', 'NVIDIA']);
      await bench.driven.waitForBadge(page, '4');
      await page.evaluate(() => document.querySelector('section')?.remove());
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.close();
    });

    it('takes its marks back from a page whose last mention is gone, and paints on', async () => {
      const page = await bench.open('/plain');
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.evaluate(() => document.querySelector('#text')?.remove());
      await waitForPainted(page, []);
      await page.evaluate(() => document.body.append('Trainium is back.'));
      await waitForPainted(page, ['Trainium']);
      expect(await paintedTexts(page, 'reading-note-open')).toEqual([]);
      await page.close();
    });
  },
  { everyMention: true },
);
