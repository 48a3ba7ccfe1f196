import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws into a fresh element of the document and returns it. */
export function renderInto(content: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  void act(() => render(content, root));
  return root;
}

/** The button with this accessible name, be it a label or its text. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  if (!found) throw new Error(`No button is called “${name}”`);
  return found;
}

/** Names of all buttons, in order. */
export function buttonNames(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll('button')].map(
    (each) => each.getAttribute('aria-label') ?? each.textContent ?? '',
  );
}

/** Clicks, and waits for what follows. */
export async function click(target: HTMLElement): Promise<void> {
  await act(async () => target.click());
}
