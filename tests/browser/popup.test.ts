import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(80);

const routes = {
  '/article': htmlPage(
    `<p>Anthropic rents <b>Trainium</b> chips.</p>${FILLER}<p id="far">Far below stands Trainium again, beside Inferentia.</p>`,
  ),
  '/garden': htmlPage('<p>The bedrock lies nine metres under the roses.</p>', 'The garden'),
};

inBrowsers('the popup', routes, (bench) => {
  const textOf = (popup: Page) => popup.evaluate(() => document.body.innerText);
  /** Waits until the popup's text fits. */
  const waitForText = (popup: Page, pattern: RegExp) => {
    let text = '';
    return waitFor(
      `${pattern} in the popup`,
      async () => {
        text = await textOf(popup);
        return pattern.test(text) || undefined;
      },
      { lastSeen: () => text },
    );
  };
  const press = async (popup: Page, label: string) => {
    const pressed = await waitFor(`the control ${label}`, () =>
      popup.evaluate((name) => {
        const controls = [...document.querySelectorAll<HTMLElement>('button, [role="switch"], a')];
        const control = controls.find(
          (element) => (element.getAttribute('aria-label') ?? element.innerText).trim() === name,
        );
        control?.click();
        return control ? true : undefined;
      }, label),
    );
    expect(pressed).toBe(true);
  };

  const openFirstCard = (popup: Page) =>
    popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('li button')]
        .find((row) => /AWS Trainium/.test(row.innerText))
        ?.click(),
    );

  it('lists every card of the page with its count, and the badge agrees', async () => {
    const page = await bench.open('/article');
    const report = await bench.driven.waitForReport(page, ({ total }) => total === 4);
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /4 mentions of 3 cards/);
    const text = await textOf(popup);
    expect(text).toMatch(/AWS Trainium\s+×2/);
    expect(text).toMatch(/Anthropic\s+×1/);
    expect(text).toMatch(/AWS Inferentia\s+×1/);
    expect(report.cards[0]).toMatchObject({ card: 'trainium', count: 2 });
    expect(await bench.driven.badgeOf(page)).toBe('4');
    await popup.close();
    await page.close();
  });

  it('takes the page to the next mention, and back to the line where the reader was', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page, ({ total }) => total === 4);
    await page.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
    const popup = await bench.driven.openPopup(page);
    await press(popup, 'Show the next mention of AWS Inferentia');
    const isFarInView = () =>
      page.evaluate(() => {
        const { top = -1 } = document.querySelector('#far')?.getBoundingClientRect() ?? {};
        return (top > 0 && top < innerHeight) || undefined;
      });
    await waitFor('the far paragraph in view', isFarInView);
    expect(await paintedTexts(page, 'reading-note-open')).toEqual(['Inferentia']);
    await waitForText(popup, /AWS Inferentia, 1 of 1/);
    await press(popup, 'Back to where you were');
    await waitFor('the place of before', () => page.evaluate(() => scrollY === 200 || undefined));
    await popup.close();
    await page.close();
  });

  it('opens a card in place, and finds cards that the page does not mention', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page, ({ total }) => total === 4);
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /4 mentions/);
    await popup.evaluate(() => document.querySelector<HTMLElement>('input')?.focus());
    await popup.keyboard.type('gemini');
    await waitForText(popup, /Elsewhere in the analysis[\s\S]*Google Gemini/);
    await popup.keyboard.press('Escape');
    await waitForText(popup, /4 mentions/);
    await openFirstCard(popup);
    await waitForText(popup, /Isabella Gonzalez/);
    expect(await textOf(popup)).toMatch(/In the stack/);
    await popup.close();
    await page.close();
  });

  it('says what is so: nothing found, switched off, and on again', async () => {
    const page = await bench.open('/garden');
    await bench.driven.waitForReport(page);
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /Nothing spotted on this page/);
    await press(popup, 'Sidelight on 127.0.0.1');
    await waitForText(popup, /Off on 127\.0\.0\.1/);
    expect((await bench.driven.reportOf(page)).state).toBe('off');
    await press(popup, 'Turn on for 127.0.0.1');
    await waitForText(popup, /Nothing spotted on this page/);
    await popup.close();
    await page.close();
  });

  it('has no accessibility violation, as a list and as a card', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page, ({ total }) => total === 4);
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /4 mentions/);
    expect(await violationsIn(popup)).toEqual([]);
    await openFirstCard(popup);
    await waitForText(popup, /Isabella Gonzalez/);
    // In the midst of its fade the card is paler than it will be.
    await popup.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await violationsIn(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('says that extensions may not run in pages of the browser itself', async () => {
    const address =
      bench.name === 'chrome' ? 'chrome://version/' : bench.driven.extensionUrl('manifest.json');
    const page = await bench.driven.open(address);
    expect((await bench.driven.reportOf(page)).state).toBe('restricted');
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /cannot run/);
    await popup.close();
    await page.close();
  });
});
