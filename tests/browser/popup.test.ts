import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { waitFor } from '../../scripts/browser/wait';
import { violationsIn } from './axe';
import { htmlPage, inBrowsers, paintedTexts } from './in-browsers';

const FILLER = '<p>Nothing of note stands in this paragraph.</p>'.repeat(80);

/** Small pages with a plain subject: its card's name, the title, the text. */
const PAGES: readonly (readonly [name: string, title: string, ...text: string[]])[] = [
  [
    'The $25 billion commitment',
    'Amazon commits up to $25bn to Anthropic',
    'Amazon will put up to $25 billion into Anthropic, the two companies said on Monday, in cash and in credits.',
    'AWS has Trainium chips to offer. Claude is sold through Amazon Bedrock, and trained on Trainium.',
  ],
  [
    'AWS Trainium',
    'Inside the lab that builds Trainium',
    'Trainium is the chip with which AWS wants to do without NVIDIA, and its third generation is due this year.',
    'Anthropic trains Claude on it. Claude runs on TPUs too, and Claude on GPUs; Trainium is cheaper.',
  ],
  [
    'Google TPU',
    'Google opens its TPUs to everybody',
    'For ten years Google kept its tensor processing units to itself, or rented them out through its own cloud.',
    'Now TPUs may stand in other data centres. Microsoft has Maia, AWS has Trainium, and Meta may buy TPUs.',
  ],
  [
    'Retrieval-augmented generation (RAG)',
    'What RAG is good for',
    'Retrieval-augmented generation gives a language model the documents that it needs to answer a question.',
    'A RAG pipeline has an index of embeddings. Fine-tuning is the other way. LangChain has parts for both.',
  ],
  [
    'Compute credits',
    'Paid in compute credits',
    'More and more of what laboratories get from their investors comes as compute credits, and never as money.',
    'OpenAI has such a deal with Microsoft Azure; Anthropic has compute credits with AWS, spent on GPUs.',
  ],
  [
    'NVIDIA H100',
    'The H100 at four',
    'Four years on, the NVIDIA H100 is still the GPU that most laboratories name when they say what they have.',
    'The B200 is faster. An H100 for rent costs half of what it did. AWS, Oracle and Meta bought H100s.',
  ],
  [
    'Constitutional AI',
    'How Constitutional AI came to be',
    'With Constitutional AI, Anthropic has a model judge its own answers by a list of written principles.',
    'Claude was the first model that was trained so. AI safety gained from Constitutional AI, says Anthropic.',
  ],
  [
    'Fine-tuning',
    'When fine-tuning pays',
    'Fine-tuning a language model on texts of one’s own pays where there are many of them, all of one kind.',
    'Llama and Mistral Large can be fine-tuned at home; fine-tuning GPT-4 goes through OpenAI. RAG pipelines wait.',
  ],
  [
    'AWS Neuron SDK',
    'AWS Neuron SDK 2.25 is out',
    'The new release of the AWS Neuron SDK compiles PyTorch models for Trainium and for Inferentia in one step.',
    'The Neuron SDK now has kernels of its own. Trainium users have asked for that, says Amazon Web Services.',
  ],
  [
    'Llama',
    'Meta puts off its next Llama',
    'Meta has put off the next of its Llama models, since its engineers are not content with how it reasons.',
    'Llama 3 had been ahead of GPT-4 in places. OpenAI, Google and Anthropic have come out with models since.',
  ],
];
const SUBJECTS = PAGES.map(([name], index) => [name, `/subject-${index}`] as const);

const routes = {
  '/article': htmlPage(
    `<p>Anthropic rents <b>Trainium</b> chips.</p>${FILLER}<p id="far">Far below stands Trainium again, beside Inferentia.</p>`,
  ),
  ...Object.fromEntries(
    PAGES.map(([, title, ...text], index) => [
      `/subject-${index}`,
      htmlPage(`<h1>${title}</h1>${text.map((each) => `<p>${each}</p>`).join('')}`, title),
    ]),
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
    expect(text).toMatch(/AWS Trainium\s+2/);
    expect(text).toMatch(/Anthropic\s+1/);
    expect(text).toMatch(/AWS Inferentia\s+1/);
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
    await press(popup, 'Show the next mention: AWS Inferentia');
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
    await waitForText(popup, /Cards\s+\d+\s+[\s\S]*Google Gemini/);
    await popup.keyboard.press('Escape');
    await waitForText(popup, /4 mentions/);
    await openFirstCard(popup);
    await waitForText(popup, /Isabella Gonzalez/);
    expect(await textOf(popup)).toMatch(/In the stack/);
    await popup.close();
    await page.close();
  });

  it('steps without moving what is pressed, or any way out', async () => {
    const page = await bench.open('/article');
    await bench.driven.waitForReport(page, ({ total }) => total === 4);
    const popup = await bench.driven.openPopup(page);
    await waitForText(popup, /4 mentions/);
    const places = () =>
      popup.evaluate(() =>
        [
          ...document.querySelectorAll('.rows .icon-button, .row-name, .popup-nav button, .coverage-line'),
        ].map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return [left, top, width, height];
        }),
      );
    const before = await places();
    expect(before.length).toBeGreaterThan(10);
    for (let step = 0; step < 10; step++) {
      await press(popup, 'Show the next mention: AWS Trainium');
      await waitForText(popup, step % 2 === 0 ? /1 of 2/ : /2 of 2/);
      expect(await places()).toEqual(before);
    }
    const isOver = await popup.evaluate(() => document.querySelector('.at .row-name')?.textContent);
    expect(isOver).toBe('AWS Trainium');
    await popup.close();
    await page.close();
  });

  it.each(SUBJECTS)('names first what a page is plainly about: %s', async (name, path) => {
    const page = await bench.open(path);
    await bench.driven.waitForReport(page, ({ total }) => total > 3);
    const popup = await bench.driven.openPopup(page);
    const seen = await waitFor('the list', () =>
      popup.evaluate(() => {
        const first = document.querySelector('.rows .row-name')?.textContent;
        return first ? [first, document.querySelector('.subject button')?.textContent] : undefined;
      }),
    );
    expect(seen).toEqual([name, name]);
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
