import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Card } from '../../pack/card';

/** What the components of every map read: the cards, and the page's mentions of them. */
export interface Atlas {
  /** All cards of the pack, by id. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Number of mentions on the page, by card id; a card that is not mentioned has no entry. */
  readonly counts: ReadonlyMap<string, number>;
  /** Brings the page to the front at the card's next mention. */
  readonly onShow: (id: string) => void;
}

/** Provided by the app to all its maps. */
export const AtlasContext = createContext<Atlas>({
  cards: new Map(),
  counts: new Map(),
  onShow: () => undefined,
});

/** The atlas that a component is part of. */
export const useAtlas = (): Atlas => useContext(AtlasContext);
