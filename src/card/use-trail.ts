import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Card, Paragraph } from '../pack/card';
import { activeElementOf, query, rootOf } from '../platform/dom';

/** A card, and the paragraphs of the source that it cites. */
export interface CardContent {
  readonly card: Card;
  readonly paragraphs: readonly Paragraph[];
}

/** The cards that the reader has followed in one container, by their relations. */
interface Trail {
  readonly shown: CardContent;
  /** The cards before it, the first one first. */
  readonly earlier: readonly Card[];
  follow(next: CardContent): void;
  /** Back to one of `earlier`, counted from 0. */
  revisit(place: number): void;
}

/**
 * Follows a card's relations, and goes back. If the focus is in the container, it moves to the next card's name, and back
 * to the link that was followed.
 */
export function useTrail(first: CardContent, container: RefObject<HTMLElement | null>): Trail {
  const [followed, setFollowed] = useState<readonly CardContent[]>([]);
  const contents = [first, ...followed];
  const cards = contents.map(({ card }) => card);

  const focusNext = (selector: string) => {
    const root = container.current && (rootOf(container.current) as ShadowRoot);
    if (!root || !activeElementOf(root)) return;
    requestAnimationFrame(() => {
      const found =
        container.current && (query(container.current, selector) ?? query(container.current, 'h2'));
      if (found instanceof HTMLElement) found.focus();
    });
  };
  return {
    shown: followed.at(-1) ?? first,
    earlier: cards.slice(0, -1),
    follow(next) {
      focusNext('h2');
      setFollowed((before) => [...before, next]);
    },
    revisit(index) {
      focusNext(`[data-card="${CSS.escape(cards[index + 1]?.id ?? '')}"]`);
      setFollowed((before) => before.slice(0, index));
    },
  };
}
