// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { Refusal } from '../../../src/protocol/send';
import { DEFAULTS } from '../../../src/settings/schema';
import { summariseStorage } from '../../../src/settings/stored';
import { button, click } from '../../ui/render-into';
import { openOptions } from './open-options';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser'));

type Page = Awaited<ReturnType<typeof openOptions>>;

/** The button of a value, by the words of its setting and its own. */
function radio({ root }: Page, setting: string, value: string): HTMLInputElement {
  const group = [...root.querySelectorAll('[role="radiogroup"]')].find(
    (each) => root.querySelector(`#${each.getAttribute('aria-labelledby')}`)?.textContent === setting,
  );
  const label = [...(group?.querySelectorAll('label') ?? [])].find((each) => each.textContent === value);
  if (!label) throw new Error(`“${setting}” has no “${value}”`);
  return label.querySelector('input') as HTMLInputElement;
}
const chosenOf = ({ root }: Page) =>
  [...root.querySelectorAll<HTMLInputElement>('input:checked')].map(
    (each) => each.closest('label')?.textContent,
  );

test('what holds is what is chosen, the defaults first', async () => {
  expect(chosenOf(await openOptions())).toEqual([
    'First in each section',
    ...['companies and authorities', 'chips', 'models', 'software and services', 'ideas and money'],
    ...['Rest or click', '0.4 s', 'Skip'],
    ...['System', '100%'],
  ]);
  const groups = { companies: 'unmarked', models: 'unmarked', concepts: 'unmarked' } as const;
  const settings = { ...DEFAULTS, ...groups, marks: 'every', opening: 'alt', textPercent: 130 } as const;
  const options = await openOptions({ settings });
  expect(chosenOf(options)).toEqual([
    'Every mention',
    ...['chips', 'software and services'],
    ...['Only with Alt held', '0.4 s', 'Skip'],
    ...['System', '130%'],
  ]);
  expect(radio(options, 'Wait before opening', '0.4 s').disabled).toBe(true);
});

test('a choice is kept, and the sample shows what it does', async () => {
  const options = await openOptions();
  const underlined = () => options.root.querySelectorAll('.example u').length;
  expect(underlined()).toBe(3);
  await click(radio(options, 'Underline', 'Every mention'));
  expect(options.ports.set).toHaveBeenCalledExactlyOnceWith('marks', 'every');
  expect(underlined()).toBe(4);
});

test('a group of terms is switched off and on, and the sample shows it', async () => {
  const options = await openOptions();
  const companies = options.root.querySelector<HTMLInputElement>(
    'input[name="companies"]',
  ) as HTMLInputElement;
  await click(companies);
  expect(options.ports.set).toHaveBeenCalledExactlyOnceWith('companies', 'unmarked');
  expect(companies.checked).toBe(false);
  expect([...options.root.querySelectorAll('.example u')].map((each) => each.textContent)).toEqual([
    ...['Trainium', 'Bedrock'],
  ]);
  await click(companies);
  expect(options.ports.set).toHaveBeenLastCalledWith('companies', 'marked');
});

test('a choice that could not be kept springs back, with the reason', async () => {
  const options = await openOptions();
  options.ports.set.mockRejectedValueOnce(new Refusal('The browser could not store it: no room'));
  await click(radio(options, 'Theme', 'Dark'));
  expect(options.section('Appearance').querySelector('[role="alert"]')?.textContent).toBe(
    'Nothing has changed. The browser could not store it: no room',
  );
  expect(radio(options, 'Theme', 'System').checked).toBe(true);
  expect(radio(options, 'Theme', 'Dark').checked).toBe(false);
});

