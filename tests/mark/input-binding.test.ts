// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputBinding } from '../../src/mark/input-binding';

let session: AbortController;
let heard: number;
let input: InputBinding;

beforeEach(() => {
  session = new AbortController();
  heard = 0;
  input = new InputBinding(
    (signal) => document.documentElement.addEventListener('pointermove', () => heard++, { signal }),
    session.signal,
  );
});
afterEach(() => session.abort());

/** How many listeners hear a move of the pointer. */
function move(): number {
  heard = 0;
  document.documentElement.dispatchEvent(new Event('pointermove'));
  return heard;
}

it('a page without a mention is not listened to', () => {
  input.update(false);
  expect(move()).toBe(0);
});

it('a page with mentions is listened to once, however often it is updated', () => {
  input.update(true);
  input.update(true);
  expect(move()).toBe(1);
});

it('a page that loses its mentions loses the listeners, and gets them back with the next mention', () => {
  input.update(true);
  input.update(false);
  expect(move()).toBe(0);
  input.update(true);
  expect(move()).toBe(1);
});

it('a page that gets a new root element is listened to again, and nothing is heard twice', () => {
  input.update(true);
  const former = document.documentElement;
  former.replaceWith(document.createElement('html'));
  expect(move()).toBe(0);
  input.update(true);
  expect(move()).toBe(1);
  former.dispatchEvent(new Event('pointermove'));
  expect(heard).toBe(1);
});

it('nothing is heard after the session', () => {
  input.update(true);
  session.abort();
  expect(move()).toBe(0);
});
