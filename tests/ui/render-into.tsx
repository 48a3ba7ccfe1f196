import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Takes what was drawn before off the document, listeners and all; draws into a fresh element and returns it. */
export function renderInto(content: ComponentChild): HTMLElement {
  for (const before of document.body.children) void act(() => render(null, before));
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

/** Lets answers arrive that were asked for while drawing, and draws them. */
export async function settle(): Promise<void> {
  await act(async () => {});
}

/** Clicks, and waits for what follows. */
export async function click(target: HTMLElement): Promise<void> {
  await act(async () => target.click());
  await settle();
}
