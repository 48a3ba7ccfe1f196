import { amountOf, type Measure, matchAt, readTerm, type Term } from './figure-term';
import { BOUNDS, isArticle, LATIN, NUMBER, type Quantity } from './figure-words';

export type { Quantity };

/** A figure as a text states it; offsets into the text, half-open. */
export interface TextFigure {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** Both ends of a range; equal where one number is given. */
  readonly from: number;
  readonly to: number;
  /** ISO 4217 for money; %, x, parameters, years. */
  readonly unit: string;
  /** Said to be the most or the least: up to, at least. */
  readonly bound?: 'most' | 'least';
}

const FIRST = new RegExp(NUMBER, 'giu');
const SECOND = new RegExp(NUMBER, 'iuy');
const TO = /-?\s{1,3}(to|bis|à|a|and|und|et|y)\s{1,3}|\s{0,3}([-‐‑–~〜])\s{0,3}|(から|至|到)/iy;
const MORE = /\+(?!\s?[$€£¥\d])|\s?(?:or more|oder mehr|ou plus|o más|以上)/iy;
const LESS = /\s?(?:or less|oder weniger|ou moins|o menos|以下)/iy;
const COMPARED =
  /\s(?:as|so|the|more|less|mehr|weniger|plus|moins|más|menos|\p{L}{3,}er(?:e[mnrs]?)?)(?!\p{L})/iuy;

// Patterns for the text right before a figure.
const BEFORE = 32;
const ABOUT =
  '(?:\\s?(?:about|around|roughly|some|another|an additional|a further|etwa|rund|weitere|environ|unos|otros|約|约))?\\s*$';
