import { isEditable, matches } from '../../platform/dom';
import type { Responses } from '../../protocol/messages';
import type { LazyCompanion } from '../companion';
import { takeFirst } from './own-events';
import { isKeystroke } from './shortcut';

/** What the keyboard needs of its session. */
interface KeyPorts {
  readonly companion: LazyCompanion;
  /** As the reader has set them in the browser. */
  readonly keys: Responses['site.ask']['keys'];
  step(direction: 1 | -1): void;
  /** Opens the card of the mention that was reached, or closes the open one. */
  open(): void;
}

/**
 * Follows the keyboard. The browser's own commands do the same; this serves where they do not exist (Firefox for Android)
 * or do not fire, with the keys that the reader has set for them.
 */
export function followKeys({ companion, keys, step, open }: KeyPorts, signal: AbortSignal): void {
  const actions = [
    { key: keys.next, act: () => step(1) },
    { key: keys.previous, act: () => step(-1) },
    { key: keys.open, act: open },
  ];
  takeFirst((event) => {
    if (event.type !== 'keydown' || !(event instanceof KeyboardEvent) || event.isComposing) return;
    const isTyping = isEditing(event);
    if (companion.loaded?.takeKey(event, isTyping) || isTyping) return;
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
