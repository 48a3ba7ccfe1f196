import type { CorrectionKind } from '../core/corrections';
import type { Evidence } from '../core/evidence';
import { ask } from '../page/ask';
import type { CardEvent, CardPorts } from '../page/card-script';
import { figuresFor } from '../page/figures';
import type { MentionList, PageMention } from '../page/mention';
import { canOpenPanel, isConnected } from '../platform/content-runtime';
import type { Responses } from '../protocol/messages';
import { CardPlaces } from './card-places';
import { type CardState, INITIAL, type Transition, topOf, transition } from './machine';
import type { ReachableMentions } from './navigation/reachable-mentions';
import { stepBeside } from './navigation/step-beside';
import { Outcomes } from './outcomes';
import type { CreateOverlay, Overlay, OverlayEvents, Reached, Scene, SceneCard } from './overlay';
import type { Tone } from './page-tone';

/** The cards of one frame: runs the state machine, fetches what a card needs, and hands scenes to the overlay. */
export class Cards {
  readonly #mentions: MentionList;
  readonly #signal: AbortSignal;
  readonly #events: CardPorts;
  readonly #overlay: Overlay;
  readonly #reachable: ReachableMentions;
  readonly #content = new Map<string, Responses['card.get']>();
  readonly #places = new CardPlaces();
  readonly #outcomes: Outcomes;
  #state: CardState = INITIAL;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ring: PageMention | undefined;
  #reached: Reached | null = null;

