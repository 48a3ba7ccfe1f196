import cueData from '../../.generated/cues.json';
import document from '../../.generated/pack.json';
import type { CueData } from '../core/gazetteer';
import type { Card } from './card';
import { type PackDocument, readCards } from './json-ld';

/** The cards of the pack that ships, in order of id. */
export const cards: readonly Card[] = readCards(document as unknown as PackDocument);

/** The cues of the pack that ships. */
export const cues = cueData as unknown as CueData;
