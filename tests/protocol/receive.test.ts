import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkBackgroundRequest } from '../../src/protocol/messages';
import { type Handlers, receive, type Sender } from '../../src/protocol/receive';
import type { Reply } from '../../src/protocol/send';

const NO_CARD = { card: null, paragraphs: [] };
const friend: Sender = { id: 'sidelight', frameId: 0, tab: { id: 1 } };

/** A listener for `card.get`, and what came of a message. */
function listen(answer: NonNullable<Handlers['card.get']>['answer'] = () => NO_CARD) {
  const handler = vi.fn(answer);
  const listener = receive(
    { 'card.get': { from: (sender) => sender.id === 'sidelight', answer: handler } },
    checkBackgroundRequest,
  );
  const tell = async (message: unknown, sender = friend) => {
    const replies: Reply[] = [];
    let replied = () => {};
    const reply = new Promise<void>((resolve) => {
      replied = resolve;
    });
    const isLeft = listener(message, sender, (answered) => {
      replies.push(answered);
      replied();
    });
    if (isLeft) await reply;
    return { replies, waits: isLeft === true };
  };
  return { tell, handler };
}

describe('receive', () => {
  it('answers a good request, and keeps the channel open for it', async () => {
    const { tell, handler } = listen();
    const { replies, waits } = await tell({ name: 'card.get', request: { card: 'trainium' } });
    expect(handler).toHaveBeenCalledExactlyOnceWith({ card: 'trainium' }, friend);
    expect(replies).toEqual([{ ok: true, response: NO_CARD }]);
    expect(waits).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'card.get'],
    ['a list', ['card.get']],
    ['no name', { request: { card: 'x' } }],
    ['a name that is no text', { name: 7, request: {} }],
    ['an unknown name', { name: 'card.delete', request: {} }],
    ['a name that every object has', { name: 'toString', request: {} }],
    ['the name of a prototype', { name: '__proto__', request: {} }],
    ['a message that another context answers', { name: 'frame.stop', request: {} }],
  ])('leaves %s unanswered', async (_what, message) => {
    const { tell, handler } = listen();
    expect(await tell(message)).toEqual({ replies: [], waits: false });
    expect(handler).not.toHaveBeenCalled();
  });

  it('refuses the wrong sender, whatever it asks', async () => {
    const { tell, handler } = listen();
    for (const request of [{ card: 'trainium' }, { junk: 1 }]) {
      const { replies, waits } = await tell({ name: 'card.get', request }, { id: 'another' });
      expect(replies).toEqual([{ ok: false, error: 'card.get may not be sent from there.' }]);
      expect(waits).toBe(false);
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([undefined, {}, { card: 7 }, { card: 'x', extra: 1 }])(
    'refuses the junk request %j with the reason',
    async (request) => {
      const { tell, handler } = listen();
      const { replies } = await tell({ name: 'card.get', request });
      expect(replies).toEqual([{ ok: false, error: expect.stringMatching(/^card\.get was refused: \S/) }]);
      expect(handler).not.toHaveBeenCalled();
    },
  );

  it('never throws and never lets junk through, whatever the request', async () => {
    const { tell, handler } = listen();
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (request) => {
        handler.mockClear();
        const [reply] = (await tell({ name: 'card.get', request })).replies;
        const isGood = handler.mock.calls.every(([{ card }]) => typeof card === 'string' && card !== '');
        expect(isGood && reply?.ok).toBe(handler.mock.calls.length > 0);
      }),
    );
  });

  it.each<[string, () => never, string]>([
    [
      'an error',
      () => {
        throw new Error('The store is full.');
      },
      'The store is full.',
    ],
    [
      'what is no error',
      () => {
        throw 'plainly';
      },
      'plainly',
    ],
  ])('sends %s that a handler throws back as text', async (_what, fail, error) => {
    const message = { name: 'card.get', request: { card: 'x' } };
    expect((await listen(fail).tell(message)).replies).toEqual([{ ok: false, error }]);
    expect((await listen(async () => fail()).tell(message)).replies).toEqual([{ ok: false, error }]);
  });
});
