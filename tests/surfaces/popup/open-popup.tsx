import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { ArgumentPart } from '../../../src/pack/argument';
import { outlineCard, type PackOutline } from '../../../src/pack/outline';
import type { TabReport } from '../../../src/protocol/reports';
import { App } from '../../../src/surfaces/popup/App';
import { CardPane } from '../../../src/surfaces/popup/CardPane';
import type { PopupPorts } from '../../../src/surfaces/popup/ports';
import { CardSearch } from '../../../src/ui/card-search';
import { renderInto, settle } from '../../ui/render-into';
import { paragraphs, sampleCards } from '../../ui/sample-cards';

export const readPage: TabReport = {
  state: 'read',
  site: 'news.example',
  origins: [],
  total: 6,
  hasUnreadCode: false,
  cards: [
    { card: 'trainium', count: 3, leading: 1, position: 1, weight: 9 },
    { card: 'claude', count: 2, leading: 0, position: 2, weight: 5 },
    { card: 'bedrock', count: 1, leading: 0, position: 0, weight: 2 },
  ],
};

const sampleOutline: PackOutline = {
  language: 'en',
  cards: sampleCards.map(outlineCard),
  parts: [
    part('chips', 'Chips', 'chips of one’s own', ['trainium'], []),
    part('models', 'Models', 'freedom of choice', ['lock-in'], ['claude']),
    part('risks', 'Risks', 'what may go wrong', ['h100'], []),
  ],
};

function part(
  id: string,
  name: string,
  about: string,
  keyCards: readonly string[],
  relatedCards: readonly string[],
): ArgumentPart {
  return { id, name, about, sections: [], keyCards, relatedCards };
}

/** A popup over a made-up tab; `change` is the tab's next report. */
export async function openPopup(
  first: Partial<TabReport> | Error | Promise<TabReport> = {},
  pack = sampleOutline,
) {
  let current: Partial<TabReport> | Error | Promise<TabReport> = first;
  let changed = () => {};
  const ports = {
    report: vi.fn(async () => {
      if (current instanceof Error) throw current;
      return { ...readPage, ...(await current) };
    }),
    onReportChanged: vi.fn((listener: () => void) => {
      changed = listener;
      return () => {};
    }),
    loadCards: vi.fn(async () => ({ cards: sampleCards, paragraphs, CardPane })),
    loadSearch: vi.fn(async () => new CardSearch(sampleCards, { h100: ['Hopper', 'H100s'] })),
    openPanel: vi.fn(async () => {}),
    openAtlas: vi.fn(async () => {}),
    openOptions: vi.fn(async () => {}),
    readCode: vi.fn(async () => {}),
    setSite: vi.fn(async () => {}),
    setPaused: vi.fn(async () => {}),
    showMention: vi.fn(async () => ({ position: 2, count: 3 })),
    returnToReading: vi.fn(async () => {}),
    requestAccess: vi.fn(async () => true),
  } satisfies PopupPorts;
  const root = renderInto(null);
  await act(async () => render(<App ports={ports} pack={pack} />, root));
  await settle();
  return {
    root,
    ports,
    async change(next: Partial<TabReport> | Error) {
      current = next;
      await act(async () => changed());
      await settle();
    },
    /** Presses a key where the focus is; returns whether the popup took it. */
    async press(key: string): Promise<boolean> {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      await act(async () => {
        document.activeElement?.dispatchEvent(event);
      });
      return event.defaultPrevented;
    },
    async type(text: string) {
      const field = root.querySelector('input');
      if (!field) throw new Error('There is no search field');
      await act(async () => field.focus());
      await act(async () => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    },
    names: () => [...root.querySelectorAll('.row-name')].map((each) => each.textContent),
    title: () => root.querySelector('h2')?.textContent,
    focused: () => document.activeElement,
    has: (text: string) => root.textContent?.includes(text) ?? false,
  };
}