const AT_MOST = new RegExp(`(?<![${LATIN}])(?:${BOUNDS.most})${ABOUT}`, 'iu');
const AT_LEAST = new RegExp(`(?<![${LATIN}])(?:${BOUNDS.least})${ABOUT}`, 'iu');
const BETWEEN = /(?:^|[^\p{L}])(?:between|zwischen|entre)\s+$/iu;
const CHANGED = /(?<!rang(?:e|es|ed|ing)\s)(?<!\p{L})(?:from|von|de|desde)\s+$/iu;
const VAGUE = /(?:several|few|many|couple|of|mehrere|einige|plusieurs|quelques|varios|unos)\s+$|[数几幾]$/iu;
const GLUED = new RegExp(`[${LATIN}][-‐‑/]$|\\d–$`, 'u');
const SIGN = /\p{Sc}\s?$/u;
const DATE = /(?:令和|平成|昭和|第|['’])\s?$/u;

const NEAR = 40;
const MODEL = /param|model|modèle|LLM|モデル|パラメ|模型|参数/iu;
const MODEL_NAME = /\p{Lu}[\p{L}\d]+(?:[-\s]?\d{1,2}(?:\.\d{1,2})?[-\s(]{1,2}|-)$/u;
const PAY = /salar|pay|packag|compensat/i;

/**
 * Finds the figures of a text: money, shares, ratios, counts of model parameters and spans of years, in English,
 * German, French, Spanish, Japanese and, in part, Chinese. Words such as “up to” or “between” are read, but stay outside.
 * @param text normalized, without invisible characters; offsets are UTF-16 code units
 * @returns the figures in order, none overlapping another
 */
export function findFigures(text: string): TextFigure[] {
  const found: TextFigure[] = [];
  let unread = -1;
  FIRST.lastIndex = 0;
  for (let match = FIRST.exec(text); match; match = FIRST.exec(text)) {
    const term = readTerm(text, match);
    // “One hundred (and) fifty million”: half of a number that could not be read whole must not pass for it.
    const isRest =
      unread >= 0 && term.word && /^[-\s](?:and\s)?$/.test(text.slice(unread, term.start).slice(0, 6));
    const figure = isRest ? undefined : (readRange(text, term) ?? readSingle(text, term));
    if (figure) found.push(figure);
    unread = !figure && term.word && !(isArticle(term.word) && term.scale === 1) ? term.end : -1;
    FIRST.lastIndex = figure?.end ?? term.end;
  }
  return found;
}

function readSingle(text: string, term: Term): TextFigure | undefined {
  const measure = measureOf(text, term);
  if (!measure || !isPlausible(text, term, measure, term)) return undefined;
  const value = amountOf(term, measure, term);
  if (measure.needs === 'pay') {
    const from = 10 ** (value - 1);
    return { start: term.start, end: term.end, quantity: 'money', from, to: 10 * from - 1, unit: 'USD' };
  }
  return figureOf(text, term.start, term.end, measure, value, value);
}

function readRange(text: string, first: Term): TextFigure | undefined {
  const link = matchAt(TO, text, first.end);
  if (!link) return undefined;
  const [whole, word, dash, cjk] = link;
  const match = matchAt(SECOND, text, first.end + whole.length);
  if (!match) return undefined;
  const second = readTerm(text, match);
  const before = text.slice(Math.max(0, first.start - BEFORE), first.start);
  if (/^(?:and|und|et|y)$/i.test(word ?? '') && !BETWEEN.test(before)) return undefined;
  const [one, other] = [measureOf(text, first), measureOf(text, second)];
  // “From 30% to 50%” is a change, not a range.
  if (one && other && (cjk || CHANGED.test(before))) return undefined;
  // The first may borrow from the second (30 to 50%), the second only a currency ($10–15, $10 to 15 billion).
  const isTight = dash === whole;
  if (!one && dash === '-' && !isTight) return undefined;
  if (!other && !(first.isPrefixed && (isTight || (/^(?:to|bis)$/i.test(word ?? '') && second.scale > 1))))
    return undefined;
  const measure = other ?? one;
  if (!measure || (one && (one.quantity !== measure.quantity || one.unit !== measure.unit))) return undefined;
  if (
    measure.needs === 'pay' ||
    !isPlausible(text, first, measure, second) ||
    !isPlausible(text, second, measure, second, true)
  )
    return undefined;
  const to = amountOf(second, measure, second);
  const isShared = first.scale === 1 && (!one || first.isPrefixed);
  const scaled = amountOf(first, one ?? measure, isShared ? second : first);
  const from = isShared && scaled > to ? amountOf(first, one ?? measure, first) : scaled;
  return from < to ? figureOf(text, first.start, second.end, measure, from, to) : undefined;
}

function figureOf(
  text: string,
  start: number,
  end: number,
  measure: Measure,
  from: number,
  to: number,
): TextFigure | undefined {
  // A longer number is a serial number, not a figure.
  if (!(from >= 0 && to > 0 && to < 1e21)) return undefined;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const isMost = AT_MOST.test(before) || matchAt(LESS, text, end);
  const isLeast = !isMost && (AT_LEAST.test(before) || matchAt(MORE, text, end));
  const bound = isMost ? 'most' : isLeast ? 'least' : undefined;
  return { start, end, quantity: measure.quantity, from, to, unit: measure.unit, ...(bound && { bound }) };
}

function measureOf(text: string, term: Term): Measure | undefined {
  if (term.measure || !term.isBare) return term.measure;
  const before = text.slice(Math.max(0, term.start - NEAR), term.start);
  const isModel =
    MODEL.test(before) || MODEL.test(text.slice(term.end, term.end + NEAR)) || MODEL_NAME.test(before);
  return isModel ? { quantity: 'count', unit: 'parameters', needs: 'scale' } : undefined;
}

/** Whether a measure's condition holds. `scaled` is the term that carries the scale words. */
function isPlausible(text: string, term: Term, measure: Measure, scaled: Term, isSecond = false): boolean {
  const before = text.slice(Math.max(0, term.start - BEFORE), term.start);
  if (!isSecond && !term.isPrefixed && (SIGN.test(before) || (!term.isBare && GLUED.test(before))))
    return false;
  if (term.word && VAGUE.test(before)) return false;
  if (isArticle(term.word) && term.scale === 1 && measure.factor !== 10) return false;
  const value = amountOf(term, measure, scaled);
  switch (measure.needs) {
    case 'digits':
      return term.digits !== undefined;
    case 'scale':
      return value >= 1e6;
    case 'comparison':
      return value >= 10 || (value > 1 && matchAt(COMPARED, text, scaled.end) !== null);
    case 'span':
      return !DATE.test(before) && !(value >= 1800 && value < 2200);
    case 'pay':
      return (
        value >= 5 && value <= 10 && PAY.test(text.slice(Math.max(0, term.start - NEAR), term.end + NEAR))
      );
    default:
      return true;
  }
}
