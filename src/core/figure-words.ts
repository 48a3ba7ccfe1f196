/** What a figure counts. */
export type Quantity = 'money' | 'share' | 'ratio' | 'count' | 'duration';

/** The decimal mark; the other one then separates thousands. */
export type DecimalMark = '.' | ',';

/** Number words by value, in English, German, French and Spanish. */
const NUMBER_WORDS: readonly (readonly [number, string])[] = [
  [1, 'one eins'],
  [2, 'two zwei deux dos'],
  [3, 'three drei trois tres'],
  [4, 'four vier quatre cuatro'],
  [5, 'five fünf cinq cinco'],
  [6, 'six sechs seis'],
  [7, 'seven sieben sept siete'],
  [8, 'eight acht huit ocho'],
  [9, 'nine neun neuf nueve'],
  [10, 'ten zehn dix diez'],
  [11, 'eleven elf onze once'],
  [12, 'twelve zwölf douze doce'],
  [13, 'thirteen dreizehn treize trece'],
  [14, 'fourteen vierzehn quatorze catorce'],
  [15, 'fifteen fünfzehn quinze quince'],
  [16, 'sixteen sechzehn seize'],
  [17, 'seventeen siebzehn'],
  [18, 'eighteen achtzehn'],
  [19, 'nineteen neunzehn'],
  [20, 'twenty zwanzig vingt veinte'],
  [30, 'thirty dreißig dreissig trente treinta'],
  [40, 'forty vierzig quarante cuarenta'],
  [50, 'fifty fünfzig cinquante cincuenta'],
  [60, 'sixty sechzig soixante sesenta'],
  [70, 'seventy siebzig setenta'],
  [80, 'eighty achtzig ochenta'],
  [90, 'ninety neunzig noventa'],
  [100, 'hundred hundert einhundert cent cien ciento'],
  [1000, 'thousand tausend eintausend mille mil'],
];

/** They count only before a scale word or a decade: “$8bn a year” states no duration. */
const ARTICLES: readonly (readonly [number, string])[] = [
  [1, 'a ein eine einem einen einer un une una'],
  [0.5, 'half_a halbe halben demi medio'],
];

const CJK_DIGITS = '一二三四五六七八九十';

const SCALES: readonly (readonly [number, string, DecimalMark?])[] = [
  [1e2, 'hundred hundert'],
  [1e3, 'thousand', '.'],
  [1e3, 'tausend tsd mille', ','],
  [1e3, 'mil k'],
  [1e6, 'million mn mln mm m', '.'],
  [1e6, 'millionen mio', ','],
  [1e6, 'millions millón millon millones'],
  [1e9, 'billion bn bln b', '.'],
  [1e9, 'milliarde milliarden mrd milliard milliards md mds', ','],
  [1e9, 'billions millardo millardos'],
  [1e12, 'trillion tn trn t', '.'],
  [1e12, 'billionen bio', ','],
  [1e12, 'billón billones'],
  [1e18, 'trillionen', ','],
];

const CJK_SCALES: readonly (readonly [number, string])[] = [
  [1e3, '千'],
  [1e4, '万 萬'],
  [1e6, '百万'],
  [1e7, '千万'],
  [1e8, '億 亿'],
  [1e9, '十億 十亿'],
  [1e10, '百億 百亿'],
  [1e11, '千億 千亿'],
  [1e12, '兆 万亿 萬億'],
];

const CURRENCY_SIGNS: readonly (readonly [string, string])[] = [
  ['USD', '$ US$ $US USD'],
  ['EUR', '€ EUR'],
  ['GBP', '£ GBP'],
  ['JPY', '¥ JPY'],
  ['CNY', 'CN¥ CNY RMB'],
  ['KRW', '₩ KRW'],
  ['INR', '₹ INR'],
  ['CHF', 'CHF'],
  ['CAD', 'C$ CA$ CAD'],
  ['AUD', 'A$ AU$ AUD'],
  ['HKD', 'HK$ HKD'],
  ['TWD', 'NT$ TWD'],
  ['SGD', 'S$ SGD'],
];

/** Characters of a Latin word, for use in a class: what may not touch a number or a word of these tables. */
export const LATIN = '\\p{Script=Latin}\\d_';
const END = `(?![${LATIN}])`;

/** A unit that follows a number. */
export interface Unit {
  readonly pattern: string;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly factor?: number;
  /**
   * What else must hold: a sign wants digits before it, a word of two meanings a scale word; occurrences must not be
   * meant; a year must not be a date; a number of digits must be somebody's pay.
   */
  readonly needs?: 'digits' | 'scale' | 'comparison' | 'span' | 'pay';
}

