/** Where in the atlas the reader is, beyond what the browser scrolls to by itself. */
export interface Place {
  /** The card that is open, or that the relation map is drawn around. */
  readonly card?: string;
  /** `card`: it is open; `ties`: the relation map is drawn around it. */
  readonly view?: 'card' | 'ties';
}

const VIEWS = ['card', 'ties'] as const;

/** The hash of an open card. */
export const cardHash = (id: string): string => `#card=${encodeURIComponent(id)}`;

/** The hash of the relation map around a card. */
export const tiesHash = (id: string): string => `#ties=${encodeURIComponent(id)}`;

/** The hash of a part of the argument among the cards; the element's id is the same without its first sign. */
export const partHash = (id: string): string => `#part=${encodeURIComponent(id)}`;

/** The hash of a framework that has a section of its own. */
export const frameworkHash = (id: string): string => `#framework=${encodeURIComponent(id)}`;

/**
 * Reads a place out of an address.
 * @param hash with its sign, as from `location.hash`
 * @returns an empty place for a section's hash, and for one that says nothing
 */
export function readPlace(hash: string): Place {
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
