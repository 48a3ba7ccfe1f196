import type { Path, Report } from './check-names';
import type { Authored } from './parse';
import type { CardSource } from './schema';

/** Phrases that say who says it: the stance and the author's name, which stand on every card, do that. */
const ATTRIBUTION =
  /\bthe (analysis|article|analyst|author|essay|paper|source|writer)\b|\baccording to\b|\b(it|is|are) (argued|believed|claimed|expected|reported|said)\b|\b(advises|argues|claims|expects|notes|reports|says|warns) that\b/i;

/** What only a sentence before could explain. */
const DANGLING_START =
  /^(he|it|its|she|such|that|their|these|they|this|those|the (first|second|third|fourth|former|latter|last|other|same))\b/i;
const DANGLING = /\b(such an?|the (former|latter))\b/i;

/** A sentence is nearly the same as another that has this share of its words. */
const NEARLY = 0.8;
/** Shorter words carry little. */
const MIN_WORD = 4;

/** One text of a card. */
interface CardText {
  readonly path: Path;
  readonly text: string;
}

/**
 * Checks that what cards retell is told once, stands alone, and attributes nothing.
 * @param author whose name no text needs to repeat
 */
export function checkTexts(
  cards: readonly Authored<CardSource>[],
  author: string,
  reportIn: (card: Authored<unknown>) => Report,
): void {
  const surname = author.split(/\s+/).at(-1) ?? author;
  const owners = new Map<string, string>();
  for (const card of cards) {
    const report = reportIn(card);
    for (const { path, text } of retold(card.value)) {
      const attribution = ATTRIBUTION.exec(text)?.[0] ?? (text.includes(surname) ? surname : undefined);
      if (attribution) report(path, `says who says it, which the card’s label does: “${attribution}”`);
      const dangling = sentencesOf(text).flatMap(
        (one) => DANGLING_START.exec(one) ?? DANGLING.exec(one) ?? [],
      )[0];
      if (dangling) report(path, `leans on what the reader has not seen: “${dangling}”`);
    }
    for (const { path, text } of [
      ...retold(card.value),
      { path: ['definition'], text: card.value.definition },
    ])
      for (const sentence of sentencesOf(text).map(bare)) {
        const owner = owners.get(sentence);
        if (owner)
          report(
            path,
            owner === card.value.id ? 'says the same twice' : `stands on another card, too: ${owner}`,
          );
        owners.set(sentence, card.value.id);
      }
  }
  checkOwn(cards, reportIn);
}

/** What a card retells of the source. */
const retold = ({ deal, statements, undo = [] }: CardSource): CardText[] => [
  { path: ['deal'], text: deal },
  ...statements.map(({ text }, index) => ({ path: ['statements', index, 'text'], text })),
  ...undo.map(({ text }, index) => ({ path: ['undo', index, 'text'], text })),
];

/** Each card has a statement that no other card has in nearly the same words. */
function checkOwn(
  cards: readonly Authored<CardSource>[],
  reportIn: (card: Authored<unknown>) => Report,
): void {
  const words = cards.map(({ value }) => value.statements.map(({ text }) => wordsOf(text)));
  cards.forEach((card, index) => {
    const others = cards.flatMap(({ value: { id } }, other) =>
      other === index ? [] : (words[other] ?? []).map((said) => ({ id, said })),
    );
    const owners = (words[index] ?? []).map(
      (own) =>
        others.find(({ said }) => own.filter((word) => said.includes(word)).length >= NEARLY * own.length)
          ?.id,
    );
    const [owner] = owners;
    if (owner !== undefined && !owners.includes(undefined))
      reportIn(card)(['statements'], `say nothing of their own: see ${owner}`);
  });
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/);
const bare = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const wordsOf = (text: string) =>
  bare(text)
    .split(' ')
    .filter((word) => word.length >= MIN_WORD);
