import { LATIN } from './figure-words';

// Words around a figure that say what kind of sum it is, in English, German, French, Spanish and Japanese.

const cue = (sources: readonly string[], end = '') =>
  new RegExp(`(?<![${LATIN}])(?:${sources.join('|')})${end}`, 'iu');

/** A figure of a year or a month, not of the whole. */
export const RATE = cue([
  '(?:an?|per|each|every|pro|im|je|jedes|par|chaque|al|por|cada)[ /]?(?:year|annum|quarter|month|jahr|quartal|monat|an|année|mois|trimestre|año|mes)(?!\\p{L}| ago)',
  'annual|yearly|quarterly|monthly|jährlich|monatlich|annuel|anual|mensu',
  '(?<!\\d)年間|毎年|毎月|年に',
]);

/** Right before a figure: it is no amount, but a limit, or what something is not. */
export const LIMITED = cue(
  [
    'over|above|below|under|beyond|(?:less|fewer|higher|lower) than|exceed(?:s|ed|ing)?|short of|over the',
    'from|not|instead of|rather than|compared (?:with|to)|versus|vs',
    'über|unter|weniger als|nicht|statt|anstatt|gegenüber|moins de|au lieu de|contre|menos de|en lugar de|frente a',
  ],
  '\\s(?:just |only |the |a |den |die |les? |los )?$',
);
/** Right behind a figure: the same. */
export const LIMITED_BEHIND = /^(?:超|未満|を超え|を上回|を下回|ではな)|^\s(?:short|less than)(?!\p{L})/u;

/** Right before a figure: it is rounded, so that a difference from it is doubtful. */
export const ROUNDED = cue(
  [
    'nearly|almost|about|around|roughly|some|close to|approximately|an estimated|fast|knapp|rund|etwa|circa',
    'près de|presque|environ|quelque|casi|unos|cerca de|alrededor de|約|およそ|ほぼ',
  ],
  '\\s?$',
);

/** Before a figure in its clause: money given earlier. */
export const EARLIER = cue([
  'on top of|in addition to|over and above|besides|already|previous|earlier|prior|had(?!\\p{L})(?! (?:agreed|said|pledged|promised|planned|decided|committed|been|to)(?!\\p{L}))|(?:has|have) so far',
  'bereits|bisher|zuvor|schon|früher|zusätzlich zu[rm]?(?!\\p{L})|neben de[nrm]|hatte',
  'déjà|précédent|antérieur|en plus d|outre|avai(?:t|ent)|ya(?!\\p{L})|anterior|previ[ao]|además de|había',
  'これまで|既に|すでに|過去|以前',
]);
/** Behind a figure in its clause: the same. */
export const EARLIER_BEHIND = cue([
  '(?:has|have|had) (?:already |previously |earlier )?(?:\\p{L}+ed|put|given|paid)(?!\\p{L})',
  'already|previous|earlier|before(?=[\\s\\p{P}]*$)|since (?:19|20)\\d\\d|to date|so far',
  'bereits|bisher|zuvor|hatte|seit (?:19|20)\\d\\d|déjà|précéde|avai(?:t|ent)|depuis (?:19|20)\\d\\d',
  'ya(?!\\p{L})|había|anterior|desde (?:19|20)\\d\\d|に加え|済み|に上乗せ',
]);

/** In a figure's clause: it is a part of a larger sum. */
export const PART = cue([
  'initial|first|second|third|another|further|additional|extra|tranche|instal|part of|half of|of (?:that|this|which|it)(?!\\p{L})|more(?! than)',
  'erste[nrs]?(?!\\p{L})|zweite|weitere|zunächst|zusätzlich|vorerst|davon|anzahlung|rate(?:n)?(?!\\p{L})|mehr(?! als)',
  'premi|deuxième|supplémentaire|autre|dont|otr[ao]|adicional|primer|inicial|segund|まず|追加|うち|第[一二三1-3]|当初|さらに',
]);

/** In a figure's sentence: it is said to be the whole. */
export const TOTAL = cue([
  'in total|totals?(?!\\p{L})|total(?:l?ing|l?ed)|altogether|in all(?!\\p{L})|overall|all told|cumulative|combined',
  'insgesamt|gesamt|zusammen|au total|totale?s?(?!\\p{L})|en tout|en conjunto|総額|合計|合わせ|累計|計(?=\\d)',
]);

