import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, type Quantity, type TextFigure } from '../../src/core/figures';

/** A figure as one line: 10–15 USD, ≤ 5 years. */
function show({ from, to, unit, bound }: TextFigure): string {
  const sign = bound === 'most' ? '≤ ' : bound === 'least' ? '≥ ' : '';
  return `${sign}${from === to ? from : `${from}–${to}`} ${unit}`;
}

const figuresOf = (text: string) => findFigures(text).map(show);
const quotesOf = (text: string) => findFigures(text).map(({ start, end }) => text.slice(start, end));

const AMOUNTS: Record<string, string[]> = {
  '8000000000 USD': [
    '$8 billion',
    '$8bn',
    '$8 bn',
    '$8B',
    '$8b',
    'US$8bn',
    'USD 8 billion',
    'USD8bn',
    '8bn USD',
    '$8 billion USD',
    '8 billion dollars',
    '8 billion US dollars',
    '8 billion U.S. dollars',
    'eight billion dollars',
    '$8-billion',
    '8-billion-dollar',
    '$8,000,000,000',
    '$8000 million',
    '$8 thousand million',
    '8 Mrd. Dollar',
    '8 Mrd. US-Dollar',
    '8 Mrd. $',
    '8 Milliarden Dollar',
    'acht Milliarden US-Dollar',
    '8-Milliarden-Dollar',
    '8.000 Millionen Dollar',
    '8000 Mio. Dollar',
    '8 milliards de dollars',
    'huit milliards de dollars',
    '8 Md$',
    '8 Mds $',
    '8 000 millions de dollars',
    '8\u00A0000\u00A0M$',
    '8\u202F000 millions de dollars',
    '8.000 millones de dólares',
    '8,000 millones de dólares',
    '8 000 millones de dólares',
    '8 mil millones de dólares',
    'ocho mil millones de dólares',
    '80億ドル',
    '80億米ドル',
    '80亿美元',
  ],
  '4200000000 USD': [
    '$4.2 billion',
    'USD 4.2 billion',
    '$4.200 billion',
    '4,2 Milliarden US-Dollar',
    '4,200 Milliarden Dollar',
    '4,2 milliards de dollars',
    '4.200 millones de dólares',
    '42億ドル',
  ],
  '1500000000000 USD': [
    '$1.5tn',
    '$1.5 trillion',
    '$1.5T',
    '1,5 Billionen Dollar',
    '1,5 billion de dollars',
    '1,5 billones de dólares',
    '1.5兆ドル',
    '1兆5000億ドル',
    '1.5万亿美元',
  ],
  '1000000000000 USD': [
    'eine Billion Dollar',
    '1 Billion Dollar',
    'un billion de dollars',
    'un billón de dólares',
  ],
  '1000000000 USD': [
    'a billion dollars',
    'One Billion Dollars',
    'un milliard de dollars',
    'mil millones de dólares',
  ],
  '500000000 USD': [
    '$500m',
    '$500 million',
    'half a billion dollars',
    'five hundred million dollars',
    '5億ドル',
  ],
  '50000 USD': ['$50k', '$50,000', '$50.000', '50 000 $', '50.000 Dollar', '5万ドル'],
  '19.99 USD': ['$19.99', '19,99 $', '$ 19.99'],
  '3000000000 EUR': [
    '€3 billion',
    '3 Mrd. Euro',
    '3 Mrd. €',
    '3 milliards d’euros',
    '3 Md€',
    '3.000 millones de euros',
  ],
  '500000000 GBP': ['£500m', '500 million pounds', '£0.5bn'],
  '500000000000 JPY': ['5000億円', '¥500 billion'],
  '2000000000 CNY': ['20亿元', 'RMB 2bn'],
  '25 USD': ['25美元'],
  '3000000000 CAD': ['C$3bn', 'CAD 3 billion', '$3 billion CAD'],
  '10000000000–15000000000 USD': [
    '$10–15 billion',
    '$10-15bn',
    '$10bn–$15bn',
    '$10bn - $15bn',
    '$10 to $15 billion',
    '$10 to 15 billion',
    'between $10 billion and $15 billion',
    'between 10 and 15 billion dollars',
    'ranging from $10 billion to $15 billion',
    '10 bis 15 Milliarden Dollar',
    'zwischen 10 und 15 Mrd. Dollar',
    'de 10 à 15 milliards de dollars',
    'entre 10 et 15 milliards de dollars',
    'entre 10.000 y 15.000 millones de dólares',
    '100億〜150億ドル',
    '100~150億ドル',
    '100億から150億ドル',
  ],
  '500–1000000 USD': ['$500 to $1 million'],
  '1000000–9999999 USD': ['seven-figure salaries', 'paid a seven-figure package'],
  '≤ 25000000000 USD': [
    'up to $25 billion',
    'up to about $25 billion',
    'as much as $25bn',
    'bis zu 25 Milliarden Dollar',
    'jusqu’à 25 milliards de dollars',
    "jusqu'à 25 milliards de dollars",
    'hasta 25.000 millones de dólares',
    '最大250億ドル',
    '250億ドル以下',
    '高达250亿美元',
  ],
  '≥ 8000000000 USD': [
    'at least $8bn',
    'no less than $8bn',
    '$8bn or more',
    '$8bn+',
    'mindestens 8 Mrd. Dollar',
    'au moins 8 milliards de dollars',
    'al menos 8.000 millones de dólares',
    '少なくとも80億ドル',
    '80億ドル以上',
  ],
  '30 %': [
    '30%',
    '30 %',
    '30\u202F%',
    '30 per cent',
    '30 percent',
    '30-percent',
    'thirty per cent',
    '30 Prozent',
    '30-prozentig',
    'dreißig Prozent',
    '30 pour cent',
    'trente pour cent',
    '30 por ciento',
    'treinta por ciento',
    '30パーセント',
    '3割',
    '三割',
  ],
  '95 %': ['95%', 'ninety-five percent'],
  '12.345 %': ['12.345%', '12,345 %'],
  '100 %': ['100% sure'],
  '30–50 %': [
    '30–50 %',
    '30 – 50 %',
    '30-50%',
    '30 to 50 percent',
    'from 30 to 50 percent',
    'between 30 and 50 per cent',
    '30 bis 50 Prozent',
    'zwischen 30 und 50 Prozent',
    'de 30 à 50 %',
    'entre 30 y 50 %',
    '30%〜50%',
    '3〜5割',
  ],
  '100 x': [
    '100x',
    '100X',
    '100×',
    '100 × faster',
    '100 times',
    '100 times more efficient',
    'a hundred times',
    'one hundred times',
    '100-fold',
    'hundredfold',
    'hundertfach',
    '100-fach',
    'das 100-Fache',
    '100 fois',
    'cent fois plus',
    '100 veces',
    'cien veces más',
    '100倍',
    '百倍',
  ],
  '3 x': [
    '3x',
    'three times faster',
    '3 times as much',
    'dreifach',
    'trois fois plus',
    'tres veces más',
    '3倍',
  ],
  '10–100 x': ['10x–100x', '10-100x', '10 to 100 times'],
  '70000000000 parameters': [
    '70B parameters',
    '70B-parameter',
    'a 70B model',
    '70b LLM',
    'Llama 3.1 70B',
    'Llama 3 70B',
    'Llama-3-70B',
    'GPT-3 (70B)',
    'Qwen2.5-70B',
    '70 billion parameters',
    '70 billion active parameters',
    '70 Billion Parameter',
    '70-billion-parameter',
    'seventy billion parameters',
    '70 Milliarden Parameter',
    '70 milliards de paramètres',
    '70.000 millones de parámetros',
    '700億パラメータ',
    '700億個のパラメーター',
    '700亿参数',
    '700亿个参数',
  ],
  '405000000000 parameters': ['Llama 3 405B'],
  '7000000000–70000000000 parameters': ['models of 7B–70B', 'models of 7–70B', '7 to 70 billion parameters'],
  '5 years': [
    'five years',
    '5 years',
    'five-year',
    '5-year',
    'half a decade',
    'fünf Jahre',
    'in fünf Jahren',
    'fünfjährig',
    'cinq ans',
    'cinq années',
    'cinco años',
    '5年',
    '5年間',
    '五年',
    '5年间',
  ],
  '1 years': ['one year'],
  '10 years': ['a decade', 'ten years', 'zehn Jahre', 'ein Jahrzehnt', 'une décennie', 'una década', '十年'],
  '2.5 years': ['2.5 years', '2,5 Jahre'],
  '3–5 years': [
    'three to five years',
    '3–5 years',
    'three- to five-year',
    'drei bis fünf Jahre',
    'de trois à cinq ans',
    '3〜5年',
  ],
};

