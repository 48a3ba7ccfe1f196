import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../../scripts/browser/wait';
import { inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

const SOURCE = `// Anthropic trains Claude on Trainium chips from AWS, and whoever reads
// this file has to know that, for it explains the order of the rest.
#include <stdio.h>

int main(void)
{
	puts("Trainium");
	return 0;
}
`;
const BOOK = `CHAPTER I

Nobody had told Anthropic that Trainium
chips were late. They came by train, from Amazon
Bedrock excepted, and the mule drank from the river.

`.repeat(400);

const plain = (body: string) => ({ body, headers: { 'content-type': 'text/plain; charset=utf-8' } });
const routes = { ...hostilePages, '/source.c': plain(SOURCE), '/book.txt': plain(BOOK) };

inBrowsers(
  'prose in preformatted text',
  routes,
  (bench) => {
    const waitForMarks = async (page: Page, isRight: (texts: string[]) => boolean) => {
      let found: string[] = [];
      return waitFor(
        'the marks',
        async () => {
          found = await paintedTexts(page);
          return isRight(found) ? found : undefined;
        },
        { lastSeen: () => found.join(', ') },
      );
    };
    const distinct = (texts: readonly string[]) => [
      ...new Set(texts.map((text) => text.replace(/\s+/g, ' '))),
    ];

    it('is read where a page is one letter', async () => {
      const page = await bench.open('/pre-body.html');
      const texts = await waitForMarks(page, ({ length }) => length >= 42);
      expect(distinct(texts).sort()).toEqual(
        ['AWS', 'Amazon Bedrock', 'Anthropic', 'Claude', 'GPUs', 'NVIDIA', 'Trainium'].sort(),
      );
      await page.close();
    });

    it('is read in a mail archive, over its lines', async () => {
      const page = await bench.open('/pre-pipermail.html');
      const texts = await waitForMarks(page, (found) => found.some((text) => text.includes('\n')));
      expect(distinct(texts)).toEqual(expect.arrayContaining(['Claude', 'Trainium', 'Amazon Bedrock']));
      await page.close();
    });

    it('is read in a memo with figures; a program with more comments than statements is not', async () => {
      const page = await bench.open('/pre-rfc.html');
      const report = await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      expect(report.cards.map(({ card }) => card)).not.toContain('inferentia');
      expect(distinct(await paintedTexts(page)).sort()).toEqual(['Anthropic', 'Claude', 'Trainium']);
      await page.close();
    });

    it('is judged again when the text has changed', async () => {
      const page = await bench.open('/pre-turns.html');
      const press = (id: string) => page.evaluate((wanted) => document.getElementById(wanted)?.click(), id);
      const waitForTotal = (wanted: number) =>
        bench.driven.waitForReport(page, ({ total }) => total === wanted);
      for (let turn = 0; turn < 2; turn++) {
        await waitForTotal(2);
        await waitForPainted(page, ['Anthropic', 'Trainium']);
        await press('program');
        await waitForTotal(0);
        expect(await paintedTexts(page)).toEqual([]);
        await press('letter');
      }
      await waitForTotal(2);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.close();
    });

    it('is read though it is set as code, if it is plainly prose', async () => {
      const page = await bench.open('/pre-code-prompt.html');
      await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.close();
    });

    it('is judged in lines, whatever makes them', async () => {
      const page = await bench.open('/pre-lines.html');
      await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      await waitForPainted(page, ['Anthropic', 'Trainium']);
      await page.close();
    });

    it('is read in a file of plain text; a source file is code', async () => {
      const page = await bench.open('/book.txt');
      const texts = await waitForMarks(page, ({ length }) => length >= 1_200);
      expect(distinct(texts)).toContain('Amazon Bedrock');
      await page.goto(bench.served.url('/source.c'));
      const report = await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      expect(report.total).toBe(0);
      await page.close();
    });

    it('is told from code in the popup, whose button has code read at once', async () => {
      const page = await bench.open('/source.c');
      await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      const popup = await bench.driven.openPopup(page);
      const button = 'main ~ .unread-code button';
      await waitFor('the button', () =>
        popup.evaluate((selector) => document.querySelector(selector)?.textContent ?? undefined, button),
      );
      expect(await popup.evaluate(() => document.body.innerText)).toContain('Nothing spotted on this page');
      await popup.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), button);
      await bench.driven.waitForReport(page, ({ total, hasUnreadCode }) => total > 0 && !hasUnreadCode);
      await waitFor('the list', () =>
        popup.evaluate(
          () =>
            (document.body.innerText.includes('on this page') && !document.querySelector('.unread-code')) ||
            undefined,
        ),
      );
      await popup.evaluate(() => chrome.storage.local.clear());
      await bench.driven.waitForReport(page, ({ hasUnreadCode }) => hasUnreadCode);
      await popup.close();
      await page.close();
    });
  },
  { everyMention: true },
);
