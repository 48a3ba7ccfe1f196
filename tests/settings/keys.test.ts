import { describe, expect, it } from 'vitest';
import { siteOf } from '../../src/settings/keys';

describe('siteOf', () => {
  it.each([
    ['https://news.example/story?id=7#top', 'news.example'],
    ['http://News.Example:8080/', 'news.example'],
    ['https://www.news.example/', 'www.news.example'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['file:///home/reader/notes.html', 'local files'],
    ['chrome://settings/', null],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['not an address', null],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});
