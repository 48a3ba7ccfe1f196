import { type CueIndex, compactOf, type Gazetteer } from '../../src/core/gazetteer';
import { scanForms } from '../../src/core/match';
import { selectLongest } from '../../src/core/select';
import { spot } from '../../src/core/spot';
import type { Linked, Spotter } from './score';

/** What the extension does. */
export function sidelight(gazetteer: Gazetteer, cues: CueIndex): Spotter {
  return ({ text, title, url }) =>
    spot(text, { title: title ?? undefined, url: url ?? undefined }, gazetteer, cues);
}

/** A baseline: links each whole-word match of an alias, the longest first, whatever stands around it. */
export function wholeWords(
  gazetteer: Gazetteer,
  { isCaseExact }: { readonly isCaseExact: boolean },
): Spotter {
  return ({ text }) => {
    const links: Linked[] = [];
    scanForms(text, gazetteer.aliases, ({ start, end, entry }) => {
      const compact = compactOf(text.slice(start, end));
      const [alias] = gazetteer.aliases
        .values(entry)
        .filter(([, , written]) => !isCaseExact || written === compact)
        .toSorted(([, a], [, b]) => a - b);
      if (alias) links.push({ start, end, card: gazetteer.cards[alias[0]] ?? '' });
    });
    return selectLongest(links);
  };
}
