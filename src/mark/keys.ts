import type { MarkPorts } from '../page/mark-script';
import { isEditable, matches } from '../platform/dom';
import type { LazyCard } from './lazy-card';
import { isKeystroke } from './shortcut';

/**
 * Follows the keyboard. The browser's own commands do the same; this serves where they do not exist (Firefox for Android)
 * or do not fire, with the keys that the reader has set for them.
 */
export function followKeys({ keys, send, takeFirst }: MarkPorts, card: LazyCard, signal: AbortSignal): void {
  const { next, previous, open } = keys();
  const actions = [
    { key: next, act: () => send('mention.step', { direction: 1 }) },
    { key: previous, act: () => send('mention.step', { direction: -1 }) },
    { key: open, act: () => send('mention.open', {}) },
  ];
  takeFirst((event) => {
    if (event.type !== 'keydown' || !(event instanceof KeyboardEvent) || event.isComposing) return;
    const isTyping = isEditing(event);
    if (card.loaded?.takeKey(event, isTyping) || isTyping) return;
    const action = actions.find(({ key }) => isKeystroke(event, key));
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action.act();
  }, signal);
}

function isEditing(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (isEditable(target) || matches(target, 'input, textarea, select'));
}
