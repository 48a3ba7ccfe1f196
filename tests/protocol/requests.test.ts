import { describe, expect, it } from 'vitest';
import { checkFrameRequest } from '../../src/protocol/frame-requests';
import { checkBackgroundRequest, type MessageName } from '../../src/protocol/messages';
import { GOOD } from './good-requests';

const isAccepted = (name: MessageName, request: unknown) => {
  const check = name.startsWith('frame.') ? checkFrameRequest : checkBackgroundRequest;
  return check(name, request) === null;
};
const wrongFor = (value: unknown) =>
  ({ string: [7, null, {}], number: ['7', null, Number.NaN], boolean: ['true', 0, null] })[
    typeof value as 'string'
  ] ?? [{}, 'text', null];

describe.each(Object.keys(GOOD) as MessageName[])('%s', (name) => {
  const good: Record<string, unknown> = GOOD[name];

  it('accepts a good request', () => {
    expect(isAccepted(name, good)).toBe(true);
  });

  it('refuses what is no object', () => {
    for (const junk of [undefined, null, 0, 'text', true, ['text'], () => good])
      expect(isAccepted(name, junk)).toBe(false);
  });

  it('refuses a field too many', () => {
    expect(isAccepted(name, { ...good, extra: 1 })).toBe(false);
    expect(isAccepted(name, { ...good, html: '<b>' })).toBe(false);
  });

  it('refuses a field too few', () => {
    for (const field of Object.keys(good)) {
      const { [field]: _gone, ...rest } = good;
      expect(isAccepted(name, rest), field).toBe(false);
    }
  });

  it('refuses a field of the wrong type', () => {
    for (const [field, value] of Object.entries(good))
      for (const wrong of wrongFor(value))
        expect(isAccepted(name, { ...good, [field]: wrong }), `${field}: ${String(wrong)}`).toBe(false);
  });
});

describe('a request to read blocks', () => {
  const blocks = [{ text: 'Trainium', isHeading: true }];

  it('may bring the page’s title', () => {
    expect(isAccepted('blocks.read', { blocks, page: { title: '', url: 'https://a.example' } })).toBe(true);
    for (const page of [null, 'title', { title: 'x' }, { title: 1, url: 'https://a.example' }])
      expect(isAccepted('blocks.read', { blocks, page })).toBe(false);
  });

  it('is refused where a block is none', () => {
    for (const block of [null, 'text', { text: 'x' }, { text: 1, isHeading: true }])
      expect(isAccepted('blocks.read', { blocks: [block] })).toBe(false);
  });
});

it('leaves what is for another context', () => {
  expect(checkFrameRequest('card.get', {})).toBeUndefined();
  expect(checkBackgroundRequest('frame.stop', {})).toBeUndefined();
  for (const name of ['toString', '__proto__', 'card.delete']) {
    expect(checkFrameRequest(name, {})).toBeUndefined();
    expect(checkBackgroundRequest(name, {})).toBeUndefined();
  }
});

it('says what is wrong, and with which field', () => {
  expect(checkBackgroundRequest('tab.front', { tabId: -1 })).toMatch(/\S+ \(tabId\)$/);
  expect(checkBackgroundRequest('tab.front', 7)).toMatch(/\S+ \(request\)$/);
  expect(checkBackgroundRequest('site.set', {})).toMatch(/\(site\); .*\(enabled\)$/);
});

it.each<[MessageName, object]>([
  ['frame.step', { direction: -1, from: 'view', before: 0, total: 1_000_000 }],
  ['frame.step', { direction: 1, from: 'edge', before: 1_000_000, total: 0 }],
  ['frame.show', { card: 'x'.repeat(80), direction: -1, from: 'here' }],
  ['card.get', { card: 'x'.repeat(80) }],
])('%s accepts %j', (name, request) => {
  expect(isAccepted(name, request)).toBe(true);
});

describe('numbers and texts out of bounds', () => {
  it.each<[MessageName, string, unknown]>([
    ['card.get', 'a name beyond any length', { card: 'x'.repeat(81) }],
    ['tab.front', 'a negative tab', { tabId: -1 }],
    ['tab.front', 'half a tab', { tabId: 0.5 }],
    ['site.set', 'a site without a name', { site: '', enabled: true }],
    ['site.set', 'a name longer than any host', { site: 'x'.repeat(256), enabled: true }],
    ['correction.add', 'an unknown kind', { ...GOOD['correction.add'], kind: 'right' }],
    ['correction.add', 'an empty form', { ...GOOD['correction.add'], surface: '' }],
    ['correction.add', 'a form beyond any length', { ...GOOD['correction.add'], surface: 'x'.repeat(1_001) }],
    ['mention.step', 'no direction', { direction: 0 }],
    ['mention.step', 'two steps', { direction: 2 }],
    ['frame.step', 'an unknown start', { ...GOOD['frame.step'], from: 'top' }],
    ['frame.step', 'more than any page has', { ...GOOD['frame.step'], total: 1_000_001 }],
    ['frame.show', 'a card without a name', { ...GOOD['frame.show'], card: '' }],
    ['frame.show', 'a name beyond any length', { ...GOOD['frame.show'], card: 'x'.repeat(81) }],
    ['frame.step', 'a negative number before', { ...GOOD['frame.step'], before: -1 }],
  ])('%s refuses %s', (name, _what, request) => {
    expect(isAccepted(name, request)).toBe(false);
  });
});
