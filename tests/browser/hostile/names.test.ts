import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findMention, restMouse, stepByKey, waitForCard } from '../../../scripts/browser/mention';
import { waitFor } from '../../../scripts/browser/wait';
import { inBrowsers, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

const PLAIN = ['Anthropic', 'Claude', 'Trainium', 'AWS', 'Claude', 'Amazon Bedrock'];
const LATE = ['NVIDIA', 'GPUs', 'Inferentia', 'AWS', 'Claude'];

/** What is underlined on each page in the end. */
const MARKED: Readonly<Record<string, readonly string[]>> = {
  'form-late-parentNode': [...PLAIN, 'Claude', 'Claude', 'Inferentia', 'Claude', 'Trainium', ...LATE],
  'form-static-closest': ['Claude', 'Trainium', ...PLAIN, ...LATE],
  'id-browser': PLAIN,
  'names-form-all': ['Trainium', 'Inferentia', 'Claude', 'NVIDIA'],
  'names-document': ['Trainium', 'Inferentia'],
  'names-window': ['Trainium'],
  'names-shadow-form': ['Trainium', 'Inferentia', 'NVIDIA'],
};

const waitForNoCard = (page: Page) =>
  page.waitForFunction(() => Document.prototype.querySelector.call(document, '[popover]') === null);

inBrowsers(
  'names of the page',
  hostilePages,
  (bench) => {
    it.each(Object.keys(MARKED))(
      'hide no term, open and close cards, and freeze nothing: %s',
      async (name) => {
        const page = await bench.open(`/${name}.html`);
        const errors: unknown[] = [];
        page.on('pageerror', (error) => errors.push(error));
        await waitForPainted(page, MARKED[name] ?? []);
        await page.bringToFront();
        await page.mouse.move(1, 1);
        await restMouse(
          page,
          await waitFor('Trainium', async () => (await findMention(page, 'Trainium')) ?? undefined),
        );
        await waitForCard(page);
        await page.keyboard.press('Escape');
        await waitForNoCard(page);
        await page.mouse.move(1, 1);
        await stepByKey(page);
        await page.keyboard.press('Enter');
        await waitForCard(page);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await waitForNoCard(page);
        expect(errors).toEqual([]);
        await page.close();
      },
    );

    it('hide no term in frames of a frameset', async () => {
      const page = await bench.open('/names-frameset.html');
      await bench.driven.waitForReport(page, ({ total }) => total === 3);
      await page.close();
    });
  },
  { everyMention: true },
);
