import * as v from 'valibot';
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

/** Guards by message name. */
type Guards = Readonly<Record<MessageName, v.GenericSchema>>;

type Listener = (message: unknown, sender: Sender, sendResponse: (reply: Reply) => void) => true | undefined;

/**
 * Makes the listener for `runtime.onMessage` out of handlers. A message that is no message of ours, or that another
 * context answers, is left alone; one with a junk request or the wrong sender is refused with the reason.
 * @param requests what each message must look like
 */
export function receive(handlers: Handlers, requests: Partial<Guards>): Listener {
  return (message, sender, sendResponse) => {
    const name = nameOf(message);
    const handler = name && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    const guard = name && requests[name];
    if (!handler || !guard) return undefined;
    if (!handler.from(sender)) {
      sendResponse({ ok: false, error: `${name} may not be sent from there.` });
      return undefined;
    }
    const request = v.safeParse(guard, (message as { request?: unknown }).request);
    if (!request.success) {
      sendResponse({ ok: false, error: `${name} was refused: ${request.issues.map(describe).join('; ')}` });
      return undefined;
    }
    Promise.resolve()
      .then(() => (handler.answer as Handler<MessageName>)(request.output as Request<MessageName>, sender))
      .then(
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

function describe(issue: v.BaseIssue<unknown>): string {
  return `${issue.message} (${v.getDotPath(issue) ?? 'request'})`;
}
