import type { FilterData, HashSetData } from '../core/form-filter';
import { type FormIndexData, hashKey, mayJoin, spread } from '../core/form-index';
import { foldCode, keyOf, scriptOf } from '../core/tokenize';
import { tokensIn } from './index-forms';
import ordinaryWords from './ordinary-words.json';

/** How much rarer a false gate is than a true one among random words: 2 to the power of this. */
const GATE_MARGIN_BITS = 10;
/** Leads cost only a second look when they are false; their bits are also the index of the table that answers most. */
const MIN_LEAD_BITS = 16;
const LEAD_MARGIN_BITS = 3;
/** So many seeds are tried for one that takes no ordinary word for a form. */
const SEEDS = 64;
/** The longest run of ones that the filter reads. */
const MOST_ONES = 24;
/** Numbers that stand everywhere: days, years. */
const MOST_COMMON_NUMBER = 2050;

/** Words that say little. A form's start that ends with one is known by the word behind it too. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(ordinaryWords.function.map(keyOf));
const ORDINARY: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...ordinaryWords.common.map(keyOf),
  ...Array.from({ length: MOST_COMMON_NUMBER }, (_, number) => String(number)),
]);

/**
 * Compiles the gazetteer's forms to the filter that each page reads with.
 * @param aliases the gazetteer's index
 */
export function compileFilter(aliases: FormIndexData): FilterData {
  const forms = tokensIn(aliases);
  const wholes = new Set(forms.map((tokens) => tokens.join('')));
  const gates = new Set<string>();
  const leads = new Set<string>();
  for (const tokens of forms) {
    const [first = '', second = ''] = tokens;
    const length = scriptIn(first) === 'single' ? tokens.length : gateLength(tokens);
    const isOneRun = scriptIn(first) !== 'single' && scriptIn(first) === scriptIn(second);
    if (wholes.has(first) && isOneRun && mayJoin(first + second, first.length, (part) => wholes.has(part)))
      gates.add(first + second);
    let key = '';
    for (const token of tokens.slice(0, length - 1)) {
      key += token;
      // A form that starts with another one is found through that, unless a page joins its first two words.
      if (wholes.has(key)) break;
      leads.add(key);
    }
    if (!wholes.has(key)) gates.add(tokens.slice(0, length).join(''));
  }
  // The filter looks for what stands before a plural's s itself.
  for (const key of gates) if (key.endsWith('s') && gates.has(key.slice(0, -1))) gates.delete(key);
  const bitsFor = (size: number, margin: number) => Math.ceil(Math.log2(size + 1)) + margin;
  const leadBits = Math.max(MIN_LEAD_BITS, bitsFor(gates.size + leads.size, LEAD_MARGIN_BITS));
  const gateBits = Math.max(leadBits, bitsFor(gates.size, GATE_MARGIN_BITS));
  const seed = bestSeed(gates, gateBits);
  return { seed, gates: pack(gates, gateBits, seed), leads: pack(leads, leadBits, seed) };
}

/** The first seed with which no ordinary word is taken for a gate, or the one with the fewest. */
function bestSeed(gates: ReadonlySet<string>, bits: number): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let seed = 0; seed < SEEDS && fewest > 0; seed++) {
    const hashes = new Set(hashesOf(gates, bits, seed));
    let mistakes = 0;
    for (const word of ORDINARY) if (hashes.has(lowBits(word, bits, seed)) && !gates.has(word)) mistakes++;
    if (mistakes >= fewest) continue;
    best = seed;
    fewest = mistakes;
  }
  return best;
}

/** How many words a form is known by: two, and on to one that says something. */
function gateLength(tokens: readonly string[]): number {
  let length = 2;
  while (FUNCTION_WORDS.has(tokens[length - 1] ?? '') && length < tokens.length) length++;
  return Math.min(length, tokens.length);
}

const lowBits = (key: string, bits: number, seed: number) =>
  (spread(hashKey(key, seed)) & (2 ** bits - 1)) >>> 0;

const hashesOf = (keys: ReadonlySet<string>, bits: number, seed: number) =>
  [...new Set([...keys].map((key) => lowBits(key, bits, seed)))].sort((a, b) => a - b);

const scriptIn = (token: string) => scriptOf(foldCode(token.charCodeAt(0)));

function pack(keys: ReadonlySet<string>, bits: number, seed: number): HashSetData {
  const hashes = hashesOf(keys, bits, seed);
  const distances = hashes.map((hash, place) => hash - (hashes[place - 1] ?? -1) - 1);
  const longest = distances.reduce((a, b) => Math.max(a, b), 1);
  const usual = Math.floor(Math.log2(2 ** bits / (hashes.length + 1)));
  const rice = Math.max(0, usual, Math.ceil(Math.log2(longest / MOST_ONES)));
  let written = '';
  for (const distance of distances) {
    const low = rice === 0 ? '' : (distance % 2 ** rice).toString(2).padStart(rice, '0');
    written += `${'1'.repeat(Math.floor(distance / 2 ** rice))}0${low}`;
  }
  const bytes = written.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)) ?? [];
  return { bits, rice, count: hashes.length, data: btoa(String.fromCharCode(...bytes)) };
}
