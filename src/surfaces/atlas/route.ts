import type { Citation } from '../../pack/card';

/** The state of the atlas that its address keeps, beyond the fragments that the browser scrolls to by itself. */
export interface Route {
  /** Id of the open card, or of the card in the middle of the relation map. */
  readonly card?: string;
  /** `card`: the card is open; `ties`: the relation map shows it. */
  readonly view?: 'card' | 'ties';
}

const VIEWS = ['card', 'ties'] as const;

/** The hash of an open card. */
export const cardHash = (id: string): string => `#card=${encodeURIComponent(id)}`;

/** The hash of the relation map around a card. */
export const tiesHash = (id: string): string => `#ties=${encodeURIComponent(id)}`;

/** The hash of the cards of one part of the argument; without its `#`, it is the id of their element. */
export const partHash = (id: string): string => `#part=${encodeURIComponent(id)}`;

/** The hash of a paragraph's abstract; without its `#`, it is the id of its element. */
export const paragraphHash = ({ section, paragraph }: Pick<Citation, 'section' | 'paragraph'>): string =>
  `#paragraph=${encodeURIComponent(section)}-${paragraph}`;

/** The hash of a framework that has a section of its own. */
export const frameworkHash = (id: string): string => `#framework=${encodeURIComponent(id)}`;

/**
 * Parses the hash of an address.
 * @param hash including its `#`, as in `location.hash`
 * @returns an empty route for the hash of a section, and for an unknown one
 */
export function parseRoute(hash: string): Route {
  const [view, id] = hash.slice(1).split('=');
  const known = VIEWS.find((each) => each === view);
  return known && id ? { view: known, card: decode(id) } : {};
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
