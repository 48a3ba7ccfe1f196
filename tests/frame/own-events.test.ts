// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenFirst, listenNoMore, takeFirst } from '../../src/frame/own-events';
import { byId, showPage } from './reader/read-blocks';

// Focus is the one thing that jsdom lets a reader do: its event is trusted.
const taken: Event[] = [];
let session: AbortController;
beforeEach(() => {
  showPage('<input id="field">');
  taken.length = 0;
  session = new AbortController();
});
afterEach(() => {
  byId('field').blur();
  session.abort();
});

const takeAll = (signal = session.signal) => takeFirst((event) => taken.push(event), signal);
const typesTaken = () => taken.map(({ type }) => type);

it('what the reader does is handed over, before a listener of the page’s window can stop it', () => {
  listenFirst(session.signal);
  takeAll();
  const ofPage = (event: Event) => event.stopImmediatePropagation();
  window.addEventListener('focus', ofPage, true);
  byId('field').focus();
  window.removeEventListener('focus', ofPage, true);
  expect(typesTaken()).toEqual(['focus', 'focusin']);
});

it.each(['pointermove', 'pointerover', 'pointerdown', 'click', 'keydown', 'focus'])(
  'a %s that a script makes is not',
  (type) => {
    listenFirst(session.signal);
    takeAll();
    byId('field').dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(taken).toEqual([]);
  },
);

it('nothing is handed over before listening, after it, or after the session', () => {
  takeAll();
  byId('field').focus();
  byId('field').blur();
  listenFirst(session.signal);
  listenNoMore();
  byId('field').focus();
  byId('field').blur();
  listenFirst(session.signal);
  session.abort();
  byId('field').focus();
  expect(taken).toEqual([]);
});

it('each event is handed over once, however often listening was asked for', () => {
  listenFirst(session.signal);
  listenFirst(session.signal);
  takeAll();
  byId('field').focus();
  expect(typesTaken()).toEqual(['focus', 'focusin']);
});

it('a session that follows another hears the reader, too', () => {
  listenFirst(session.signal);
  session.abort();
  const next = new AbortController();
  listenFirst(next.signal);
  takeAll(next.signal);
  byId('field').focus();
  next.abort();
  expect(typesTaken()).toEqual(['focus', 'focusin']);
});
