import type { GazetteerData, Tier } from '../../src/core/gazetteer';
import { indexAliases } from '../../src/pack/index-forms';
import { random } from './pages';

const SYLLABLES =
  'an ba co da el fi ga ho in ja ka lo mi na or pa qui ra si to ul va wo xi ya ze bri cra dro fle gno pre sta tri'.split(
    ' ',
  );

/** A gazetteer of made-up names, of one to three words with five to nine letters each. */
export function generateGazetteer(aliases: number): GazetteerData {
  const next = random(aliases);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  const word = () => Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(SYLLABLES)).join('');
  const name = () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, word)
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
      .join(' ');
  const forms = new Set<string>();
  while (forms.size < aliases) forms.add(name());
  const tiers: Tier[] = [0, 1, 2];
  const cards = Array.from({ length: Math.ceil(aliases / 50) }, (_, place) => `card-${place}`);
  const written = [...forms].map((form, place) => ({
    form,
    card: Math.floor(place / 50),
    tier: pick(tiers),
  }));
  return { cards, aliases: indexAliases(written) };
}
