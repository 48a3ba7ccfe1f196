import {
  currencyOf,
  type DecimalMark,
  decimalMarkOf,
  LATIN,
  SCALE,
  scaleOf,
  UNITS,
  type Unit,
  valueOfWord,
} from './figure-words';

/** What a number counts, and under which condition. */
export type Measure = Pick<Unit, 'quantity' | 'unit' | 'factor' | 'needs'>;

/** A number with what stands around it. */
export interface Term {
  readonly start: number;
  readonly end: number;
  /** As written; undefined where it is a word. */
  readonly digits: string | undefined;
  /** In lower case; empty where it is digits. */
  readonly word: string;
  /** The product of the scale words, 1 without any. */
  readonly scale: number;
  /** What 5000億 adds to 1兆. */
  readonly added: number;
  readonly decimalMark: DecimalMark | undefined;
  readonly measure: Measure | undefined;
  /** The currency stands in front, so that it may hold for the end of a range too. */
  readonly isPrefixed: boolean;
  /** 70B: a count of parameters where models are spoken of. */
  readonly isBare: boolean;
}

const GAP = /[-‐‑]|\s{1,40}/y;
const SCALE_WORD = new RegExp(SCALE, 'iuy');
const SCALE_LETTER = new RegExp(`[kmbt](?![${LATIN}])`, 'iuy');
const ADDED = /(\d{1,4})(千万|百万|[千万億亿])?/y;
const OF = /(?:de|of)\s{1,3}|d['’]/iy;
const UNIT = new RegExp(UNITS.map(({ pattern }) => `(${pattern})`).join('|'), 'iuy');

/**
 * Reads what stands behind a number: scale words, and what it counts.
 * @param match a match of NUMBER in `text`
 */
export function readTerm(text: string, match: RegExpExecArray): Term {
  const { currency, digits, word = '' } = match.groups ?? {};
  const start = match.index;
  let end = start + match[0].length;
  let [scale, added, decimalMark]: [number, number, DecimalMark | undefined] = [1, 0, undefined];
  let [scaleWord, isBare] = ['', false];
  // Two at most: mil millones, hundred million.
  for (let turn = 0; turn < 2; turn++) {
    const at = skip(GAP, text, end);
    const letter = matchAt(SCALE_LETTER, text, at);
    const isLetter = letter && turn === 0 && digits && (at === end || /\p{Sc}/u.test(text.charAt(at + 1)));
    const found = isLetter ? letter : matchAt(SCALE_WORD, text, at);
    if (!found) break;
    scaleWord = (found.groups?.['scale'] ?? found[0]).toLowerCase();
    scale *= scaleOf(scaleWord);
    decimalMark = decimalMarkOf(scaleWord);
    end = at + found[0].length;
    isBare = !currency && /^[bt]$/.test(scaleWord);
    if (isLetter) break;
  }
  if (digits && scale > 1 && decimalMark === '.' && !/[a-z]/.test(scaleWord)) {
    let unit = scale;
    for (let more = matchAt(ADDED, text, end); more; more = matchAt(ADDED, text, end)) {
      const step = scaleOf(more[2] ?? '');
      if (step >= unit || Number(more[1]) * step >= unit) break;
      added += Number(more[1]) * step;
      unit = step;
      end += more[0].length;
    }
  }
  const gap = skip(GAP, text, end);
  const linked = scale > 1 ? skip(OF, text, gap) : gap;
  const found = matchAt(UNIT, text, linked);
  let measure: Measure | undefined = found ? UNITS[found.indexOf(found[0], 1) - 1] : undefined;
  const prefix = currency ? currencyOf(currency.toUpperCase()) : undefined;
  if (prefix && measure?.quantity !== 'money') measure = undefined;
  // A year is no part of a sum: 80亿2025年.
  if (added > 0 && measure?.quantity === 'duration') measure = undefined;
  if (found && measure) {
    end = linked + found[0].length;
    const isFrench = /^d/i.test(text.slice(gap, linked));
    if (isFrench && /^millions?$|^billions?$/.test(scaleWord)) decimalMark = ',';
    // The long scale: un billion de dollars, eine Billion Dollar.
    const isGerman =
      scaleWord === 'billion' &&
      /^(?:eine[rn]?|1)$/i.test(digits ?? word) &&
      /^(?:US-)?(?:Dollar|Euro)$/.test(found[0]);
    if ((isFrench && /^billions?$/.test(scaleWord)) || isGerman) scale *= 1e3;
    if (isFrench && scaleWord === 'trillion') scale *= 1e6;
  }
  if (prefix) measure ??= { quantity: 'money', unit: prefix };
  if (measure) isBare = false;
  const isPrefixed = prefix !== undefined;
  return {
    start,
    end,
    digits,
    word: word.toLowerCase(),
    scale,
    added,
    decimalMark,
    measure,
    isPrefixed,
    isBare,
  };
}

/**
 * The amount that a term comes to under a measure, NaN where its digits are no number.
 * @param scaled the term that carries the scale words: in 10–15 billion, the second for both
 */
export function amountOf(term: Term, measure: Measure, scaled: Term): number {
  const mark = scaled.decimalMark ?? (measure.quantity === 'share' ? decimalMarkIn(term.digits) : undefined);
  const value =
    term.digits === undefined ? (valueOfWord(term.word) ?? Number.NaN) : parseDigits(term.digits, mark);
  // Rounding takes 4.35 × 1e9 back to a whole number.
  return Number((value * scaled.scale * (measure.factor ?? 1) + term.added).toPrecision(15));
}

const decimalMarkIn = (digits = ''): DecimalMark => (digits.includes(',') ? ',' : '.');

/** @param mark the decimal mark, needed only where 1.234 could be either; NaN for what is no number: 3.5.1 */
function parseDigits(digits: string, mark: DecimalMark | undefined): number {
  if (digits.length > 30) return Number.NaN;
  const number = digits.replace(/[^\d.,]/g, '');
  // Two groups or more are thousands whatever the mark: 1.234.567.
  const separator = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/.exec(number)?.[1];
  if (separator && (separator !== mark || number.split(separator).length > 2))
    return Number(number.replaceAll(separator, ''));
  const parts = /^(\d+|[1-9]\d{0,2}(?:([.,])\d{3})+)(?:([.,])(\d+))?$/.exec(number);
  if (!parts || (parts[2] && parts[2] === parts[3])) return Number.NaN;
  return Number(`${parts[1]?.replace(/[.,]/g, '')}.${parts[4] ?? 0}`);
}

/** What a sticky pattern matches at an offset, null where it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const skip = (pattern: RegExp, text: string, at: number) =>
  at + (matchAt(pattern, text, at)?.[0].length ?? 0);
