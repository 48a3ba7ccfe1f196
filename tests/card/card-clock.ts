import { type CardState, INITIAL, type OpeningSettings, transition } from '../../src/card/machine';
import type { CardEvent } from '../../src/page/card-script';

/** Runs the state machine against a clock that only the test moves, with one timer, as the page does. */
export class CardClock {
  state: CardState = INITIAL;
  now = 10_000;
  settings: OpeningSettings = { opening: 'rest', dwellMs: 400 };
  #wait: { until: number; token: number } | undefined;

  /** The mention of the hover card. */
  get open(): number | undefined {
    return this.state.hover.at === 'open' ? this.state.hover.mention : undefined;
  }

  get pinned(): readonly number[] {
    return this.state.pinned;
  }

  send(event: CardEvent): void {
    const { state, waitMs } = transition(this.state, event, this.settings);
    const isNewWait = state.token !== this.state.token;
    this.state = state;
    if (isNewWait)
      this.#wait = waitMs === undefined ? undefined : { until: this.now + waitMs, token: state.token };
  }

  /** Lets time pass, and the wait that ends in it. */
  pass(ms: number): void {
    const end = this.now + ms;
    while (this.#wait && this.#wait.until <= end) {
      const { until, token } = this.#wait;
      this.#wait = undefined;
      this.now = until;
      this.send({ type: 'elapsed', token, at: until });
    }
    this.now = end;
  }

  /** Rests on a term until its card is open. */
  rest(mention: number): void {
    this.move(mention);
    this.pass(400);
  }

  /** The pointer moves: over a mention's term, or over none. */
  move(mention: number | null, speed = 0, hasAlt = false): void {
    this.send({ type: 'moved', mention, isInside: false, hasAlt, speed, at: this.now });
  }

  /** The pointer moves over the hover card or the corridor to it. */
  moveInside(): void {
    this.send({ type: 'moved', mention: null, isInside: true, speed: 0, at: this.now });
  }

  pin(mention: number): void {
    this.send({ type: 'pinned', mention });
  }

  escape(): void {
    this.send({ type: 'escaped', at: this.now });
  }

  close(mention: number): void {
    this.send({ type: 'closed', mention, at: this.now });
  }

  openByKey(mention: number): void {
    this.send({ type: 'opened', mention, takesFocus: true });
  }

  /** All mentions but these leave the page. */
  keepOnly(...alive: number[]): void {
    this.send({ type: 'gone', isAlive: (mention) => alive.includes(mention) });
  }
}
