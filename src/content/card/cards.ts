import type { Card } from '../../pack/card';
import { ask } from '../background';
import type { PageMention, PageMentions } from '../page/mentions';
import { type CardEvent, type CardState, INITIAL, type Transition, topOf, transition } from './machine';
import { type CreateStage, type Scene, STAGE_KEY, type Stage, type StagedCard } from './stage';

/** The cards of one frame: runs the state machine, fetches what a card needs, and hands scenes to the stage. */
export class Cards {
  readonly #mentions: PageMentions;
  readonly #signal: AbortSignal;
  readonly #onChange: () => void;
  readonly #content = new Map<string, Card | null>();
  #state: CardState = INITIAL;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stage: Stage | undefined;
  #loading: Promise<void> | undefined;
  #ring: PageMention | undefined;
  #announcement = '';

  /** @param onChange is called when cards opened or closed, so that their terms are painted anew */
  constructor(mentions: PageMentions, onChange: () => void, signal: AbortSignal) {
    this.#mentions = mentions;
    this.#onChange = onChange;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Keys of the mentions whose cards are open, and pinned. */
  get shown(): { readonly open: number | undefined; readonly pinned: readonly number[] } {
    const { hover, pinned } = this.#state;
    return { open: hover.at === 'open' ? hover.mention : undefined, pinned };
  }

  get isAnyOpen(): boolean {
    return topOf(this.#state) !== undefined;
  }

  /** The mention that the keyboard has reached. */
  get ring(): PageMention | undefined {
    return this.#ring;
  }

  /** Moves the keyboard's ring, and says where it is; nothing takes it away. */
  async setRing(mention: PageMention | undefined, announcement = ''): Promise<void> {
    this.#ring = mention;
    this.#announcement = announcement;
    if (mention) await this.#prepare();
    this.#draw();
  }

  send(event: CardEvent): void {
    const { state, waitMs }: Transition = transition(this.#state, event);
    if (state === this.#state) return;
    const isNewWait = state.token !== this.#state.token;
    this.#state = state;
    if (isNewWait) {
      clearTimeout(this.#timer);
      if (waitMs !== undefined)
        this.#timer = setTimeout(
          () => this.send({ type: 'elapsed', token: state.token, at: performance.now() }),
          waitMs,
        );
    }
    if (state.hover.at === 'dwelling') void this.#fetch(state.hover.mention);
    void this.#present();
  }

  /** Whether a point belongs to the hover card: on it, or on the way to it. */
  holds(x: number, y: number): boolean {
    const { hover } = this.#state;
    return hover.at === 'open' && this.#stage?.holds(hover.mention, x, y) === true;
  }

  isTarget(event: Event): boolean {
    return this.#stage?.isTarget(event) === true;
  }

  /** Tells the machine which mentions are left, and draws what stayed in its new place. */
  refresh(): void {
    if (this.#ring && !this.#mentions.byKey(this.#ring.key)) this.#ring = undefined;
    this.send({ type: 'gone', isAlive: (key) => this.#mentions.byKey(key) !== undefined });
    if (this.#stage) this.#draw();
  }

  async #present(): Promise<void> {
    this.#onChange();
    const { hover, pinned } = this.#state;
    const wanted = [...pinned, ...(hover.at === 'open' ? [hover.mention] : [])];
    await Promise.all(wanted.map((key) => this.#fetch(key)));
    this.#draw();
  }

  // Starts with the dwell, so that the card is at hand when the dwell ends.
  async #fetch(key: number): Promise<void> {
    const id = this.#mentions.byKey(key)?.card;
    if (id === undefined) return;
    await Promise.all([this.#prepare(), this.#getCard(id)]).catch(reportFailure);
  }

  async #getCard(id: string): Promise<Card | null> {
    const known = this.#content.get(id);
    if (known) return known;
    const { card } = await ask('card.get', { card: id });
    this.#content.set(id, card);
    return card;
  }

  #prepare(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    await ask('card.prepare', {});
    const create = (globalThis as { [STAGE_KEY]?: CreateStage })[STAGE_KEY];
    if (!create) throw new Error('The card script did not load.');
    if (this.#signal.aborted) return;
    this.#stage = create(
      {
        onPin: (key) => {
          const isPinned = this.#state.pinned.includes(key);
          this.send(
            isPinned
              ? { type: 'closed', mention: key, at: performance.now() }
              : { type: 'pinned', mention: key },
          );
        },
        onClose: (key) => this.send({ type: 'closed', mention: key, at: performance.now() }),
        onGrow: (key) => this.send({ type: 'grown', mention: key }),
        onStep: (key, direction) => this.#stepFrom(key, direction),
        getCard: (id) => this.#getCard(id),
      },
      this.#signal,
    );
  }

  #draw(): void {
    if (!this.#stage || this.#signal.aborted) return;
    const { hover, pinned } = this.#state;
    const scene: Scene = {
      cards: [
        ...pinned.map((key) => this.#stageCard(key, 'full', true, false)),
        hover.at === 'open'
          ? this.#stageCard(hover.mention, hover.extent, false, hover.takesFocus)
          : undefined,
      ].filter((card) => card !== undefined),
      ring: this.#ring?.range ?? null,
      announcement: this.#announcement,
    };
    this.#stage.show(scene);
  }

  #stageCard(
    key: number,
    extent: 'peek' | 'full',
    isPinned: boolean,
    takesFocus: boolean,
  ): StagedCard | undefined {
    const mention = this.#mentions.byKey(key);
    const card = mention && this.#content.get(mention.card);
    if (!mention || !card) return undefined;
    const same = this.#mentions.inOrder().filter((other) => other.card === mention.card);
    const evidence = mention.evidence.filter(
      (piece) => piece.weight > 0 && (piece.kind === 'cue' || piece.kind === 'subject'),
    );
    return {
      key,
      card,
      range: mention.range,
      extent,
      isPinned,
      takesFocus,
      evidence: [...new Set(evidence.map((piece) => piece.text))].slice(0, 3),
      position: { index: same.findIndex((other) => other.key === key) + 1, total: same.length },
    };
  }

  #stepFrom(key: number, direction: 1 | -1): void {
    const from = this.#mentions.byKey(key);
    const same = this.#mentions.inOrder().filter((other) => other.card === from?.card);
    const next = same[(same.findIndex((other) => other.key === key) + direction + same.length) % same.length];
    if (!next || next.key === key) return;
    this.send({ type: 'closed', mention: key, at: performance.now() });
    next.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    this.send({ type: 'opened', mention: next.key, takesFocus: true });
  }
}

function reportFailure(error: unknown): void {
  // The extension was updated or removed: nothing to tell the reader of this page.
  console.debug('Sidelight could not open a card:', error);
}
