import document from '../../.generated/argument.json';
import type { Argument } from './argument';

/** The argument of the pack that ships; undefined for a pack that has none. */
export const argument = (document ?? undefined) as unknown as Argument | undefined;
