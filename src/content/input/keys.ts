import type { Responses } from '../../protocol/messages';
import type { LazyCompanion } from '../companion';
import { matches } from './shortcut';

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
      const cards = companion.loaded;
      if (event.key === 'Escape' && cards && (cards.isAnyOpen || cards.ring)) {
        swallow(event);
        if (cards.isAnyOpen) cards.send({ type: 'escaped', at: performance.now() });
        else void cards.setRing(undefined);
        return;
      }
      if (cards?.isTarget(event) || isEditing(event)) return;
      // The focus goes on to a link or a field, and Enter with it.
      if (event.key === 'Tab' && cards?.ring) void cards.setRing(undefined);
      if (event.key === 'Enter' && !hasModifier(event)) {
        if (!cards?.ring || cards.ring.key === cards.shown.open) return;
        swallow(event);
        cards.send({ type: 'opened', mention: cards.ring.key, takesFocus: true });
        return;
      }
      const direction = matches(event, keys.next) ? 1 : matches(event, keys.previous) ? -1 : undefined;
      if (!direction) return;
      swallow(event);
      step(direction);
    },
    { capture: true, signal },
  );
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const hasModifier = (event: KeyboardEvent) =>
  event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

function isEditing(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
