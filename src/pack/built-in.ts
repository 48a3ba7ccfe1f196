import document from '../../.generated/cards.json';
import type { Card } from './card';

/** The cards of the pack that ships, in order of id. */
export const cards = document as unknown as readonly Card[];
