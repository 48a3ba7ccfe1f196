import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Card } from '../../pack/card';

/** What every chip on the maps has to know. */
export interface Reading {
  /** All cards of the pack, by id. */
  readonly cards: ReadonlyMap<string, Card>;
  /** How often the page mentions each card, by id; without those that it does not mention. */
  readonly counts: ReadonlyMap<string, number>;
  /** Leads to a mention of a card on the page. */
  readonly onShow: (id: string) => void;
}

/** Given once, by the atlas, to all that it draws. */
export const ReadingContext = createContext<Reading>({
  cards: new Map(),
  counts: new Map(),
  onShow: () => undefined,
});

/** The cards, and what the page mentions of them. */
export const useReading = (): Reading => useContext(ReadingContext);
