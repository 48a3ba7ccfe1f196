import { expect, test, vi } from 'vitest';
import { sendVia } from '../../src/protocol/send';

const ask = (answer: unknown) => sendVia(async () => answer, 'card.get', { card: 'trainium' });

test('what travels is the name with its request', async () => {
  const carry = vi.fn(async () => ({ ok: true, response: { card: null } }));
  await sendVia(carry, 'card.get', { card: 'trainium' });
  expect(carry).toHaveBeenCalledExactlyOnceWith({ name: 'card.get', request: { card: 'trainium' } });
});

test('the answer comes back', async () => {
  expect(await ask({ ok: true, response: { card: null } })).toEqual({ card: null });
});

test('a refusal comes back in the words of the other side', async () => {
  await expect(ask({ ok: false, error: 'Not from there.' })).rejects.toThrow('Not from there.');
});

test('no answer is an error that names the message', async () => {
  await expect(ask(undefined)).rejects.toThrow('Nobody answered card.get.');
});

test('a broken channel is an error', async () => {
  const broken = sendVia(() => Promise.reject(new Error('Port closed.')), 'site.ask', {});
  await expect(broken).rejects.toThrow('Port closed.');
});
