import type { Point } from '../page/card-script';
import { type Tone, toneAt } from './page-tone';

/** What is remembered of each open card's place on the page, by the key of its mention. */
export class CardPlaces {
  readonly #points = new Map<number, Point>();
  readonly #tones = new Map<number, Tone>();
  readonly #slots = new Map<number, number>();
  #lastSlot = 0;

  /** Where the pointer was when it turned to the mention. */
  pointOf(key: number): Point | undefined {
    return this.#points.get(key);
  }

  /** Records it: a card stays at the line that it opened at, wherever the pointer goes then. */
  setPoint(key: number, point: Point): void {
    this.#points.set(key, point);
  }

  /** The page's tone where the mention is, as it was at first: a card does not change under the reader. */
  toneOf(key: number, { startContainer }: StaticRange): Tone {
    const tone = this.#tones.get(key) ?? toneAt(startContainer);
    this.#tones.set(key, tone);
    return tone;
  }

  /** The same for as long as it is one card, though it steps from mention to mention; no other card has it. */
  slotOf(key: number): number {
    const slot = this.#slots.get(key) ?? ++this.#lastSlot;
    this.#slots.set(key, slot);
    return slot;
  }

  /** The card goes on to another mention. */
  step(from: number, to: number): void {
    this.#slots.set(to, this.slotOf(from));
    this.#slots.delete(from);
  }

  /** Forgets the places of cards that are closed. */
  keepOnly(isOpen: (key: number) => boolean): void {
    for (const places of [this.#points, this.#tones, this.#slots])
      for (const key of places.keys()) if (!isOpen(key)) places.delete(key);
  }
}
