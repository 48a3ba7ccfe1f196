// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SEAM_CHARACTER } from '../../src/core/tokenize';

import { byId, showPage } from '../frame/reader/read-blocks';

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Has a text node throw whatever is asked of it. */
function breakText(node: Node | null): void {
  for (const name of ['data', 'length', 'substringData'])
    Object.defineProperty(node, name, {
      get() {
        throw new Error('a node that throws');
      },
    });
}

it('ends nothing else, and is told once a document', async () => {
  const { attempt } = await import('../../src/page/attempt');
  const told = vi.spyOn(console, 'debug').mockImplementation(() => {});
  const fail = () => {
    throw new Error('no');
  };
  expect([attempt(fail), attempt(() => 2), attempt(fail)]).toEqual([undefined, 2, undefined]);
  expect(told.mock.calls.map(([prefix]) => prefix)).toEqual(['Sidelight:']);
});

it('has the scan go on behind a text that throws', async () => {
  const { TextScan } = await import('../../src/frame/reader/text-scan');
  const told = vi.spyOn(console, 'debug').mockImplementation(() => {});
  const body = showPage('<p>one</p><p id="broken">two</p><p>three</p><p id="too">four</p><p>five</p>');
  breakText(byId('broken').firstChild);
  breakText(byId('too').firstChild);
  const passage = new TextScan(body).next();
  expect(passage?.text.split(SEAM_CHARACTER)).toEqual(['one', 'three', 'five', '']);
  expect(passage?.nodes).toHaveLength(3);
  expect(told).toHaveBeenCalledTimes(1);
});

it('has a text end that becomes shorter while it is being read', async () => {
  const { TextScan } = await import('../../src/frame/reader/text-scan');
  const body = showPage(`<p id="long">${'long words '.repeat(30_000)}</p><p>next</p>`);
  const scan = new TextScan(body);
  scan.next();
  (byId('long').firstChild as Text).data = 'short';
  const rest: string[] = [];
  for (let passage = scan.next(); passage && rest.length < 10; passage = scan.next()) rest.push(passage.text);
  expect(rest.length).toBeLessThan(10);
  expect(rest.join('')).toContain('next');
});
