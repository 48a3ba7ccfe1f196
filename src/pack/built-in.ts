import document from '../../.generated/pack.json';
import type { Card } from './card';
import type { PackDocument } from './document-schema';
import { readCards } from './json-ld';

/** The cards of the pack that ships, in order of id. */
export const cards: readonly Card[] = readCards(document as unknown as PackDocument);