const ONCE_IN =
  'an?|per|each|every|in|since|this|last|before|after|over|under|later|during|daily|weekly|on|at|and|' +
  'pro|am|im|jede[nrs]?|par|dans|en|cette|sur|al|por';
const OLD = '(?![-\\s](?:old|alt)(?![a-z]))';

export const UNITS: readonly Unit[] = [
  {
    pattern: `(?:(?:u\\.s\\.|us|american)[-\\s])?(?:dollars?|dólar(?:es)?)${END}(?! (?:cana|aust|hong|taï))`,
    quantity: 'money',
    unit: 'USD',
  },
  { pattern: '米?ドル|美元|美金', quantity: 'money', unit: 'USD' },
  { pattern: `euros?${END}|ユーロ|欧元`, quantity: 'money', unit: 'EUR' },
  { pattern: `(?:pounds? sterling|libras esterlinas)${END}|ポンド|英镑`, quantity: 'money', unit: 'GBP' },
  { pattern: `(?:pounds?|pfund|livres sterling)${END}`, quantity: 'money', unit: 'GBP', needs: 'scale' },
  { pattern: `yens?${END}|円|日元`, quantity: 'money', unit: 'JPY' },
  { pattern: `yuans?${END}|人民元|人民币|元`, quantity: 'money', unit: 'CNY' },
  { pattern: `won${END}`, quantity: 'money', unit: 'KRW', needs: 'scale' },
  { pattern: 'ウォン|韩元', quantity: 'money', unit: 'KRW' },
  { pattern: `(?:franken|francs suisses)${END}`, quantity: 'money', unit: 'CHF' },
  { pattern: '%', quantity: 'share', unit: '%', needs: 'digits' },
  {
    pattern: `(?:per\\s?cent|pct|prozent(?:ig(?:e[mnrs]?)?)?|pour\\s?cent|por\\s?ciento)${END}|パーセント`,
    quantity: 'share',
    unit: '%',
  },
  { pattern: '割(?!合|り)', quantity: 'share', unit: '%', factor: 10 },
  // Not 1920×1080, and not 8x H100.
  {
    pattern: `[x×](?![${LATIN}]|\\s?\\p{L}{0,3}\\d)`,
    quantity: 'ratio',
    unit: 'x',
    needs: 'digits',
  },
  { pattern: `(?:fold|fach(?:e[mnrs]?)?)${END}|倍`, quantity: 'ratio', unit: 'x' },
  {
    pattern: `(?:times|mal|fois|veces)${END}(?!\\s(?:${ONCE_IN})${END})`,
    quantity: 'ratio',
    unit: 'x',
    needs: 'comparison',
  },
  {
    pattern:
      `(?:(?:total|active|trainable|model)[-\\s])?(?:parameters?|params?|parametern|paramètres?|parámetros?)${END}|` +
      '[個个]?の?パラメーター?|[个個]?[参參][数數]',
    quantity: 'count',
    unit: 'parameters',
    needs: 'scale',
  },
  {
    pattern: `(?:years?|yrs?|jahr(?:e[ns]?)?|jährig(?:e[mnrs]?)?|ans|années?|años?)${END}${OLD}`,
    quantity: 'duration',
    unit: 'years',
  },
  {
    pattern: '年(?:間|间|(?![間间代度生次末初春夏秋冬第]|\\s?\\d{1,2}\\s?月))',
    quantity: 'duration',
    unit: 'years',
    needs: 'span',
  },
  {
    pattern: `(?:decades?|jahrzehnt(?:e[ns]?)?|décennies?|décadas?)${END}${OLD}`,
    quantity: 'duration',
    unit: 'years',
    factor: 10,
  },
  { pattern: `figures?${END}`, quantity: 'money', unit: 'USD', needs: 'pay' },
  // Last, so that “dollars” is read before a sign. A sign before digits belongs to the next number.
  ...CURRENCY_SIGNS.map(([unit, signs]): Unit => {
    const pattern = `(?:${alternatives(signs.split(' '))})(?!\\s?\\d)${END}`;
    return { pattern, quantity: 'money', unit };
  }),
];

