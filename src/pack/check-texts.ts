import type { AuthoredPack } from './authored-pack';
import type { Path, Report } from './check-names';
import type { Authored } from './parse';
import type { CardSource } from './schema';

/** What authors do with what they write. */
const REPORTS =
  /(?:advises?|argues?|believes?|claims?|concludes?|estimates?|expects?|finds?|notes?|predicts?|recommends?|reports?|says?|states?|suggests?|thinks?|warns?|writes?)\b/;
const TELLERS = /\b(?:I|s?he|we|the (?:book|column|paper|piece|post|report|source|study|text))/;

/** Phrases that say who says it. What others are said to say, such as “Amazon claims”, is content and stays. */
const ATTRIBUTIONS = [
  /\b(?:the|this|our) (?:analysis|analysts?|articles?|authors?|commentary|essays?|writers?)\b/i,
  new RegExp([TELLERS.source, REPORTS.source].join(' '), 'i'),
  /\baccording to (?:her|him|the (?:book|paper|post|report|source|study|text))\b/i,
  /\bin (?:her|his|my|our|this|that) (?:estimate|judgement|opinion|reading|view|words)\b/i,
  /\bas (?:argued|described|explained|mentioned|noted|pointed out|shown|stated)(?=[,.;])/i,
  /\bit is (?:argued|believed|claimed|estimated|expected|predicted|reported|said|thought)\b/i,
  /\b(?:is|are|was|were|be|been) (?:argued|believed|claimed|estimated|expected|predicted|reported|said|thought) (?:that|to)\b/i,
  /\b(?:allegedly|reportedly|supposedly)\b/i,
];

/** Starts of a sentence that only another sentence could explain. */
const DANGLING_STARTS = [
  /^(?:he|her|here|his|it|its|she|such|that|their|these|they|this|those(?! who\b)|the (?:others?|same|(?:first|second|third|fourth|fifth|last)(?!-)))\b/i,
  /^(?:first|second|third|fourth|fifth|last)(?:ly)?(?=,)/i,
  /^both(?= (?:are|have|were|would|could|will|can|may|make|need|want|use|\p{Ll}+s)\b(?! and\b))/iu,
  /^so \p{Ll}+ an? \p{Ll}+/iu,
  // Of which chip, and which swap? What is named, or told apart by more words, stands alone.
  /^(?:With|By|Through|From) the \p{Ll}+(?=,)/u,
  /^The (?:agreement|approach|arrangement|bet|chip|company|deal|exchange|firm|investment|loop|method|money|move|partnership|plan|platform|problem|service|step|sum|swap|technique|tool)(?= (?!of\b|that\b|which\b|with\b|for\b|from\b|between\b|in\b|to\b|by\b|on\b|at\b|behind\b|whose\b)\p{Ll})/u,
];
/** Starts of a text that continue another text. */
const CONTINUING_START =
  /^(?:also|and|another|but|consequently|furthermore|hence|however|instead(?! of\b)|likewise|moreover|otherwise|similarly|then|therefore|thus|yet)\b/i;
/** What leans on another text wherever it stands. */
const DANGLING =
  /(?<!\bno )\bsuch (?!as\b|that\b)\p{L}+|\bhere(?=[.,;]| of\b| and\b|$)|\b(?:by|from|in|through|with) (?:this|these) (?!view\b)\p{L}+|\bthe above\b|\bthe latter\b|\bthe former(?=[.,;’]| (?:is|are|was|were|has|have|can|could|may|will|would)\b)|\b(?:argued|described|mentioned|named|noted|said|shown) (?:above|below)\b/iu;

/** A sentence is nearly the same as another that has this share of its words. */
const NEARLY = 0.8;
/** Shorter words carry little, unless they are numbers. */
const MIN_WORD = 4;

/** One text of a file. */
interface FileText {
  readonly path: Path;
  readonly text: string;
}

/**
 * Checks that what a pack retells attributes nothing, stands alone, and is told once. The phrases that it knows are
 * English: a pack in another language is checked for repetition only.
 * @param reportIn returns the function that reports a file's problems
 */
export function checkTexts(
  { pack, source, cards, argument }: AuthoredPack,
  reportIn: (file: Authored<unknown>) => Report,
): void {
  if (/^en\b/.test(pack.value.language)) {
    const checkWords = wordChecker(source.value.author);
    for (const card of cards) checkWords(retold(card.value), told(card.value), reportIn(card));
    if (argument) checkWords(pointsOf(argument.value), [], reportIn(argument));
  }
  checkRepetition(cards, argument && pointsOf(argument.value), reportIn);
  checkOwn(cards, reportIn);
}

/** What a card retells of the source. */
const retold = ({ deal, statements, undo = [] }: CardSource): FileText[] => [
  { path: ['deal'], text: deal },
  ...statements.map(({ text }, index) => ({ path: ['statements', index, 'text'], text })),
  ...undo.map(({ text }, index) => ({ path: ['undo', index, 'text'], text })),
];

