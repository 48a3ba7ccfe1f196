import { type Evidence, EvidenceTally, type TitleCue, WEIGHTS, weighTitle } from './evidence';
import type { BlockReading, Related } from './read-block';
import { selectLongest } from './select';
import {
  chooseSense,
  type Mention,
  type ScoredSense,
  sumOf,
  supportFromOthers,
  supportOf,
} from './sense-choice';

/** Support from sure cards can make further cards sure; a few rounds are enough. */
const MAX_ROUNDS = 4;

/** What one round decided in one block. */
interface Round {
  readonly mentions: readonly Mention[];
  readonly cards: ReadonlySet<string>;
}

interface BlockState {
  readonly reading: BlockReading;
  /** The senses of each candidate; undefined until they are weighed with the title's evidence. */
  senses: readonly (readonly ScoredSense[])[] | undefined;
  /** The first is decided without support from other mentions, each other one with support from the round before. */
  readonly rounds: Round[];
  mentions: readonly Mention[];
}

/** Counts the blocks for each card: those sure of it in one round, or those with evidence against it. */
class CardCounts {
  readonly #counts = new Map<string, number>();
  /** Ids of the cards with a count, sorted, as of the last `update`. */
  cards: readonly string[] = [];

  count(cards: Iterable<string>, by: 1 | -1): void {
    for (const card of cards) {
      const count = (this.#counts.get(card) ?? 0) + by;
      if (count > 0) this.#counts.set(card, count);
      else this.#counts.delete(card);
    }
  }

  /** Updates `cards`. @returns whether they have changed */
  update(): boolean {
    const before = this.cards;
    this.cards = [...this.#counts.keys()].sort();
    return !isSameList(before, this.cards);
  }
}

/**
 * Decides every candidate of a document: which of its senses holds, or none. When blocks come, go or change, others are
 * decided again only if their evidence has changed.
 */
export class Disambiguator<Key> {
  readonly #blocks = new Map<Key, BlockState>();
  readonly #fresh = new Set<BlockState>();
  readonly #headings = new Set<BlockState>();
  readonly #opposed = new CardCounts();
  readonly #sureCounts = Array.from({ length: MAX_ROUNDS + 1 }, () => new CardCounts());
  readonly #titleEvidence = new Map<string, readonly Evidence[]>();
  #title: readonly TitleCue[] = [];
  #related: Related = {};
  #isTitleStale = false;
  #hasDeletions = false;

  /** Sets a block's reading. */
  set(key: Key, reading: BlockReading): void {
    this.delete(key);
    const state: BlockState = { reading, senses: undefined, rounds: [], mentions: [] };
    this.#blocks.set(key, state);
    this.#opposed.count(reading.opposed, 1);
    this.#fresh.add(state);
    if (reading.titleCues.length === 0) return;
    this.#headings.add(state);
    this.#isTitleStale = true;
  }

  /** Removes a block. */
  delete(key: Key): void {
    const state = this.#blocks.get(key);
    if (!state) return;
    this.#blocks.delete(key);
    this.#fresh.delete(state);
    if (this.#headings.delete(state)) this.#isTitleStale = true;
    this.#opposed.count(state.reading.opposed, -1);
    for (const [round, { cards }] of state.rounds.entries()) this.#sureCounts[round]?.count(cards, -1);
    this.#hasDeletions = true;
  }

  /** Sets the cues of title and host name. */
  setTitle(cues: readonly TitleCue[]): void {
    this.#title = cues;
    this.#isTitleStale = true;
  }

  /** Sets the relations of the cards in the readings. */
  setRelated(related: Related): void {
    this.#related = related;
  }

  /** A block's mentions, in order, none overlapping; the same array until they change. */
  mentionsOf(key: Key): readonly Mention[] {
    return this.#blocks.get(key)?.mentions ?? [];
  }

  /** Decides what has changed since the last call. */
  decide(): void {
    if (this.#isTitleStale) this.#weighTitles();
    if (this.#fresh.size === 0 && !this.#hasDeletions) return;
    const allBlocks = () => [...this.#blocks.values()];
    let open: Iterable<BlockState> = this.#opposed.update() ? allBlocks() : this.#fresh;
    for (const [round, counts] of this.#sureCounts.entries()) {
      for (const state of open) this.#decideRound(state, round, counts);
      // A card that comes to the page or goes changes the support of every block.
      if (counts.update()) open = allBlocks();
    }
    for (const state of open) {
      const mentions = selectLongest(state.rounds[MAX_ROUNDS]?.mentions ?? []);
      if (!isSameMentions(mentions, state.mentions)) state.mentions = mentions;
    }
    this.#fresh.clear();
    this.#hasDeletions = false;
  }

  #decideRound(state: BlockState, round: number, counts: CardCounts): void {
    const before = state.rounds[round];
    const now = round === 0 ? this.#decideAlone(state) : this.#decideWithSupport(state, round);
    state.rounds[round] = now;
    if (before) counts.count(before.cards, -1);
    counts.count(now.cards, 1);
  }

  #decideAlone(state: BlockState): Round {
    state.senses ??= state.reading.candidates.map((candidate) =>
      candidate.senses.map(({ card, tier, evidence: own }) => {
        const evidence = [...own, ...this.#titleOf(card)];
        return { candidate, card, tier, evidence, score: sumOf(evidence) };
      }),
    );
    return roundOf(state.senses.flatMap((senses) => chooseSense(senses, () => [])));
  }

  #decideWithSupport({ senses = [], reading, rounds }: BlockState, round: number): Round {
    const last = rounds[round - 1] as Round;
    const onPage = this.#sureCounts[round - 1]?.cards ?? [];
    const earlier = rounds[round - 2];
    if (
      earlier &&
      isSameSet(earlier.cards, last.cards) &&
      isSameList(onPage, this.#sureCounts[round - 2]?.cards ?? [])
    )
      return last;
    const alone = (rounds[0] as Round).cards;
    const sureOnPage = this.#sureCounts[0]?.cards ?? [];
    return roundOf(
      senses.flatMap((candidate) =>
        chooseSense(candidate, ({ card, score }) => {
          const support = supportFromOthers(card, last.cards, onPage, this.#related[card] ?? []);
          // A sense that is sure needs no support from its other mentions, and words beside it that speak against it
          // outweigh them.
          if (reading.opposed.includes(card) || score >= 0) return support;
          if (alone.has(card)) support.push(...supportOf([card], WEIGHTS.sameCardInBlock));
          else if (sureOnPage.includes(card)) support.push(...supportOf([card], WEIGHTS.sameCardOnPage));
          else if (this.#opposed.cards.includes(card))
            support.push(...supportOf([card], WEIGHTS.opposedOnPage));
          return support;
        }),
      ),
    );
  }

  #titleOf(card: string): readonly Evidence[] {
    let evidence = this.#titleEvidence.get(card);
    if (!evidence) {
      evidence = this.#weighTitle(card, this.#allTitleCues());
      this.#titleEvidence.set(card, evidence);
    }
    return evidence;
  }

  #allTitleCues(): readonly TitleCue[] {
    return [...this.#title, ...[...this.#headings].flatMap(({ reading }) => reading.titleCues)];
  }

  #weighTitle(card: string, cues: readonly TitleCue[]): readonly Evidence[] {
    const tally = new EvidenceTally();
    weighTitle(cues, card, tally);
    return tally.evidence;
  }

  #weighTitles(): void {
    this.#isTitleStale = false;
    const cues = this.#allTitleCues();
    const changed = new Set<string>();
    for (const [card, before] of this.#titleEvidence) {
      const evidence = this.#weighTitle(card, cues);
      if (isSameEvidence(evidence, before)) continue;
      this.#titleEvidence.set(card, evidence);
      changed.add(card);
    }
    if (changed.size === 0) return;
    for (const state of this.#blocks.values()) {
      if (!state.senses?.some((senses) => senses.some(({ card }) => changed.has(card)))) continue;
      state.senses = undefined;
      this.#fresh.add(state);
    }
  }
}

/**
 * Decides a whole document at once.
 * @param readings the document's blocks; those without candidates or headings may be left out
 * @param title cues of title and host name
 * @param related the relations of the cards in the readings
 * @returns the mentions of each block, in order, none overlapping
 */
export function disambiguate(
  readings: readonly BlockReading[],
  title: readonly TitleCue[],
  related: Related,
): (readonly Mention[])[] {
  const disambiguator = new Disambiguator<number>();
  disambiguator.setTitle(title);
  disambiguator.setRelated(related);
  for (const [index, reading] of readings.entries()) disambiguator.set(index, reading);
  disambiguator.decide();
  return readings.map((_, index) => disambiguator.mentionsOf(index));
}

const roundOf = (mentions: readonly Mention[]): Round => ({
  mentions,
  cards: new Set(mentions.map(({ card }) => card)),
});

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one));

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);

const isSameEvidence = (a: readonly Evidence[], b: readonly Evidence[]) =>
  a.length === b.length &&
  a.every(({ text, weight }, index) => text === b[index]?.text && weight === b[index]?.weight);

const isSameMentions = (a: readonly Mention[], b: readonly Mention[]) =>
  a.length === b.length &&
  a.every((mention, index) => {
    const other = b[index];
    return (
      mention.start === other?.start &&
      mention.end === other.end &&
      mention.card === other.card &&
      isSameEvidence(mention.evidence, other.evidence)
    );
  });
