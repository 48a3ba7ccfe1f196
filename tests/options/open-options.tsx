import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { App } from '../../src/options/App';
import type { Choices, OptionsPorts } from '../../src/options/ports';
import { renderInto, settle } from '../ui/render-into';
import { sampleCards } from '../ui/sample-cards';

/** An options page over made-up choices, which its buttons change. */
export async function openOptions(first: Partial<Choices> | Error = {}) {
  let current = first;
  let changed = () => {};
  const choices = (): Choices => {
    if (current instanceof Error) throw current;
    return { corrections: [], sitesOff: [], ...current };
  };
  const ports = {
    choices: vi.fn(async () => choices()),
    onChoicesChanged: vi.fn((listener: () => void) => {
      changed = listener;
      return () => {};
    }),
    undo: vi.fn(async (id: string) => {
      const { corrections, sitesOff } = choices();
      current = { corrections: corrections.filter((each) => each.id !== id), sitesOff };
    }),
    switchOn: vi.fn(async (site: string) => {
      const { corrections, sitesOff } = choices();
      current = { corrections, sitesOff: sitesOff.filter((each) => each !== site) };
    }),
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
