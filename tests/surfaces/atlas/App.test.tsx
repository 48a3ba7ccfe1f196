// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cards } from '../../../src/pack/built-in';
import { argument } from '../../../src/pack/built-in-argument';
import { paragraphs } from '../../../src/pack/built-in-paragraphs';
import type { TabReport } from '../../../src/protocol/reports';
import { LOCAL_FILES } from '../../../src/settings/keys';
import { App } from '../../../src/surfaces/atlas/App';
import { afterPaint } from '../../../src/surfaces/atlas/after-paint';
import type { AtlasPorts } from '../../../src/surfaces/atlas/ports';
import { ParagraphProvider } from '../../../src/ui/citations';
import { setLanguage } from '../../fake-i18n';
import { button, click, renderInto, settle } from '../../ui/render-into';

const read: TabReport = {
  state: 'read',
  site: 'news.example',
  origins: [],
  total: 4,
  hasUnreadCode: false,
  cards: [
    { card: 'trainium', count: 3, leading: 0, position: 0, weight: 9 },
    { card: 'compute-credits', count: 1, leading: 0, position: 1, weight: 2 },
  ],
};
type Answer = Awaited<ReturnType<AtlasPorts['report']>> | Error;

/** The atlas over a made-up tab; `change` is what is known of the page next. */
async function openAtlas(first: Answer, hash = '') {
  history.replaceState(null, '', `/${hash}`);
  let current = first;
  let changed = () => {};
  const ports = {
    report: vi.fn(async () => {
      if (current instanceof Error) throw current;
      return current;
    }),
    onReportChanged: (listener: () => void) => {
      changed = listener;
      return () => {};
    },
    showMention: vi.fn(async () => ({ position: 1, count: 3 })),
    goToPage: vi.fn(async () => {}),
    openOptions: vi.fn(async () => {}),
  } satisfies AtlasPorts;
  const root = renderInto(null);
  const app = (
    <ParagraphProvider value={paragraphs}>
      <App ports={ports} cards={cards} argument={argument} />
    </ParagraphProvider>
  );
  await act(async () => render(app, root));
  await settle();
  // What is out of sight follows in the next frame.
  await act(() => new Promise<void>((painted) => afterPaint(painted)));
  return {
    root,
    ports,
    async change(next: Answer) {
      current = next;
      await act(async () => changed());
      await settle();
    },
    text: (selector: string) => root.querySelector(selector)?.textContent ?? '',
    async go(to: string) {
      await act(async () => {
        location.hash = to;
        window.dispatchEvent(new HashChangeEvent('hashchange'));
      });
    },
  };
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  window.scrollBy = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

describe('the atlas', () => {
  it('names local files in the reader’s language', async () => {
    setLanguage('de');
    const { text } = await openAtlas({ ...read, site: LOCAL_FILES });
    setLanguage('en-GB');
    expect(text('.page-light')).toContain('Beleuchtet durch lokale Dateien');
  });

  it('is lit by what the page mentions, and says what it leaves out', async () => {
    const { root, text } = await openAtlas(read);
    expect(text('.page-light')).toContain('Lit by news.example');
    expect(text('.page-light')).toContain('safety and trust');
    expect(text('.page-light')).not.toContain('chips of one’s own');
    const states = [...root.querySelectorAll('.parts .state')].map((each) => each.textContent);
    expect(states).toContain('on the page');
    expect(states).toContain('left out');
  });

  it('is lit anew when the page has changed', async () => {
    const { root, change } = await openAtlas(read);
    const before = root.querySelectorAll('.chip.lit').length;
    await change({ ...read, cards: read.cards.slice(1) });
    expect(root.querySelectorAll('.chip.lit').length).toBeLessThan(before);
  });

  it.each<[string, Answer, RegExp]>([
    ['opened by itself', 'unlit', /Not lit by any page/],
    ['whose page was closed', 'closed', /page was closed/],
    ['whose background is away', new Error('Nobody answered'), /not answering/],
    ['of a page without a mention', { ...read, total: 0, cards: [] }, /Nothing spotted on news.example/],
    ['of a page that is being read', { ...read, state: 'reading', total: 0, cards: [] }, /Reading news/],
    ['of a site that is switched off', { ...read, state: 'off', total: 0, cards: [] }, /is off on news/],
    ['of a page that is closed to it', { ...read, state: 'restricted', cards: [] }, /may not read/],
  ])('%s says so, lights nothing and shows all', async (_which, answer, words) => {
    const { root, text } = await openAtlas(answer);
    expect(text('.page-light')).toMatch(words);
    expect(root.querySelector('.lit')).toBeNull();
    expect(root.querySelector('.parts .state')).toBeNull();
    expect(root.querySelectorAll('.entry')).toHaveLength(cards.length);
  });

  it('leads to the page from a count, and says where there is nothing any more', async () => {
    const { root, ports, text } = await openAtlas(read);
    await click(button(root, 'AWS Trainium: 3 on the page. Go there'));
    expect(ports.showMention).toHaveBeenCalledWith('trainium');
    expect(text('[role="status"].said')).toBe('');
    ports.showMention.mockResolvedValueOnce({ position: 0, count: 0 });
    await click(button(root, 'AWS Trainium: 3 on the page. Go there'));
    expect(text('[role="status"].said')).toBe('No longer on the page: AWS Trainium');
  });

  it('states in words what wires repeat: every tie of the argument, with its reason', async () => {
    const { root } = await openAtlas('unlit');
    const said = [...root.querySelectorAll('.tie')].map((each) => each.textContent);
    const ties = argument?.frameworks.flatMap(({ points }) => points.flatMap((point) => point.ties)) ?? [];
    expect(said).toHaveLength(ties.length);
    for (const { name, because } of ties)
      expect(said.some((each) => each?.includes(`${name}: ${because}`))).toBe(true);
  });
});

describe('the paragraphs', () => {
  const items = (root: ParentNode, selector: string) =>
    [...root.querySelectorAll(`#paragraphs .paragraph ${selector}`)].map((each) => each.textContent);
  const positionsOf = (listed: typeof paragraphs) =>
    listed.map(({ paragraph, of }) => `Paragraph ${paragraph} of ${of}`);

  it('are all listed in the source’s order, by section, each with the cards that cite it', async () => {
    const { root } = await openAtlas('unlit');
    expect(items(root, '.abstract-text')).toEqual(paragraphs.map(({ abstract }) => abstract));
    expect(items(root, '.position')).toEqual(positionsOf(paragraphs));
    const sections = [...new Set(paragraphs.map(({ number, name }) => `§${number} ${name}`))];
    expect([...root.querySelectorAll('#paragraphs h3')].map((each) => each.textContent)).toEqual(sections);
    const cited = [...root.querySelectorAll('#paragraphs .paragraph')].map((each) =>
      [...each.querySelectorAll('.chip a')].map(({ textContent }) => textContent),
    );
    expect(cited).toEqual(paragraphs.map(({ citedBy }) => citedBy.map(({ name }) => name)));
  });

  it('are lit where the page mentions a card that cites them, and say so', async () => {
    const { root, change } = await openAtlas(read);
    const mentioned = read.cards.map(({ card }) => card);
    const touched = paragraphs.filter(({ citedBy }) => citedBy.some(({ card }) => mentioned.includes(card)));
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.length).toBeLessThan(paragraphs.length);
    const lit = () => [...root.querySelectorAll('#paragraphs .paragraph.lit')];
    expect(lit().map((each) => each.querySelector('.abstract-text')?.textContent)).toEqual(
      touched.map(({ abstract }) => abstract),
    );
    for (const each of lit()) expect(each.querySelector('.state')?.textContent).toBe('touched');
    // A company is mentioned everywhere.
    expect(paragraphs.some(({ citedBy }) => citedBy.some(({ card }) => card === 'amazon'))).toBe(true);
    await change({ ...read, cards: [{ card: 'amazon', count: 2, weight: 2, position: 1, leading: 0 }] });
    expect(root.querySelector('.chip.lit')).not.toBeNull();
    expect(lit()).toEqual([]);
  });

  it('are where each § of the maps leads, and one press from the bar', async () => {
    const { root } = await openAtlas('unlit');
    const marks = [...root.querySelectorAll<HTMLAnchorElement>('main a.citation')];
    expect(marks.length).toBeGreaterThan(0);
    for (const { hash, ariaLabel } of marks)
      expect(document.getElementById(decodeURIComponent(hash).slice(1)), `${ariaLabel}`).not.toBeNull();
    const hrefs = [...root.querySelectorAll('nav a')].map((each) => each.getAttribute('href'));
    expect(hrefs).toContain('#paragraphs');
  });

  it('open in a card of the atlas too', async () => {
    const { root, text } = await openAtlas(read, '#card=trainium');
    const mark = root.querySelector<HTMLElement>('.pane .statements button');
    if (!mark) throw new Error('The card has no § to press.');
    await click(mark);
    const { section, paragraph } = cards.find(({ id }) => id === 'trainium')?.statements[0]?.cite ?? {};
    const cited = paragraphs.find((each) => each.section === section && each.paragraph === paragraph);
    expect(text('.pane .abstract .abstract-text')).toBe(cited?.abstract);
  });
});

