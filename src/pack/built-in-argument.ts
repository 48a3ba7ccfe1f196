import document from '../../.generated/pack.json';
import type { Argument } from './argument';
import type { PackDocument } from './document-schema';
import { readArgument } from './json-ld';

/** The argument of the pack that ships; undefined for a pack that has none. */
export const argument: Argument | undefined = readArgument(document as unknown as PackDocument);