  constructor(
    ports: CardPorts,
    reachable: ReachableMentions,
    createOverlay: CreateOverlay,
    signal: AbortSignal,
  ) {
    this.#reachable = reachable;
    this.#mentions = ports.mentions;
    this.#events = ports;
    this.#signal = signal;
    this.#outcomes = new Outcomes(() => this.#draw(), signal);
    this.#overlay = createOverlay(this.#overlayEvents());
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
  async setRing(mention: PageMention | undefined, reached: Reached | null = null): Promise<void> {
    this.#ring = mention;
    this.#reached = reached;
    this.#draw();
  }

  send(event: CardEvent): void {
    this.#recordPoint(event);
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

  /** Whether a point (viewport pixels) is on the hover card, or in the corridor from its term to it. */
  containsPoint(x: number, y: number): boolean {
    const { hover } = this.#state;
    return hover.at === 'open' && this.#overlay.containsPoint(hover.mention, x, y);
  }

  /** Handles a reader's event, before the page can see it if it is for a card. */
  handleEvent(event: Event): void {
    // The reader continues by pointer: the keyboard's ring is no longer needed.
    if (event.type === 'pointerdown' && this.#ring && !this.isTarget(event)) void this.setRing(undefined);
    this.#overlay.handleEvent(event);
  }

  isTarget(event: Event): boolean {
    return this.#overlay.isTarget(event);
  }

  /** Sends Escape into the top card. @returns whether it closed something in it */
  handleEscape(event: KeyboardEvent): boolean {
    return this.#overlay.handleEscape(event);
  }

  /** Closes the hover card, if one is open. */
  closeOpen(): void {
    const { open } = this.shown;
    if (open !== undefined) this.#closeNow(open);
  }

  /** Closes a card and removes it at once: while it is modal, the page is inert and no hit test finds anything in it. */
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

  #recordPoint(event: CardEvent): void {
    if (event.type !== 'moved' && event.type !== 'opened' && event.type !== 'pinned') return;
    const { mention, point } = event;
    const { open, pinned } = this.shown;
    const isShown = (key: number) => key === open || pinned.includes(key);
    if (mention === null || isShown(mention)) return;
    this.#places.keepOnly(isShown);
    if (point) this.#places.setPoint(mention, point);
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

  async #getCard(id: string): Promise<Responses['card.get']> {
    if (this.#hasEnded()) return { card: null, paragraphs: [] };
    const known = this.#content.get(id);
    if (known) return known;
    const found = await ask('card.get', { card: id });
    this.#content.set(id, found);
    return found;
  }

  #overlayEvents(): OverlayEvents {
    return {
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
      onExpand: (key) => this.send({ type: 'expanded', mention: key }),
      onStep: (key, direction) => this.#stepFrom(key, direction),
      onCorrect: (key, kind) => this.#correct(key, kind),
      onRefused: () => this.send({ type: 'gone', isAlive: () => false }),
      onAnnounce: (words) => this.#outcomes.announce(words),
      onOpenAtlas: (card) => ask('atlas.open', { card }),
      onUndo: () => void this.#undoCorrection().catch(reportFailure),
      onToastOver: () => this.#outcomes.dropToast(),
      getCard: (id) => this.#getCard(id),
      ...(canOpenPanel() && { onOpenPanel: () => ask('panel.open', {}) }),
    };
  }

  // With the extension goes the text of its interface: nothing can be drawn any more.
  #hasEnded(): boolean {
    if (!isConnected()) this.#events.onGone();
    return this.#signal.aborted;
  }

  #draw(): void {
    if (this.#hasEnded()) return;
    const { hover, pinned } = this.#state;
    const scene: Scene = {
      cards: [
        ...pinned.map((key) => this.#sceneCard(key, 'full', true, false)),
        hover.at === 'open'
          ? this.#sceneCard(hover.mention, hover.extent, false, hover.takesFocus)
          : undefined,
      ].filter((card) => card !== undefined),
      ring: this.#ring?.range ?? null,
      reached: this.#reached,
      appearance: this.#events.settings(),
      announcement: this.#outcomes.announcement,
      toast: this.#outcomes.toast,
    };
    this.#overlay.show(scene);
  }

  #sceneCard(
    key: number,
    extent: 'peek' | 'full',
    isPinned: boolean,
    takesFocus: boolean,
  ): SceneCard | undefined {
    const mention = this.#mentions.byKey(key);
    const { card = null, paragraphs = [] } = (mention && this.#content.get(mention.card)) ?? {};
    if (!mention || !card) return undefined;
    const same = this.#reachable.uncovered(this.#reachable.ofCard(mention.card, this.#mentions.inOrder()));
    const names = cardsIn(mention.evidence).map(
      (id) => [id, this.#content.get(id)?.card?.name ?? id] as const,
    );
    return {
      key,
      slot: this.#places.slotOf(key),
      card,
      paragraphs,
      range: mention.range,
      surface: mention.surface,
      extent,
      tone: this.#toneOf(mention),
      isPinned,
      takesFocus,
      point: this.#places.pointOf(key),
      evidence: mention.evidence,
      names: Object.fromEntries(names),
      figures: figuresFor(this.#mentions, mention, card.figures),
      position: { index: same.findIndex((other) => other.key === key) + 1, total: same.length },
    };
  }

  #toneOf({ key, range }: PageMention): Tone | undefined {
    return this.#events.settings().theme === 'system' ? this.#places.toneOf(key, range) : undefined;
  }

  async #correct(key: number, kind: CorrectionKind): Promise<void> {
    const mention = this.#mentions.byKey(key);
    if (!mention || this.#hasEnded()) return;
    const { card, surface } = mention;
    const request = { kind, card, surface };
    const { left = 0, top = 0 } = this.#overlay.boxOf(key) ?? {};
    const place = { at: { x: left, y: top }, tone: this.#toneOf(mention) };
    this.#events.onCorrected(await ask('correction.add', request));
    this.send({ type: 'closed', mention: key, at: performance.now() });
    this.#outcomes.setCorrected(request, place);
  }

  async #undoCorrection(): Promise<void> {
    const { correction } = this.#outcomes;
    if (!correction || this.#hasEnded()) return;
    this.#events.onCorrected(await ask('correction.undo', correction));
    this.#outcomes.setUndone();
  }

  /** The page moves, and not the card: the next mention comes to the line of the last one, if it can. */
  #stepFrom(key: number, direction: 1 | -1): void {
    const from = this.#mentions.byKey(key);
    if (!from) return;
    // The page may show other things than when the card was opened.
    this.#reachable.forget();
    const reachable = this.#reachable.ofCard(from.card, this.#mentions.inOrder());
    const order = direction === 1 ? reachable : [...reachable].reverse();
    const at = order.findIndex((other) => other.key === key);
    const onwards = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
    const next = this.#overlay.withoutModal(() =>
      stepBeside(this.#overlay.boxOf(key), from.range, (scrolling) =>
        this.#reachable.scrollToFirst(onwards, scrolling),
      ),
    );
    if (!next) return;
    this.#places.step(key, next.key);
    this.send({ type: 'stepped', from: key, to: next.key });
  }
}

const cardsIn = (evidence: readonly Evidence[]) =>
  evidence.filter(({ kind }) => kind === 'card').map(({ text }) => text);

function reportFailure(error: unknown): void {
  // The extension was updated or removed: nothing to tell the reader of this page.
  console.debug('Sidelight could not open a card:', error);
}
