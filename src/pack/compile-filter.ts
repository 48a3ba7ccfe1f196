import type { FilterData, HashSetData } from '../core/form-filter';
import { hashKey, mayJoin, spread } from '../core/form-index';
import type { GazetteerData } from '../core/gazetteer';
import { foldCode, scriptOf, tokenKeys } from '../core/tokenize';

/** How much rarer a false gate is than a true one among random words: 2 to the power of this. */
const GATE_MARGIN_BITS = 10;
/** Leads cost only a second look when they are false; their bits are also the index of the table that answers most. */
const MIN_LEAD_BITS = 16;
const LEAD_MARGIN_BITS = 4;

/** Compiles the gazetteer's forms to the filter that each page reads with. */
export function compileFilter({ aliases }: GazetteerData): FilterData {
  const forms = aliases.flatMap(([, , ...written]) => written.map(tokenKeys));
  const wholes = new Set(forms.map((tokens) => tokens.join('')));
  const gates = new Set<string>();
  const leads = new Set<string>();
  for (const tokens of forms) {
    const [first = '', second = ''] = tokens;
    const isOneRun = scriptIn(first) !== 'single' && scriptIn(first) === scriptIn(second);
    if (isOneRun && mayJoin(first + second, first.length, (key) => wholes.has(key)))
      gates.add(first + second);
    const length = scriptIn(first) === 'single' ? tokens.length : Math.min(2, tokens.length);
    let key = '';
    for (const token of tokens.slice(0, length - 1)) {
      key += token;
      // A form that starts with another one is found through that.
      if (wholes.has(key)) break;
      leads.add(key);
    }
    if (!wholes.has(key)) gates.add(tokens.slice(0, length).join(''));
  }
  const bitsFor = (size: number, margin: number) => Math.ceil(Math.log2(size + 1)) + margin;
  const leadBits = Math.max(MIN_LEAD_BITS, bitsFor(gates.size + leads.size, LEAD_MARGIN_BITS));
  const gateBits = Math.max(leadBits, bitsFor(gates.size, GATE_MARGIN_BITS));
  return { gates: pack(gates, gateBits), leads: pack(leads, leadBits) };
}

const scriptIn = (token: string) => scriptOf(foldCode(token.charCodeAt(0)));

function pack(keys: ReadonlySet<string>, bits: number): HashSetData {
  const mask = 2 ** bits - 1;
  const hashes = [...new Set([...keys].map((key) => (spread(hashKey(key)) & mask) >>> 0))].sort(
    (a, b) => a - b,
  );
  const rice = Math.max(0, Math.floor(Math.log2((mask + 1) / (hashes.length + 1))));
  let written = '';
  let before = -1;
  for (const hash of hashes) {
    const distance = hash - before - 1;
    before = hash;
    const low = rice === 0 ? '' : (distance % 2 ** rice).toString(2).padStart(rice, '0');
    written += `${'1'.repeat(Math.floor(distance / 2 ** rice))}0${low}`;
  }
  const bytes = written.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)) ?? [];
  return { bits, rice, count: hashes.length, data: btoa(String.fromCharCode(...bytes)) };
}
