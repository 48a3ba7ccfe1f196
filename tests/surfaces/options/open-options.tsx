import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { SettingName } from '../../../src/core/settings';
import { DEFAULTS } from '../../../src/settings/schema';
import { summariseStorage } from '../../../src/settings/stored';
import { App } from '../../../src/surfaces/options/App';
import type { Choices, OptionsPorts, PrivacyFacts } from '../../../src/surfaces/options/ports';
import { renderInto, settle } from '../../ui/render-into';
import { sampleCards } from '../../ui/sample-cards';

const facts: PrivacyFacts = {
  rights: { host_permissions: ['<all_urls>'], permissions: ['storage', 'bookmarks'] },
  policy: "default-src 'none'; connect-src 'self'",
  hasAllSites: true,
  outsideRequests: [],
};

/** An options page over made-up choices, which its buttons change. */
export async function openOptions(first: Partial<Choices> | Error = {}, change: Partial<OptionsPorts> = {}) {
  let current = first;
  let changed = () => {};
  const choices = (): Choices => {
    if (current instanceof Error) throw current;
    return {
      corrections: [],
      sitesOff: [],
      settings: DEFAULTS,
      stored: summariseStorage({}, {}),
      ...current,
    };
  };
  const ports = {
    choices: vi.fn(async () => choices()),
    onChoicesChanged: vi.fn((listener: () => void) => {
      changed = listener;
      return () => {};
    }),
    undo: vi.fn(async (id: string) => {
      const now = choices();
      current = { ...now, corrections: now.corrections.filter((each) => each.id !== id) };
    }),
    switchOn: vi.fn(async (site: string) => {
      const now = choices();
      current = { ...now, sitesOff: now.sitesOff.filter((each) => each !== site) };
    }),
    set: vi.fn(async (name: SettingName, value: unknown) => {
      const now = choices();
      current = { ...now, settings: { ...now.settings, [name]: value } };
      changed();
    }),
    shortcuts: vi.fn(async () => [
      { name: 'next-mention', description: 'Go on', keys: 'Alt+Shift++' },
      { name: 'previous-mention', description: 'Go back', keys: '' },
    ]),
    openShortcuts: vi.fn(async () => {}) as OptionsPorts['openShortcuts'],
    exportAll: vi.fn(async () => {}),
    eraseAll: vi.fn(async () => {
      current = {};
      changed();
    }),
    facts: vi.fn(async () => facts),
    ...(change as object),
  } satisfies OptionsPorts;
  const root = renderInto(null);
  await act(async () => render(<App ports={ports} cards={sampleCards} />, root));
  await settle();
  return {
    root,
    ports,
    /** What a section says, by its title. */
    section(title: string): HTMLElement {
      const found = [...root.querySelectorAll('section')].find(
        (each) => each.querySelector('h2')?.textContent === title,
      );
      if (!found) throw new Error(`No section is called “${title}”`);
      return found;
    },
    /** The choices are others now, whoever changed them. */
    async change(next: Partial<Choices> | Error) {
      current = next;
      await act(async () => changed());
      await settle();
    },
  };
}