describe('a deep link', () => {
  it('opens a card, with the focus on its name', async () => {
    const { text } = await openAtlas(read, '#card=trainium');
    expect(text('.pane h2')).toBe('AWS Trainium');
    expect(document.activeElement?.textContent).toBe('AWS Trainium');
    expect(text('.pane-light')).toContain('Mentioned 3 times on news.example');
  });

  it('draws the relations around a card', async () => {
    const { text, go } = await openAtlas('unlit', '#ties=neuron-sdk');
    expect(text('#ties-centre')).toBe('AWS Neuron SDK');
    await go('#ties=claude');
    expect(text('#ties-centre')).toBe('Claude');
    expect(document.activeElement?.id).toBe('ties-centre');
  });

  it('to a card that the pack does not have opens none', async () => {
    const { root } = await openAtlas('unlit', '#card=potato');
    expect(root.querySelector('.pane')).toBeNull();
  });
});

describe('a pack without an argument', () => {
  it('has its cards and their relations', async () => {
    const root = renderInto(null);
    const ports = {
      report: async () => 'unlit' as const,
      onReportChanged: () => () => {},
      showMention: async () => ({ position: 0, count: 0 }),
      goToPage: async () => {},
      openOptions: async () => {},
    };
    await act(async () => render(<App ports={ports} cards={cards} argument={undefined} />, root));
    await settle();
    expect([...root.querySelectorAll('.map')].map(({ id }) => id)).toEqual(['ties', 'cards']);
  });
});
