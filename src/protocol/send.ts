import type { MessageName, Request, Responses } from './messages';

/** What travels: a message's name with its request. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly request: Request<N>;
}

/** What comes back. */
export type Reply<N extends MessageName = MessageName> =
  | { readonly ok: true; readonly response: Responses[N] }
  | { readonly ok: false; readonly error: string };

/** Something that carries an envelope to the other side: `runtime.sendMessage`, or `tabs.sendMessage` of one frame. */
export type Transport = (envelope: Envelope) => Promise<unknown>;

/** The other side's no, in words for the reader. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * Sends a message and waits for its answer.
 * @throws Refusal with the other side's words where it refused; Error where nobody answered
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
