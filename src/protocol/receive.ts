import type { MessageName, Request, Responses } from './messages';
import type { Reply } from './send';

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** Answers one message. */
export type Handler<N extends MessageName> = (
  request: Request<N>,
  sender: Sender,
) => Responses[N] | Promise<Responses[N]>;

/** The handlers of one context, and who may call each. */
export type Handlers = {
  readonly [N in MessageName]?: { readonly from: (sender: Sender) => boolean; readonly answer: Handler<N> };
};

/** Checks a request: null where it is good, what is wrong with it otherwise; undefined for another context's message. */
type Check = (name: string, request: unknown) => string | null | undefined;

type Listener = (message: unknown, sender: Sender, sendResponse: (reply: Reply) => void) => true | undefined;

/**
 * Makes the listener for `runtime.onMessage` out of handlers. A message that is no message of ours, or that another
 * context answers, is left alone; one with a junk request or the wrong sender is refused with the reason.
 * @param check what each request must look like
 */
export function receive(handlers: Handlers, check: Check): Listener {
  return (message, sender, sendResponse) => {
    const name = nameOf(message);
    const handler = name && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    const request = name && (message as { request?: unknown }).request;
    const problem = name && check(name, request);
    if (!handler || problem === undefined) return undefined;
    if (!handler.from(sender)) {
      sendResponse({ ok: false, error: `${name} may not be sent from there.` });
      return undefined;
    }
    if (problem !== null) {
      sendResponse({ ok: false, error: `${name} was refused: ${problem}` });
      return undefined;
    }
    // At once, while the reader's click that the message may stand for still counts as one.
    new Promise<Responses[MessageName]>((resolve) => {
      resolve((handler.answer as Handler<MessageName>)(request as Request<MessageName>, sender));
    }).then(
      (response) => sendResponse({ ok: true, response }),
      (error: unknown) =>
        sendResponse({ ok: false, error: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  };
}

function nameOf(message: unknown): MessageName | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  const { name } = message;
  return typeof name === 'string' ? (name as MessageName) : undefined;
}
