import type { LazyScript } from '../page/lazy-script';
import type { MarkPart, MarkPorts } from '../page/mark-script';
import { contentRuntime, isConnected } from '../platform/content-runtime';
import { checkFrameRequest } from '../protocol/frame-requests';
import { type Handlers, receive, type Sender } from '../protocol/receive';
import type { Reporter } from './report';

interface Ports {
  stop(): void;
  /** Something else holds from now on. */
  renew(): void;
  readonly reporter: Reporter;
  readonly marks: LazyScript<MarkPorts, MarkPart>;
}

type Listener = Parameters<ReturnType<typeof contentRuntime>['onMessage']['addListener']>[0];

/** Answers what the background asks of a frame, until the signal. */
export function answerBackground({ stop, renew, reporter, marks }: Ports, signal: AbortSignal): void {
  const { id, getURL, onMessage } = contentRuntime();
  const from = (sender: Sender) => sender.id === id && !sender.tab;
  /** The extension's own pages, also those in a tab; no script in a page. */
  const isOwnPage = ({ id: by, url, tab }: Sender) =>
    by === id && (!tab || url?.startsWith(getURL('')) === true);
  const handlers: Handlers = {
    'frame.stop': { from, answer: () => done(stop) },
    'frame.renew': { from, answer: () => done(renew) },
    'frame.report': { from: isOwnPage, answer: () => ({ answer: reporter.answer() }) },
    'frame.step': {
      from,
      async answer(request) {
        const stepped = await (await marks.load()).step(request);
        if (stepped.moved) reporter.reach();
        return stepped;
      },
    },
    'frame.open': { from, answer: () => marks.loaded?.open() ?? { isDone: false } },
    'frame.show': {
      from,
      async answer(request) {
        const shown = await (await marks.load()).show(request);
        if (shown.position > 0) reporter.reach();
        return shown;
      },
    },
    'frame.return': {
      from,
      answer: () =>
        done(() => {
          marks.loaded?.goBack();
          reporter.reach(false);
        }),
    },
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