/** What a card says besides. */
const told = ({ short, definition, relations }: CardSource): FileText[] => [
  { path: ['short'], text: short },
  { path: ['definition'], text: definition },
  ...relations.map(({ because }, index) => ({ path: ['relations', index, 'because'], text: because })),
];

/** The sentences of an argument, which its cards show. */
const pointsOf = ({ thesis, frameworks }: NonNullable<AuthoredPack['argument']>['value']): FileText[] => [
  { path: ['thesis', 'text'], text: thesis.text },
  ...frameworks.flatMap(({ points }, i) =>
    points.map(({ text }, j) => ({ path: ['frameworks', i, 'points', j, 'text'], text })),
  ),
];

/**
 * Returns a function that checks the words of a file's texts.
 * @param author one name, or several with commas or “and” between them
 */
function wordChecker(author: string) {
  const attributions = [...ATTRIBUTIONS, ...namesOf(author)];
  return (standingAlone: readonly FileText[], others: readonly FileText[], report: Report) => {
    for (const { path, text } of [...standingAlone, ...others]) {
      const attribution = firstMatch(text, attributions);
      if (attribution) report(path, `says who says it, which the card does once: “${attribution}”`);
    }
    for (const { path, text } of standingAlone) {
      const dangling =
        firstMatch(text, [CONTINUING_START]) ??
        sentencesOf(text).flatMap((one) => firstMatch(one, [...DANGLING_STARTS, DANGLING]) ?? [])[0];
      if (dangling) report(path, `leans on what the reader has not seen: “${dangling}”`);
    }
  };
}

const firstMatch = (text: string, patterns: readonly RegExp[]): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])[0];

/**
 * Patterns of authors' names: last names, and first names where somebody of that name reports. An acronym, such as the AI
 * of Epoch AI, is none.
 */
const namesOf = (author: string): RegExp[] =>
  author
    .split(/,|&|\band\b/)
    .map((name) => name.trim().split(/\s+/))
    .flatMap((names) => [
      ...names.slice(-1).map((last) => ({ name: last, followed: '' })),
      ...names.slice(0, -1).map((first) => ({ name: first, followed: ` ${REPORTS.source}` })),
    ])
    .filter(({ name }) => /\p{Ll}/u.test(name))
    .map(({ name, followed }) => {
      const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})${followed}`, 'u');
    });

/** Each sentence stands in one place, be it a card or the argument. */
function checkRepetition(
  cards: readonly Authored<CardSource>[],
  points: readonly FileText[] = [],
  reportIn: (file: Authored<unknown>) => Report,
): void {
  const owners = new Map<string, CardSource | 'argument'>();
  for (const { text } of points)
    for (const sentence of sentencesOf(text).map(bare)) owners.set(sentence, 'argument');
  for (const card of cards) {
    const report = reportIn(card);
    const { definition } = card.value;
    for (const { path, text } of [...retold(card.value), { path: ['definition'], text: definition }])
      for (const sentence of sentencesOf(text).map(bare)) {
        const owner = owners.get(sentence);
        if (owner === 'argument') report(path, 'stands in the argument, too');
        else if (owner === card.value) report(path, 'says the same twice');
        else if (owner) report(path, `stands on another card, too: ${owner.id}`);
        owners.set(sentence, card.value);
      }
  }
  checkReasons(cards, reportIn);
}

/** Each reason of a relation is told from the side of its card, and stands on no other. */
function checkReasons(
  cards: readonly Authored<CardSource>[],
  reportIn: (file: Authored<unknown>) => Report,
): void {
  const owners = new Map<string, string>();
  for (const card of cards) {
    const report = reportIn(card);
    card.value.relations.forEach(({ because }, index) => {
      const owner = owners.get(bare(because));
      if (owner) report(['relations', index, 'because'], `stands with another relation, too: see ${owner}`);
      owners.set(bare(because), card.value.id);
    });
  }
}

/**
 * Each card has a statement whose words do not stand, nearly all, among the statements of one other card. The same thought
 * in other words is not noticed.
 */
function checkOwn(
  cards: readonly Authored<CardSource>[],
  reportIn: (file: Authored<unknown>) => Report,
): void {
  const said = cards.map(({ value: { id, statements } }) => ({
    id,
    words: new Set(statements.flatMap(({ text }) => wordsOf(text))),
  }));
  for (const card of cards) {
    const owners = card.value.statements
      .map(({ text }) => wordsOf(text))
      .filter((own) => own.length > 0)
      .map((own) =>
        said.find(
          ({ id, words }) =>
            id !== card.value.id && own.filter((word) => words.has(word)).length >= NEARLY * own.length,
        ),
      );
    const [owner] = owners;
    if (owner && !owners.includes(undefined))
      reportIn(card)(['statements'], `say nothing that no other card says: see ${owner.id}`);
  }
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!][’”"')]*)\s+(?=["'“‘(]?[\p{Lu}\d])/u);
const bare = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const wordsOf = (text: string) =>
  bare(text)
    .split(' ')
    .filter((word) => word.length >= MIN_WORD || /\d/.test(word));
