import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { stepByKey } from '../../../scripts/browser/mention';
import { inBrowsers } from '../in-browsers';
import { type SeenCard, tabTo, waitInCard } from '../in-card';
import { hostilePages } from './pages';

inBrowsers('going to a mention', hostilePages, (bench) => {
  async function open(name: string): Promise<Page> {
    const page = await bench.open(`/${name}.html`);
    await bench.driven.waitForReport(page, ({ total }) => total > 0);
    await page.bringToFront();
    return page;
  }

  /** Steps once, and waits for what is said then. */
  async function stepTo(page: Page, spoken: string): Promise<SeenCard> {
    await stepByKey(page);
    return waitInCard(bench, page, spoken, (card) => card.spoken === spoken && card.ring !== null);
  }

  /** The text that the page shows in the middle of the ring. */
  const textIn = (page: Page, { ring }: SeenCard) =>
    page.evaluate(
      (x, y) => {
        const element = document.elementFromPoint(x, y);
        return element?.textContent?.trim() ?? '';
      },
      (ring?.x ?? 0) + (ring?.width ?? 0) / 2,
      (ring?.y ?? 0) + (ring?.height ?? 0) / 2,
    );

  it('leaves a carousel as it is, and passes by what it does not show', async () => {
    const page = await open('carousel');
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Below: NVIDIA.</p>'));
    await bench.driven.waitForReport(page, ({ total }) => total === 5);
    // What is in the carousel is no stop until its own button has shown the slide.
    await stepTo(page, 'NVIDIA, 1 of 1');
    expect(await page.evaluate(() => document.querySelector('#car')?.scrollLeft)).toBe(0);
    await page.evaluate(() => {
      const track = document.querySelector<HTMLElement>('#track');
      track?.style.setProperty('transition', 'none');
      track?.style.setProperty('transform', 'translateX(-600px)');
    });
    await stepTo(page, 'Anthropic, 1 of 5');
    await stepTo(page, 'Claude, 2 of 5');
    const card = await stepTo(page, 'Trainium, 3 of 5');
    expect(await textIn(page, card)).toBe('Trainium');
    expect(await page.evaluate(() => document.querySelector('#car')?.scrollLeft)).toBe(0);
    await page.close();
  });

  it('finds the word in a long paragraph of a box', async () => {
    const page = await open('long-scroller-end');
    const card = await stepTo(page, 'Anthropic, 1 of 4');
    const box = await page.evaluate(() => document.querySelector('#box')?.getBoundingClientRect().toJSON());
    expect(card.ring?.y).toBeGreaterThan(box.top);
    expect((card.ring?.y ?? 0) + (card.ring?.height ?? 0)).toBeLessThan(box.bottom);
    expect(box.bottom).toBeLessThan(await page.evaluate(() => innerHeight));
    await page.close();
  });

  it('passes by what is cut away, and does not count it', async () => {
    const page = await open('going-clipped');
    for (const spoken of ['Amazon Bedrock, 1 of 3', 'Inferentia, 2 of 3', 'NVIDIA, 3 of 3']) {
      const card = await stepTo(page, spoken);
      expect(await textIn(page, card)).toBe(spoken.split(',')[0]);
    }
    await stepTo(page, 'Amazon Bedrock, 1 of 3');
    await page.close();
  });

  it('scrolls what a reader can scroll, wherever it begins, and nothing else', async () => {
    const page = await open('going-nested');
    await bench.driven.waitForReport(page, ({ total }) => total === 6);
    const stops = ['Amazon Bedrock', 'Trainium', 'Inferentia', 'NVIDIA', 'Google Gemini'];
    for (const [place, surface] of stops.entries()) {
      const card = await stepTo(page, `${surface}, ${place + 1} of 6`);
      expect(await textIn(page, card)).toBe(surface);
    }
    expect(await page.evaluate(() => document.querySelector('.locked')?.scrollTop)).toBe(0);
    await stepByKey(page);
    // The frame, and the word in it, are on the screen.
    await page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#frame');
      const outer = frame?.getBoundingClientRect();
      const inner = frame?.contentDocument?.querySelector('b')?.getBoundingClientRect();
      return (
        outer &&
        inner &&
        inner.top > 0 &&
        inner.bottom < outer.height &&
        outer.top > 0 &&
        outer.bottom < innerHeight
      );
    });
    await page.close();
  });

  it('comes out from under what sticks, and stays on the slide', async () => {
    const page = await open('going-sticky');
    const words = ['Trainium', 'Inferentia', 'Amazon Bedrock', 'NVIDIA'];
    for (const [place, surface] of words.entries()) {
      const card = await stepTo(page, `${surface}, ${place + 1} of 4`);
      expect(await textIn(page, card)).toBe(surface);
    }
    await page.close();
  });

  it('goes to what is in front, and to the rest when that is gone', async () => {
    const page = await open('going-covered');
    await bench.driven.waitForReport(page, ({ total }) => total === 62);
    const card = await stepTo(page, 'Trainium, 1 of 2');
    expect(await textIn(page, card)).toBe('Trainium');
    await page.keyboard.press('Enter');
    await waitInCard(bench, page, 'its card', ({ name, html }) => name !== '' && html.includes('1 of 2'));
    await tabTo(bench, page, 'Next mention', true);
    await page.keyboard.press('Enter');
    await waitInCard(bench, page, 'the next one’s card', ({ html }) => html.includes('2 of 2'));
    const isLastInView = () => {
      const { top = -1, bottom = 0 } = document.querySelector('#last')?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight && scrollY === 0;
    };
    expect(await page.evaluate(isLastInView)).toBe(true);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector('#panel')?.remove());
    await bench.driven.waitForReport(page, ({ total }) => total === 60);
    await stepTo(page, 'Inferentia, 1 of 60');
    await page.close();
  });
});
