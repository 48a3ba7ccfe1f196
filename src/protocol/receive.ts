import type { MessageName, Request, Responses } from './messages';
import type { Reply } from './send';

/** The sender of a message, as the browser identifies it. */
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

/** The handlers of one context, each with a check of its senders. */
export type Handlers = {
  readonly [N in MessageName]?: { readonly from: (sender: Sender) => boolean; readonly answer: Handler<N> };
};

/** Checks a request: null where it is valid, else the problem; undefined for a message to another context. */
type Check = (name: string, request: unknown) => string | null | undefined;

type Listener = (message: unknown, sender: Sender, sendResponse: (reply: Reply) => void) => true | undefined;

/**
 * Creates a listener for `runtime.onMessage`. It ignores unknown messages and those of other contexts, and refuses an
 * invalid request or a sender that may not send it, with the reason.
 * @param handlers by message name
 * @param check validates each request
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
    // Synchronously: the permission that a click gives lasts for this task only.
    new Promise<Responses[MessageName]>((answer) => {
      answer((handler.answer as Handler<MessageName>)(request as Request<MessageName>, sender));
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
