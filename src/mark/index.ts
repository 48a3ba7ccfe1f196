import type { CreateMarks } from '../page/mark-script';
import { MARK_KEY, type MarkPorts } from '../page/mark-script';
import { passOver } from '../page/pass-over';
import { isConnected } from '../platform/content-runtime';
import { InputBinding } from './input-binding';
import { followKeys } from './keys';
import { LazyCard } from './lazy-card';
import { Painter } from './painter';
import { followPointer } from './pointer';

// The script that comes with a frame's first mention.
// - The frame decides, and calls `update`: mentions are painted, and there is input to follow while there are any.
// - The pointer's rests and clicks, and keys, go to the cards, whose script comes with the first that concerns a term.
// - The popup and the keyboard's way (`step`, `open`, `show`, `goBack`) come through the frame, and go to the cards too.

/** What a reader does, or what tells that a reader is back. */
const READER_EVENTS = ['pointermove', 'pointerdown', 'scrollend', 'keydown', 'focus', 'visibilitychange'];

const createMarks: CreateMarks = (ports, signal) => {
  const { mentions } = ports;
  const painter = new Painter(signal);
  const paint = () => paintMarks(painter, ports, card);
  const card: LazyCard = new LazyCard({ ...ports, onChange: paint }, signal);
  const input = new InputBinding((bound) => followReader(ports, card, painter, bound), signal);
  return {
    update(isDecided) {
      if (isDecided) passOver(paint);
      passOver(() => input.update(mentions.size > 0));
      passOver(() => card.loaded?.refresh());
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

function paintMarks(painter: Painter, { mentions }: MarkPorts, card: LazyCard): void {
  const { open, pinned, flashed } = card.shown;
  const isOpen = (key: number) => key === open || key === flashed;
  const marked = [...mentions.all()].filter((mention) => mention.isMarked || isOpen(mention.key));
  painter.paint({
    open: marked.filter(({ key }) => isOpen(key)).map(({ range }) => range),
    pinned: marked.filter(({ key }) => pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
    rest: marked.filter(({ key }) => !pinned.includes(key) && !isOpen(key)).map(({ range }) => range),
  });
}

function followReader(ports: MarkPorts, card: LazyCard, painter: Painter, signal: AbortSignal): void {
  // The extension may be gone, and the page may have taken marks away, which no event tells.
  const look = () => {
    if (isConnected()) painter.restore();
    else ports.onGone();
  };
  for (const type of READER_EVENTS)
    window.addEventListener(type, look, { capture: true, passive: true, signal });
  followPointer(ports, card, signal);
  ports.takeFirst((event) => {
    // What is done on a card comes no further than this.
    if (isConnected()) card.loaded?.takeEvent(event);
    else ports.onGone();
  }, signal);
  followKeys(ports, card, signal);
}

(globalThis as { [MARK_KEY]?: CreateMarks })[MARK_KEY] = createMarks;
