import type { MessageName, Request, Responses } from './messages';

/** A message: its name and its request. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly request: Request<N>;
}

/** The reply to a message. */
export type Reply<N extends MessageName = MessageName> =
  | { readonly ok: true; readonly response: Responses[N] }
  | { readonly ok: false; readonly error: string };

/** Sends an envelope: `runtime.sendMessage`, or `tabs.sendMessage` to one frame. */
export type Transport = (envelope: Envelope) => Promise<unknown>;

/** The receiver's refusal, with a message for the reader. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * Sends a message and waits for its answer.
 * @throws Refusal where the receiver refused; Error where nobody answered
 */
export async function sendVia<N extends MessageName>(
  carrier: Transport,
  name: N,
  request: Request<N>,
): Promise<Responses[N]> {
  const reply = (await carrier({ name, request } as Envelope)) as Reply<N> | undefined;
  if (!reply) throw new Error(`Nobody answered ${name}.`);
  if (!reply.ok) throw new Refusal(reply.error);
  return reply.response;
}
