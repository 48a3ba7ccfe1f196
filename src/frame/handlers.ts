import type { LazyScript } from '../page/lazy-script';
import type { MarkPart, MarkPorts } from '../page/mark-script';
import { contentRuntime, isConnected } from '../platform/content-runtime';
import { checkFrameRequest } from '../protocol/frame-requests';
import type { Request } from '../protocol/messages';
import { type Handlers, receive, type Sender } from '../protocol/receive';

interface Ports {
  stop(): void;
  /** Something else holds from now on. */
  renew(): void;
  report(): Request<'page.scanned'>;
  readonly marks: LazyScript<MarkPorts, MarkPart>;
}

type Listener = Parameters<ReturnType<typeof contentRuntime>['onMessage']['addListener']>[0];

/** Answers what the background asks of a frame, until the signal. */
export function answerBackground({ stop, renew, report, marks }: Ports, signal: AbortSignal): void {
  const { id, onMessage } = contentRuntime();
  const from = (sender: Sender) => sender.id === id && !sender.tab;
  const handlers: Handlers = {
    'frame.stop': { from, answer: () => done(stop) },
    'frame.renew': { from, answer: () => done(renew) },
    'frame.report': { from, answer: report },
    'frame.step': { from, answer: async (request) => (await marks.load()).step(request) },
    'frame.open': { from, answer: () => marks.loaded?.open() ?? { isDone: false } },
    'frame.show': { from, answer: async (request) => (await marks.load()).show(request) },
    'frame.return': { from, answer: () => done(() => marks.loaded?.goBack()) },
  };
  const listener = receive(handlers, checkFrameRequest) as Listener;
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isConnected()) onMessage.removeListener(listener);
  });
}

function done(act: () => void): Record<string, never> {
  act();
  return {};
}
