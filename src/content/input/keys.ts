import { isEditable, matches } from '../../platform/dom';
import type { Responses } from '../../protocol/messages';
import type { LazyCompanion } from '../companion';
import { isKeystroke } from './shortcut';

/** What the keyboard needs of its session. */
interface KeyPorts {
  readonly companion: LazyCompanion;
  /** As the reader has set them in the browser. */
  readonly keys: Responses['site.ask']['keys'];
  step(direction: 1 | -1): void;
}

/**
 * Follows the keyboard. The browser's own commands step too; this listener serves where they do not exist (Firefox for
 * Android) or do not fire, with the keys that the reader has set for them.
 */
export function followKeys({ companion, keys, step }: KeyPorts, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      const isTyping = isEditing(event);
      if (companion.loaded?.takeKey(event, isTyping) || isTyping) return;
      const direction = isKeystroke(event, keys.next)
        ? 1
        : isKeystroke(event, keys.previous)
          ? -1
          : undefined;
      if (!direction) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      step(direction);
    },
    { capture: true, signal },
  );
}

function isEditing(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (isEditable(target) || matches(target, 'input, textarea, select'));
}
