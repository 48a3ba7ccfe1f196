// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { KeptCorrection } from '../../../src/core/corrections';
import { Refusal } from '../../../src/protocol/send';
import { button, click } from '../../ui/render-into';
import { openOptions } from './open-options';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser'));

const AT = Date.UTC(2026, 4, 3, 12);
const site = 'news.example';
const corrections: readonly KeptCorrection[] = [
  { id: 'w', kind: 'wrong', site, card: 'bedrock', surface: 'Bedrock', at: AT },
  { id: 'n', kind: 'never', site: 'local files', surface: 'Gemini', at: AT },
  { id: 'k', kind: 'known', card: 'trainium', surface: 'Trainium chips', at: AT },
];
const rows = (section: HTMLElement) =>
  [...section.querySelectorAll(':scope > ul > li')].map((row) => row.textContent);

test('where nothing was chosen, each section says so', async () => {
  const options = await openOptions();
  expect(options.section('Corrections').textContent).toContain('No corrections yet.');
  expect(options.section('Known terms').textContent).toContain('No known terms yet.');
  expect(options.section('Sites').textContent).toContain('Sidelight is on everywhere.');
  for (const title of ['Corrections', 'Known terms', 'Sites'])
    expect(options.section(title).querySelector('button')).toBeNull();
});

test('each choice stands under its title: what, where and when', async () => {
  const options = await openOptions({ corrections, sitesOff: ['mail.example'] });
  expect(rows(options.section('Corrections'))).toEqual([
    '“Bedrock” does not mean Amazon Bedrocknews.example3 May 2026Undo',
    '“Gemini” is never a termlocal files3 May 2026Undo',
  ]);
  expect(rows(options.section('Known terms'))).toEqual(['AWS Trainium3 May 2026Undo']);
  expect(rows(options.section('Sites'))).toEqual(['mail.exampleSwitch on']);
});

test('undo takes back, says what holds now, and leaves the focus at the next button', async () => {
  const options = await openOptions({ corrections });
  await click(button(options.root, 'Undo: “Bedrock” on news.example'));
  expect(options.ports.undo).toHaveBeenCalledWith('w');
  expect(rows(options.section('Corrections'))).toHaveLength(1);
  expect(options.root.querySelector('[role="status"]')?.textContent).toBe(
    'Undone on news.example: “Bedrock” may again mean Amazon Bedrock',
  );
  expect(document.activeElement).toBe(button(options.root, 'Undo: “Gemini” on local files'));
  await click(button(options.root, 'Undo: “Gemini” on local files'));
  expect(options.section('Corrections').textContent).toContain('No corrections yet.');
  expect(document.activeElement?.textContent).toBe('Corrections');
  await click(button(options.root, 'Undo: AWS Trainium'));
  expect(options.root.querySelector('[role="status"]')?.textContent).toBe('Underlined again: AWS Trainium');
});

test('a site is switched on again', async () => {
  const options = await openOptions({ sitesOff: ['a.example', 'b.example'] });
  await click(button(options.root, 'Switch on a.example'));
  expect(options.ports.switchOn).toHaveBeenCalledWith('a.example');
  expect(rows(options.section('Sites'))).toEqual(['b.exampleSwitch on']);
});

test('what could not be taken back stays, with the reason beside it', async () => {
  const options = await openOptions({ corrections });
  options.ports.undo.mockRejectedValueOnce(new Refusal('The browser could not remove it: disk I/O error'));
  await click(button(options.root, 'Undo: “Bedrock” on news.example'));
  const [row] = options.section('Corrections').querySelectorAll('li');
  expect(row?.querySelector('[role="alert"]')?.textContent).toBe(
    'Nothing has changed. The browser could not remove it: disk I/O error',
  );
  expect(rows(options.section('Corrections'))).toHaveLength(2);
  options.ports.undo.mockRejectedValueOnce(new Error('Could not establish connection.'));
  await click(button(options.root, 'Undo: “Bedrock” on news.example'));
  expect(row?.querySelector('[role="alert"]')?.textContent).toBe(
    'Nothing has changed. Sidelight’s background script did not respond.',
  );
  await click(button(options.root, 'Undo: “Bedrock” on news.example'));
  expect(options.root.querySelector('[role="alert"]')).toBeNull();
});

test('it follows what is chosen elsewhere, and takes no focus for it', async () => {
  const options = await openOptions();
  await options.change({ corrections, sitesOff: ['mail.example'] });
  expect(rows(options.section('Corrections'))).toHaveLength(2);
  await options.change({});
  expect(rows(options.section('Corrections'))).toEqual([]);
  expect(document.activeElement).toBe(document.body);
});

test('a card that the pack does not have any more goes by its id, and an unknown day is left out', async () => {
  const options = await openOptions({
    corrections: [
      { id: 'w', kind: 'wrong', site, card: 'gone-card', surface: 'Gone', at: 0 },
      { id: 'k', kind: 'known', card: 'gone-card', surface: 'Gone', at: 0 },
    ],
  });
  expect(rows(options.section('Corrections'))).toEqual(['“Gone” does not mean gone-cardnews.exampleUndo']);
  expect(rows(options.section('Known terms'))).toEqual(['gone-cardUndo']);
});

test('text that looks like markup is shown as text', async () => {
  const surface = '<img src=x onerror=alert(1)>';
  const options = await openOptions({ corrections: [{ id: 'n', kind: 'never', site, surface, at: AT }] });
  expect(options.root.querySelector('img')).toBeNull();
  expect(options.root.textContent).toContain(surface);
});

test('where nobody answers, it says so, and asks again', async () => {
  const options = await openOptions(new Error('Nobody answered'));
  expect(options.section('Sidelight is not answering').textContent).toContain('They are not lost.');
  await click(button(options.root, 'Try again'));
  expect(options.ports.choices).toHaveBeenCalledTimes(2);
});
