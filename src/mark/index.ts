import { attempt } from '../page/attempt';
import type { CreateMarks } from '../page/mark-script';
import { MARK_KEY, type MarkPorts } from '../page/mark-script';
import type { MentionList } from '../page/mention';
import { isConnected } from '../platform/content-runtime';
import { InputBinding } from './input-binding';
import { followKeys } from './keys';
import { LazyCard } from './lazy-card';
import { MarkChoice } from './mark-choice';
import { Painter } from './painter';
import { followPointer } from './pointer';

// The script that comes with a frame's first mention.
// - The frame decides, and calls `update`: mentions are painted, and there is input to follow while there are any.
// - The pointer's rests and clicks, and keys, go to the cards, whose script comes with the first that concerns a term.
// - The popup and the keyboard's way (`step`, `open`, `show`, `goBack`) come through the frame, and go to the cards too.

/** Events of a reader's activity or return. */
const READER_EVENTS = ['pointermove', 'pointerdown', 'scrollend', 'keydown', 'focus', 'visibilitychange'];

const createMarks: CreateMarks = (ports, signal) => {
  const { mentions } = ports;
  const choice = new MarkChoice(ports);
  const painter = new Painter(signal);
  const paint = () => paintMarks(painter, mentions, choice, card);
  const card: LazyCard = new LazyCard({ ...ports, mentions: choice.mentions, onChange: paint }, signal);
  const input = new InputBinding((bound) => followReader(ports, choice, card, painter, bound), signal);
  return {
    update(isDecided) {
      if (isDecided) {
        attempt(() => choice.update());
        attempt(paint);
      }
      attempt(() => input.update(mentions.size > 0));
      attempt(() => card.loaded?.refresh());
    },
    step: async (request) => (await card.load()).step(request),
    open: () => card.loaded?.open() ?? { isDone: false },
    async show(request) {
      const shown = (await card.load()).show(request);
      paint();
      return shown;
    },
    goBack() {
      card.loaded?.goBack();
      paint();
    },
  };
};

function paintMarks(painter: Painter, mentions: MentionList, choice: MarkChoice, card: LazyCard): void {
  const { open, pinned, flashed } = card.shown;
  const isOpen = (key: number) => key === open || key === flashed;
  const marked = [...mentions.all()].filter((mention) => choice.isMarked(mention) || isOpen(mention.key));
  painter.paint({
    open: marked.filter(({ key }) => isOpen(key)).map(({ range }) => range),
    pinned: marked.filter(({ key }) => pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
    rest: marked.filter(({ key }) => !pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
  });
}

function followReader(
  ports: MarkPorts,
  choice: MarkChoice,
  card: LazyCard,
  painter: Painter,
  signal: AbortSignal,
): void {
  // The extension may be gone, and the page may have taken marks away, which no event tells.
  const look = () => {
    if (isConnected()) painter.restore();
    else ports.onGone();
  };
  for (const type of READER_EVENTS)
    window.addEventListener(type, look, { capture: true, passive: true, signal });
  followPointer(ports, choice, card, signal);
  ports.addCaptureHandler((event) => {
    // Events on a card go no further than this.
    if (isConnected()) card.loaded?.handleEvent(event);
    else ports.onGone();
  }, signal);
  followKeys(ports, card, signal);
}

(globalThis as { [MARK_KEY]?: CreateMarks })[MARK_KEY] = createMarks;
