import document from '../../.generated/spellings.json';

/** The forms of each card of the pack that ships, without its name, by the card's id. */
export const spellings: Readonly<Record<string, readonly string[]>> = document;
