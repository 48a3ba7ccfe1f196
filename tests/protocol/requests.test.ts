import { describe, expect, it } from 'vitest';
import { checkFrameRequest } from '../../src/protocol/frame-requests';
import { checkBackgroundRequest, type MessageName, type Request } from '../../src/protocol/messages';

/** One good request for each message. */
const GOOD: { readonly [N in MessageName]: Request<N> } = {
  'site.ask': {},
  'page.scanned': {},
  'script.load': { script: 'mark' },
  'page.replaced': {},
  'table.get': { name: 'filter' },
  'blocks.read': { blocks: [{ text: 'Trainium', isHeading: false }] },
  'card.get': { card: 'trainium' },
  'panel.open': {},
  'correction.add': { kind: 'wrong', card: 'bedrock', surface: 'Bedrock' },
  'corrections.list': {},
  'correction.remove': { id: 'known:bedrock' },
  'sites.list': {},
  'store.erase': {},
  'tab.front': { tabId: 7 },
  'page.follow': { tabId: 7, connected: [0, 12] },
  'site.set': { site: 'news.example', enabled: false },
  'mention.show': { tabId: 7, card: 'trainium', direction: -1 },
  'mention.step': { direction: 1 },
  'mention.return': { tabId: 7 },
  'frame.report': {},
  'frame.stop': {},
  'frame.step': { direction: 1, from: 'here', before: 0, total: 12 },
  'frame.show': { card: 'trainium', direction: 1, from: 'edge' },
  'frame.return': {},
  'frame.renew': {},
  'frame.open': {},
  'mention.open': {},
};

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
    ['frame.step', 'a negative number before', { ...GOOD['frame.step'], before: -1 }],
  ])('%s refuses %s', (name, _what, request) => {
    expect(isAccepted(name, request)).toBe(false);
  });
});
