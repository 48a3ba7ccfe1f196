import type { CorrectionKind } from '../core/corrections';
import type { Evidence } from '../core/evidence';
import type { Card } from '../pack/card';
import { ask } from '../page/ask';
import type { CardEvent, CardPorts, Point } from '../page/card-script';
import { figuresFor } from '../page/figures';
import type { MentionList, PageMention } from '../page/mention';
import { canOpenPanel, isConnected } from '../platform/content-runtime';
import { t } from '../platform/text';
import { type CardState, INITIAL, type Transition, topOf, transition } from './machine';
import type { CreateStage, Reached, Scene, Stage, StagedCard } from './stage';
import { Scrolling } from './tour/scroll-to-range';
import type { Stops } from './tour/stops';

/** So long a screen reader has for what it is told, in milliseconds: the host stays in the page for it. */
const SAY_MS = 4_000;

/** The cards of one frame: runs the state machine, fetches what a card needs, and hands scenes to the stage. */
export class Cards {
  readonly #mentions: MentionList;
  readonly #signal: AbortSignal;
  readonly #events: CardPorts;
  readonly #stage: Stage;
  readonly #stops: Stops;
  readonly #content = new Map<string, Card | null>();
  /** Where the pointer was when it turned to a mention. */
  readonly #points = new Map<number, Point>();
  #state: CardState = INITIAL;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ring: PageMention | undefined;
  #reached: Reached | null = null;
  #said: string | null = null;
  #saying: ReturnType<typeof setTimeout> | undefined;
  /** A card's mentions that can be gone to, as found when its card was first drawn over these mentions. */
  #ways: { of: readonly PageMention[]; byCard: Map<string, readonly PageMention[]> } | undefined;