/** Sources of patterns before a figure that make it a bound. */
export const BOUNDS: Readonly<Record<'most' | 'least', string>> = {
  most:
    'up to|as much as|as many as|could reach|could rise to|could total|at most|(?:no|not) more than|a maximum of|bis zu|höchstens|könnte auf|maximal|' +
    "jusqu['’]à|pourrait atteindre|au plus|au maximum|hasta|podría alcanzar|como máximo|a lo sumo|最大で?|最高|最多|高达|至多",
  least:
    'at least|more than|(?:no|not) less than|a minimum of|mindestens|wenigstens|mehr als|au moins|' +
    'plus de|al menos|por lo menos|como mínimo|más de|最低でも?|少なくとも|至少|超过',
};

function alternatives(words: Iterable<string>): string {
  const escaped = [...words].map((word) => word.replace(/[$.]/g, '\\$&').replace('_', '\\s'));
  return escaped.sort((a, b) => b.length - a.length).join('|');
}

function tableOf(rows: readonly (readonly [number, string, ...unknown[]])[]): Map<string, number> {
  return new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));
}

const numbers = tableOf(NUMBER_WORDS);
const articles = tableOf(ARTICLES);
const cjkDigits = new Map(
  [...CJK_DIGITS, '百', '千'].map((digit, i) => [digit, [100, 1000][i - 10] ?? i + 1]),
);
const scales = tableOf([...SCALES, ...CJK_SCALES]);
const decimalMarks = new Map(
  SCALES.flatMap(([, words, mark]) => words.split(' ').map((word) => [word, mark])),
);
const currencies = new Map(
  CURRENCY_SIGNS.flatMap(([code, signs]) => signs.split(' ').map((sign) => [sign, code])),
);

/** The value of a number word in lower case; undefined where it is none. */
export function valueOfWord(word: string): number | undefined {
  const key = word.replace(/\s/, '_');
  const value = numbers.get(key) ?? articles.get(key) ?? cjkDigits.get(key);
  if (value !== undefined) return value;
  const [tens = '', ones = ''] = word.split(/[-\s]/);
  const sum = [numbers.get(tens), numbers.get(ones)];
  return sum[0] === undefined || sum[1] === undefined ? undefined : sum[0] + sum[1];
}

/** Whether a number word in lower case may be a mere article. */
export const isArticle = (word: string) => articles.has(word.replace(/\s/, '_'));
/** What a scale word in lower case, without a point, multiplies by. */
export const scaleOf = (word: string) => scales.get(word) ?? 1;
/** The decimal mark that goes with a scale word; undefined where languages share the word. */
export const decimalMarkOf = (word: string): DecimalMark | undefined =>
  /[^\p{Script=Latin}]/u.test(word) ? '.' : decimalMarks.get(word);
/** ISO 4217 code of a currency sign, in capitals. */
export const currencyOf = (sign: string) => currencies.get(sign);

const wordsOver = (least: number, most: number) =>
  alternatives([...numbers].filter(([, value]) => value >= least && value <= most).map(([word]) => word));

// The spaces of 25 000 need three digits each and no letter behind: Llama 3 405B is not 3405.
const DIGITS = `\\d{1,3}(?:[ \\u00A0\\u202F\\u2009'’]\\d{3}){1,12}(?:[.,]\\d{1,2})?(?![${LATIN}])|\\d{1,40}(?:[.,]\\d{1,40}){0,12}`;
const WORDS = `(?:(?:${wordsOver(20, 90)})[-\\s](?:${wordsOver(1, 9)})|${alternatives([...numbers.keys(), ...articles.keys()])})`;
const CJK_WORDS = `(?<![${CJK_DIGITS}百千万数几幾第])[${CJK_DIGITS}百千](?=年|倍|割)`;

/** Source of a number with the currency before it: groups `currency`, `digits`, `word`. */
export const NUMBER =
  `(?<![${LATIN}.])(?:(?:(?<currency>${alternatives(currencies.keys())})\\s?)?(?<digits>${DIGITS})|` +
  `(?<word>${WORDS}(?=fold|fach|jährig|[^${LATIN}]|$)|${CJK_WORDS}))`;

const latinScales = [...scales.keys()].filter((word) => /^\p{Script=Latin}{2,}$/u.test(word));
/** Source of a scale word; group `scale`. A point belongs to an abbreviation. */
export const SCALE =
  `(?<scale>(?:mrd|mio|bio|tsd)(?=\\.)|(?:${alternatives(latinScales)})${END}|` +
  `${alternatives(tableOf(CJK_SCALES).keys())})(?:(?<=mrd|mio|bio|tsd)\\.)?`;