/** Before a figure in its sentence: something grows to it. */
export const GROWN = cue(
  [
    '(?:br(?:ing|ought)|tak(?:es?|ing)|took|lift|rais|push|swell|mount|grow|grew|ris|rose|climb|jump|soar|surg|increas|doubl)\\p{L}*\\s(?:.{0,60}\\s)?to',
    '(?:erhöh|steig|stieg|wächs|wuchs|klett|summier|bring|anheb|beläuf)\\p{L}*\\s(?:.{0,60}\\s)?auf',
    'port(?:e|er|ant|era|erait|ent|ée?s?)\\s(?:.{0,60}\\s)?à|(?:elev|llev|sub|aument|ascend|asciend)\\p{L}*\\s(?:.{0,60}\\s)?a|累計|合わせ|合計',
  ],
  '(?![\\p{Script=Latin}])',
);

/** In a figure's sentence: earlier money is counted too. */
export const EARLIER_TOO = cue([
  '(?:earlier|previous|prior|past|existing) (?:\\p{L}+ )?(?:money|investments?|sums?|rounds?|commitments?|pledges?|stakes?|contributions?|funding)|already (?:invested|put in|paid|given)',
  '(?:früher|bisherig|vorherig)\\p{L}* \\p{L}+|(?:bereits|schon|bisher|zuvor) (?:\\p{L}+ )?(?:investiert|gezahlt|geflossen)',
  '(?:versements|investissements|apports|sommes) (?:précédent|antérieur|déjà)|déjà (?:versé|investi|apporté)|(?:inversiones|aportaciones) (?:anterior|previ)|ya (?:invertid|aportad)',
  'これまでの(?:出資|投資)|既存の(?:出資|投資)|過去の(?:出資|投資)',
]);

/** In a figure's sentence: it is denied, conditional or shared with others: a difference is doubtful. */
export const DOUBTED = cue([
  'together|joint|alongside|peers?(?!\\p{L})|others?(?!\\p{L})|consorti|co-invest|gemeinsam|andere|ensemble|junto|共同|など',
  "den(?:y|ies|ied|ying)|never|not|no(?!\\p{L})|[a-z]+n[\u2019']t|refus|reject|dismiss|rumou?r|speculat|if|unless|wanted|sought|asked",
  'bestr[ei]i?t|dementier|nie(?!\\p{L})|nicht|kein|falls|gerücht|dément|jamais|refus|rumeur|si(?!\\p{L})|nieg|negó|desm[ie]|nunca|rumor',
  '否定|ない|なら|観測',
]);

/** Another’s name where a giver or a receiver stands: before the figure, with its genitive. */
export const NAME_BEFORE = /(?<![\p{L}\d])\p{Lu}[\p{L}\d.&-]{1,30}(?:['’]s|['’])\s(?:\p{Ll}+\s)?$/u;
/** The same, behind the figure, after a preposition; a month is no name. */
export const NAME_BEHIND =
  /^\s(?:in|into|from|by|to|with|dans|chez|à|von|an|en)\s(?!(?:Jan|Feb|Mar|Mär|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\p{Ll}*(?!\p{L}))\p{Lu}/u;
const PREPOSITION =
  '^\\s(?:in|into|from|by|to|with|for|of|on|an|von|für|bei|dans|chez|à|a|de|en|por|pour|para)\\s';
/** Between a figure and what it comes from or goes to. */
export const LINKED = new RegExp(`${PREPOSITION}(?:[\\p{Ll}-]+\\s){0,2}$`, 'u');
/** In a figure's sentence: it is paid by now, perhaps over years. */
export const PAID = cue([
  '(?:has|have|a|ha) (?:\\p{L}+ )?(?:invested|put|poured|given|paid|sunk|investi|versé|invertido|puesto)(?!\\p{L})|hat .{0,80}(?:investiert|gesteckt)',
]);

/** Before a figure: the noun it is the size of. */
export const SIZED = /(\p{L}{1,40}) (?:of|von|de) (?:\p{Ll}+ ){0,2}$/u;
/** Behind a figure with which its clause ends, as far as it matters. */
export const LAST = /^(?:を|の(?:出資|投資)|\s?(?:[\p{L}-]+\s?){0,2}[\s\p{P}]*$)/u;

const SENTENCE_END =
  /(?<!(?<!\p{L})(?:\p{Lu}|Inc|Corp|Co|Mr|Mrs|Ms|Dr|Nr|St))[.!?…]["'”’»)]{0,2}\s+(?=["'“‘«(¿¡]?[\p{Lu}\p{N}\p{Sc}])|[。!?]|\n/gu;

/** Offsets of the ends of a text’s sentences, spaces included; the last is the text’s. */
export function sentenceEnds(text: string): number[] {
  return [...[...text.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length), text.length];
}