const QUANTITIES: Record<string, Quantity> = {
  '%': 'share',
  x: 'ratio',
  parameters: 'count',
  years: 'duration',
};

describe('findFigures', () => {
  for (const [shown, texts] of Object.entries(AMOUNTS))
    it.each(texts)(`reads ${shown} in “%s”`, (text) => {
      expect(figuresOf(text)).toEqual([shown]);
      expect(findFigures(text)[0]?.quantity).toBe(QUANTITIES[shown.split(' ').at(-1) ?? ''] ?? 'money');
      // Neither a sentence around it nor letters without spaces may change it.
      expect(figuresOf(`In 2025, ${text}.`)).toEqual([shown]);
    });

  it.each([
    [
      'years and dates',
      'In 2025, on 5 June 2026 or 12/05/2026, in the 1990s; 2025年3月5日、25年3月、令和5年、90年代、2025年度',
    ],
    ['ages', 'a five-year-old, 5 years old'],
    ['versions', 'Claude 3.5, GPT-4, Llama 3.1.2, Python 3.12, v2.0'],
    ['section numbers and lists', 'Section 4.2.1, Table 5, 1, 2, 3'],
    ['phone numbers', '+49 30 123456, (555) 123-4567, 01 23 45 67 89'],
    ['sizes', 'a 4x4, x86, 1920x1080, 1920 × 1080, 0x1F, 8x H100, 10x10'],
    [
      'occurrences',
      '2 times a week, 100 times per day, three times in a row, trois fois par an, einmal, 5 veces al mes',
    ],
    [
      'bare scale words',
      'billions of dollars, 8 billion, 25 000 millones, several hundred million dollars, 数百億ドル',
    ],
    ['bare 70B away from models', 'It runs at 70B today, on 5G and 4K'],
    ['code', 'the $variable, \u0024{x}, \u0024{count} years'],
    ['parameters of a function', 'It takes 5 parameters'],
    ['articles', '$variable a year, un an, ein Jahr, an x, un año'],
    [
      'halves of numbers',
      'two hundred fifty million dollars, one million two hundred thousand dollars, one hundred and fifty million dollars',
    ],
    ['figures without pay', 'a seven-figure sum'],
    ['other dollars', '8 milliards de dollars canadiens, 8億香港ドル'],
    ['nothing', ''],
  ])('does not take %s for figures', (_what, text) => {
    expect(quotesOf(text)).toEqual([]);
  });

  it('points at the figure with its currency and its scale words, and not at the words before it', () => {
    for (const [text, ...quotes] of [
      ['Amazon may invest up to $25 billion, says it.', '$25 billion'],
      ['between $10 billion and $15 billion a year', '$10 billion and $15 billion'],
      ['Es kostet bis zu 8 Mrd. US-Dollar.', '8 Mrd. US-Dollar'],
      ['Cela coûte 25 milliards de dollars.', '25 milliards de dollars'],
      ['約250億ドルを投資', '250億ドル'],
      ['a five-year, $8 billion deal', 'five-year', '$8 billion'],
      ['$8bn (€7bn) for 30% over 5 years', '$8bn', '€7bn', '30%', '5 years'],
      ['2025年までに30%', '30%'],
      ['rose from 30% to 50%', '30%', '50%'],
      ['30%から50%へ', '30%', '50%'],
      ['$8 for 30 people', '$8'],
      ['$15 per million tokens', '$15'],
      ['$5 a 30-day trial', '$5'],
      ['$10 to 30 people', '$10'],
      ['in 2024 300 million dollars', '300 million dollars'],
      ['costs\n  $25\n  billion', '$25\n  billion'],
      ['100 times the 70B model', '100 times', '70B'],
      ['$70B on models', '$70B'],
    ] as const)
      expect(quotesOf(text), text).toEqual(quotes);
  });

  const piece = fc.constantFrom(
    ...'$ € US$ % x B bn . , - – 年 億 万 ドル 割 倍 間 Mrd. de d’ a un half_a hundred fifty mil millones'.split(
      ' ',
    ),
    ...'billion dollars years times fold per_cent parameters to and between up_to Llama figure salary 7 25 000'.split(
      ' ',
    ),
    ' ',
    '\u00A0',
    '\n',
    '😀',
  );
  const text = fc
    .array(fc.oneof(piece, fc.nat().map(String), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join('').replaceAll('_', ' '));

  it('stays inside the text, in order, and gives numbers', () => {
    fc.assert(
      fc.property(text, (text) => {
        let last = 0;
        for (const { start, end, from, to } of findFigures(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(from) && Number.isFinite(to) && from <= to).toBe(true);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
