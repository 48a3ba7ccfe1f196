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

/** What a number counts, and the condition for it. */
export type Measure = Pick<Unit, 'quantity' | 'unit' | 'factor' | 'needs'>;

/** A number with its scale words, unit and currency. */
export interface Term {
  readonly start: number;
  readonly end: number;
  /** As written; undefined for a number word. */
  readonly digits: string | undefined;
  /** In lower case; empty for digits. */
  readonly word: string;
  /** The product of the scale words, 1 without any. */
  readonly scale: number;
  /** Added to the scaled number: 5000億 in 1兆5000億. */
  readonly added: number;
  readonly decimalMark: DecimalMark | undefined;
  readonly measure: Measure | undefined;
  /** The currency is in front, so it may hold for the end of a range too. */
  readonly isPrefixed: boolean;
  /** Without unit, as in 70B: a count of parameters if models are the topic. */
  readonly isBare: boolean;
}

const GAP = /[-‐‑]|\s{1,40}/y;
const SCALE_WORD = new RegExp(SCALE, 'iuy');
const SCALE_LETTER = new RegExp(`[kmbt](?![${LATIN}])`, 'iuy');
const ADDED = /(\d{1,4})(千万|百万|[千万億亿])?/y;
const OF = /(?:de|of)\s{1,3}|d['’]/iy;
const UNIT = new RegExp(UNITS.map(({ pattern }) => `(${pattern})`).join('|'), 'iuy');

/**
 * Reads what follows a number: scale words, and what it counts.
 * @param match a match of NUMBER in `text`
 */
export function readTerm(text: string, match: RegExpExecArray): Term {
  const { currency, digits, word = '' } = match.groups ?? {};
  const scaled = readScale(text, match.index + match[0].length, digits !== undefined);
  const sum = readAdded(text, scaled, digits !== undefined);
  const prefix = currency ? currencyOf(currency.toUpperCase()) : undefined;
  const unit = readUnit(text, sum.end, scaled.scale > 1);
  // A year is no part of a sum: 80亿2025年.
  const isMisread =
    (prefix && unit?.measure.quantity !== 'money') ||
    (sum.added > 0 && unit?.measure.quantity === 'duration');
  const counted = isMisread ? undefined : unit;
  const measure = counted?.measure ?? (prefix ? { quantity: 'money' as const, unit: prefix } : undefined);
  return {
    start: match.index,
    end: counted?.end ?? sum.end,
    digits,
    word: word.toLowerCase(),
    scale: counted ? scaled.scale * longScaleFactor(scaled.word, digits ?? word, counted) : scaled.scale,
    added: sum.added,
    decimalMark: counted?.isFrench && /^millions?$|^billions?$/.test(scaled.word) ? ',' : scaled.decimalMark,
    measure,
    isPrefixed: prefix !== undefined,
    isBare: !measure && !currency && /^[bt]$/.test(scaled.word),
  };
}

/** The scale words behind a number; `word` is the last of them, in lower case. */
interface Scaled {
  readonly end: number;
  readonly scale: number;
  readonly word: string;
  readonly decimalMark: DecimalMark | undefined;
}

/** @param start where the number ends */
function readScale(text: string, start: number, hasDigits: boolean): Scaled {
  let scaled: Scaled = { end: start, scale: 1, word: '', decimalMark: undefined };
  // Two at most: mil millones, hundred million.
  for (let turn = 0; turn < 2; turn++) {
    const at = skip(GAP, text, scaled.end);
    const letter = matchAt(SCALE_LETTER, text, at);
    const isLetter =
      letter && turn === 0 && hasDigits && (at === scaled.end || /\p{Sc}/u.test(text.charAt(at + 1)));
    const found = isLetter ? letter : matchAt(SCALE_WORD, text, at);
    if (!found) break;
    const word = (found.groups?.['scale'] ?? found[0]).toLowerCase();
    const end = at + found[0].length;
    scaled = { end, scale: scaled.scale * scaleOf(word), word, decimalMark: decimalMarkOf(word) };
    if (isLetter) break;
  }
  return scaled;
}

/** Reads smaller numbers behind a scale word, as Chinese and Japanese have them: 1兆5000億. */
function readAdded(text: string, { end: start, scale, word, decimalMark }: Scaled, hasDigits: boolean) {
  let added = 0;
  let end = start;
  if (!hasDigits || scale <= 1 || decimalMark !== '.' || /[a-z]/.test(word)) return { added, end };
  let unit = scale;
  for (let more = matchAt(ADDED, text, end); more; more = matchAt(ADDED, text, end)) {
    const step = scaleOf(more[2] ?? '');
    if (step >= unit || Number(more[1]) * step >= unit) break;
    added += Number(more[1]) * step;
    unit = step;
    end += more[0].length;
  }
  return { added, end };
}

/** What a number counts, as written, and where it ends. */
interface UnitMatch {
  readonly measure: Measure;
  readonly written: string;
  readonly end: number;
  /** Linked by d’: un milliard d’euros. */
  readonly isFrench: boolean;
}

function readUnit(text: string, start: number, isScaled: boolean): UnitMatch | undefined {
  const gap = skip(GAP, text, start);
  const from = isScaled ? skip(OF, text, gap) : gap;
  const found = matchAt(UNIT, text, from);
  const measure = found ? UNITS[found.indexOf(found[0], 1) - 1] : undefined;
  if (!found || !measure) return undefined;
  const isFrench = /^d/i.test(text.slice(gap, from));
  return { measure, written: found[0], end: from + found[0].length, isFrench };
}

/** What the long scale multiplies by: un billion de dollars, eine Billion Dollar. */
function longScaleFactor(scaleWord: string, number: string, { written, isFrench }: UnitMatch): number {
  if (isFrench && scaleWord === 'trillion') return 1e6;
  const isGerman =
    scaleWord === 'billion' && /^(?:eine[rn]?|1)$/i.test(number) && /^(?:US-)?(?:Dollar|Euro)$/.test(written);
  return (isFrench && /^billions?$/.test(scaleWord)) || isGerman ? 1e3 : 1;
}

/**
 * The amount of a term in a measure; NaN if its digits are no number.
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

/** The match of a sticky pattern at an offset; null if there is none. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const skip = (pattern: RegExp, text: string, at: number) =>
  at + (matchAt(pattern, text, at)?.[0].length ?? 0);