  constructor(ports: CardPorts, stops: Stops, createStage: CreateStage, signal: AbortSignal) {
    this.#stops = stops;
    this.#mentions = ports.mentions;
    this.#events = ports;
    this.#signal = signal;
    this.#stage = this.#createStage(createStage);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      clearTimeout(this.#saying);
    });
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
  async setRing(mention: PageMention | undefined, reached: Reached | null = null): Promise<void> {
    this.#ring = mention;
    this.#reached = reached;
    this.#draw();
  }

  send(event: CardEvent): void {
    this.#keepPoint(event);
    const { state, waitMs }: Transition = transition(this.#state, event, this.#events.settings());
    if (state === this.#state) return;
    const isNewWait = state.token !== this.#state.token;
    this.#state = state;
    if (isNewWait) {
      clearTimeout(this.#timer);
      if (waitMs !== undefined)
        this.#timer = setTimeout(
          () => this.send({ type: 'elapsed', token: state.token, at: performance.now() }),
          // The pointer may have rested since before this script was there.
          waitMs - ('at' in event ? performance.now() - event.at : 0),
        );
    }
    if (state.hover.at === 'dwelling') void this.#fetch(state.hover.mention);
    void this.#present();
  }

  /** Whether a point belongs to the hover card: on it, or on the way to it. */
  holds(x: number, y: number): boolean {
    const { hover } = this.#state;
    return hover.at === 'open' && this.#stage.holds(hover.mention, x, y);
  }

  /** Takes what the reader does with a card, so that the page has no part in it. */
  takeEvent(event: Event): void {
    // The reader goes on by hand: the keyboard's ring has done its work.
    if (event.type === 'pointerdown' && this.#ring && !this.isTarget(event)) void this.setRing(undefined);
    this.#stage.take(event);
  }

  isTarget(event: Event): boolean {
    return this.#stage.isTarget(event);
  }

  /** Closes the hover card, if one is open. */
  closeOpen(): void {
    const { open } = this.shown;
    if (open !== undefined) this.#closeNow(open);
  }

  /** Closes a card, and takes it away at once: while it is modal, the page is inert and nothing in it can be met. */
  #closeNow(key: number): void {
    this.send({ type: 'closed', mention: key, at: performance.now() });
    this.#draw();
  }

  /** Tells the machine which mentions are left, and draws what stayed in its new place. */
  refresh(): void {
    if (this.#ring && !this.#mentions.byKey(this.#ring.key)) this.#ring = undefined;
    this.send({ type: 'gone', isAlive: (key) => this.#mentions.byKey(key) !== undefined });
    this.#draw();
  }

  /** A card stays at the line that it opened at, wherever the pointer goes then. */
  #keepPoint(event: CardEvent): void {
    if (event.type !== 'moved' && event.type !== 'opened' && event.type !== 'pinned') return;
    const { mention, point } = event;
    const { open, pinned } = this.shown;
    const isShown = (key: number) => key === open || pinned.includes(key);
    if (mention === null || isShown(mention)) return;
    for (const key of this.#points.keys()) if (!isShown(key)) this.#points.delete(key);
    if (point) this.#points.set(mention, point);
  }

  async #present(): Promise<void> {
    this.#events.onChange();
    const { hover, pinned } = this.#state;
    const wanted = [...pinned, ...(hover.at === 'open' ? [hover.mention] : [])];
    await Promise.all(wanted.map((key) => this.#fetch(key)));
    this.#draw();
  }

  // Starts with the dwell, so that the card is at hand when the dwell ends.
  async #fetch(key: number): Promise<void> {
    const mention = this.#mentions.byKey(key);
    if (!mention) return;
    // The cards that speak for this one are named in its reasons.
    const wanted = [mention.card, ...cardsIn(mention.evidence)].map((id) => this.#getCard(id));
    await Promise.all(wanted).catch(reportFailure);
  }

  async #getCard(id: string): Promise<Card | null> {
    if (this.#isOver()) return null;
    const known = this.#content.get(id);
    if (known) return known;
    const { card } = await ask('card.get', { card: id });
    this.#content.set(id, card);
    return card;
  }

  #createStage(create: CreateStage): Stage {
    return create(
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
        onEscape: () => this.send({ type: 'escaped', at: performance.now() }),
        onGrow: (key) => this.send({ type: 'grown', mention: key }),
        onStep: (key, direction) => this.#stepFrom(key, direction),
        onCorrect: (key, kind) => this.#correct(key, kind),
        onRefused: () => this.send({ type: 'gone', isAlive: () => false }),
        onSay: (words) => this.#say(words),
        getCard: (id) => this.#getCard(id),
        ...(canOpenPanel() && { onOpenPanel: () => ask('panel.open', {}) }),
      },
      this.#signal,
    );
  }

  // With the extension goes the text of its interface: nothing can be drawn any more.
  #isOver(): boolean {
    if (!isConnected()) this.#events.onGone();
    return this.#signal.aborted;
  }

  #draw(): void {
    if (this.#isOver()) return;
    const { hover, pinned } = this.#state;
    const scene: Scene = {
      cards: [
        ...pinned.map((key) => this.#stageCard(key, 'full', true, false)),
        hover.at === 'open'
          ? this.#stageCard(hover.mention, hover.extent, false, hover.takesFocus)
          : undefined,
      ].filter((card) => card !== undefined),
      ring: this.#ring?.range ?? null,
      reached: this.#reached,
      look: this.#events.settings(),
      said: this.#said,
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
    const same = this.#stops.counted(this.#waysOf(mention.card));
    const names = cardsIn(mention.evidence).map((id) => [id, this.#content.get(id)?.name ?? id] as const);
    return {
      key,
      card,
      range: mention.range,
      surface: mention.surface,
      extent,
      isPinned,
      takesFocus,
      point: this.#points.get(key),
      evidence: mention.evidence,
      names: Object.fromEntries(names),
      figures: figuresFor(this.#mentions, mention, card.figures),
      position: { index: same.findIndex((other) => other.key === key) + 1, total: same.length },
    };
  }

  async #correct(key: number, kind: CorrectionKind): Promise<void> {
    const mention = this.#mentions.byKey(key);
    if (!mention || this.#isOver()) return;
    const { card, surface } = mention;
    this.#events.onCorrected(await ask('correction.add', { kind, card, surface }));
    this.send({ type: 'closed', mention: key, at: performance.now() });
    this.#say(t(`correct_${kind}_done`, surface.replace(/\s+/g, ' ')));
  }

  #say(words: string): void {
    this.#said = words;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#said = null;
      this.#draw();
    }, SAY_MS);
    this.#draw();
  }

  #waysOf(card: string): readonly PageMention[] {
    const of = this.#mentions.inOrder();
    if (this.#ways?.of !== of) this.#ways = { of, byCard: new Map() };
    const { byCard } = this.#ways;
    const known = byCard.get(card);
    if (known) return known;
    const ways = this.#stops.among(of.filter((mention) => mention.card === card));
    byCard.set(card, ways);
    return ways;
  }

  #stepFrom(key: number, direction: 1 | -1): void {
    const from = this.#mentions.byKey(key);
    if (!from) return;
    // The page may show other things than when the card was opened.
    this.#ways = undefined;
    const ways = this.#waysOf(from.card);
    const order = direction === 1 ? ways : [...ways].reverse();
    const at = order.findIndex((other) => other.key === key);
    this.#closeNow(key);
    const onwards = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
    const next = this.#stops.goTo(onwards, new Scrolling());
    this.send({ type: 'opened', mention: (next ?? from).key, takesFocus: true });
  }
}

const cardsIn = (evidence: readonly Evidence[]) =>
  evidence.filter(({ kind }) => kind === 'card').map(({ text }) => text);

function reportFailure(error: unknown): void {
  // The extension was updated or removed: nothing to tell the reader of this page.
  console.debug('Sidelight could not open a card:', error);
}
