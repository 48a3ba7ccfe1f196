// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addCaptureHandler, startCapture } from '../../src/frame/event-capture';
import { PageMentions } from '../../src/frame/reader/mentions';
import type { LazyCard } from '../../src/mark/lazy-card';
import { MarkChoice } from '../../src/mark/mark-choice';
import { followPointer } from '../../src/mark/pointer';
import type { MarkPorts } from '../../src/page/mark-script';
import { DEFAULTS } from '../../src/settings/schema';

// jsdom lays nothing out, and what the extension asks of nodes it takes from their prototypes when it starts.
vi.hoisted(() => {
  Document.prototype.elementsFromPoint = () => [];
  class NoObserver {
    observe = () => undefined;
    disconnect = () => undefined;
  }
  vi.stubGlobal('IntersectionObserver', NoObserver);
});

const send = vi.fn();
let session: AbortController;

beforeEach(() => {
  send.mockClear();
  session = new AbortController();
  startCapture(session.signal);
  // A card is open: what the pointer does elsewhere would close it.
  const card = { send, loaded: undefined, shown: { open: 7, pinned: [], flashed: undefined } };
  const ports = {
    mentions: new PageMentions(),
    shadowRoots: () => [],
    settings: () => DEFAULTS,
    addCaptureHandler,
  } as unknown as MarkPorts;
  followPointer(ports, new MarkChoice(ports), card as unknown as LazyCard, session.signal);
});
afterEach(() => session.abort());

it.each(['pointermove', 'pointerover', 'pointerleave', 'click'])(
  'a %s that a script makes neither opens nor closes a card',
  (type) => {
    document.documentElement.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
    expect(send).not.toHaveBeenCalled();
  },
);