test('shortcuts stand as they are, with the way to change them where there is one', async () => {
  const options = await openOptions();
  const [next, previous] = options.section('Shortcuts').querySelectorAll('li');
  expect([...(next?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent)).toEqual([
    ...['Alt', 'Shift', '+'],
  ]);
  expect(previous?.textContent).toBe('Go backNot set');
  await click(button(options.root, 'Change in the browser'));
  expect(options.ports.openShortcuts).toHaveBeenCalledOnce();
  const without = await openOptions({}, { openShortcuts: undefined });
  expect(without.section('Shortcuts').textContent).toContain('choose “Manage Extension Shortcuts”');
});

const stored = summariseStorage(
  { 'setting:marks': 1, 'known:gpu': 1, 'known:tpu': 1, junk: 1 },
  { 'has-begun': true },
);

test('what is stored is counted, by what it is', async () => {
  const options = await openOptions({ stored });
  const rows = [...options.section('Data').querySelectorAll('li')].map((each) => each.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^Settings on this page.*1 entry · 16 bytes$/),
    expect.stringMatching(/^Sites.*Nothing$/),
    expect.stringMatching(/^Corrections.*Nothing$/),
    expect.stringMatching(/^Known terms.*2 entries · 24 bytes$/),
    expect.stringMatching(/^Entries from another version.*1 entry · 7 bytes$/),
    expect.stringMatching(/^Lists of words that may be terms.*written again.*Nothing$/),
    expect.stringMatching(/^A note that Sidelight.*Until the browser closes.*1 entry · 15 bytes$/),
  ]);
});

test('erasing asks once, in place, and says what goes', async () => {
  const options = await openOptions({ stored });
  await click(button(options.root, 'Erase…'));
  expect(options.ports.eraseAll).not.toHaveBeenCalled();
  const asking = options.root.querySelector('.asking');
  expect([...(asking?.querySelectorAll('li') ?? [])].map((each) => each.textContent)).toEqual([
    ...['Settings on this page: 1 entry', 'Known terms: 2 entries', 'Entries from another version: 1 entry'],
    'A note that Sidelight has started in this browser session: 1 entry',
  ]);
  expect(document.activeElement).toBe(button(options.root, 'Keep it'));
  await click(button(options.root, 'Keep it'));
  expect(document.activeElement).toBe(button(options.root, 'Erase…'));
  await click(button(options.root, 'Erase…'));
  await click(button(options.root, 'Erase all of it'));
  expect(options.ports.eraseAll).toHaveBeenCalledOnce();
  expect(options.section('Data').querySelector('[role="status"]')?.textContent).toMatch(
    /^Everything has been erased/,
  );
  expect(options.root.querySelector('.asking')).toBeNull();
});

test('what could not be erased is told', async () => {
  const options = await openOptions({ stored });
  options.ports.eraseAll.mockRejectedValueOnce(new Error('Nobody answered'));
  await click(button(options.root, 'Erase…'));
  await click(button(options.root, 'Erase all of it'));
  expect(options.section('Data').querySelector('[role="alert"]')?.textContent).toBe(
    'Nothing has changed. Sidelight’s background script did not respond.',
  );
});

test('each permission of the manifest has its reason, and one without a reason says so', async () => {
  const options = await openOptions();
  const rows = [...options.section('Privacy').querySelectorAll('li')].map((each) => each.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^Read pages <all_urls>To find terms.*Granted$/),
    expect.stringMatching(/^Remember choices storage.*Granted$/),
    expect.stringMatching(/^Another permission bookmarksNo reason for it is known/),
  ]);
  expect(options.section('Privacy').textContent).toContain("connect-src 'self'");
  expect(options.section('Privacy').querySelector('.counted')?.textContent).toMatch(/^0requests/);
});

test('facts that are otherwise are shown as they are', async () => {
  const options = await openOptions(
    {},
    {
      facts: async () => ({
        rights: { host_permissions: ['<all_urls>'] },
        policy: '',
        hasAllSites: false,
        outsideRequests: ['https://a.example/'],
      }),
    },
  );
  const { textContent } = options.section('Privacy');
  expect(textContent).toContain('Not on every site');
  expect(textContent).toContain('1request to the network');
  expect(textContent).toContain('is missing from this copy');
});
