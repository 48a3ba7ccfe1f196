import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firefoxManifest } from '../../scripts/firefox-manifest';
import { CORRECTION_KINDS } from '../../src/core/corrections';
import { cards } from '../../src/pack/built-in';
import { readMessages } from '../fake-i18n';
import { codeIn, firstOf, read } from './table';

const manifest = JSON.parse(read('manifest.json'));
const packageJson = JSON.parse(read('package.json'));

describe('README', () => {
  it('lists the scripts of package.json', () => {
    const named = firstOf('README.md', 'Script').flatMap(codeIn);
    const scripts = Object.keys(packageJson.scripts).map((name) =>
      ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`,
    );
    expect(named.sort()).toEqual(scripts.sort());
  });

  it('gives a reason for each permission of the manifest', () => {
    const [everywhere, ...named] = firstOf('README.md', 'Permission');
    expect(everywhere).toBe('Access to all sites');
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(named.flatMap(codeIn).sort()).toEqual([...manifest.permissions].sort());
  });

  it('lists the keys of the manifest’s commands', () => {
    const suggested = Object.values(
      manifest.commands as Record<string, { suggested_key: { default: string } }>,
    );
    const keys = suggested.map(({ suggested_key: { default: key } }) =>
      key.replace('Period', '.').replace('Comma', ','),
    );
    const named = firstOf('README.md', 'Key').filter((key) => key.includes('+'));
    expect(named.sort()).toEqual(keys.sort());
  });

  it('lists the buttons that correct, by what is on them', () => {
    const messages = readMessages('en');
    const labels = CORRECTION_KINDS.map((kind) => `_${messages[`correct_${kind}`]?.message}_`);
    expect(firstOf('README.md', 'Button')).toEqual(labels);
  });

  it('names the folders of src, and the surfaces', () => {
    const foldersIn = (folder: string) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    const [, layout = ''] = /^src\/\n([\s\S]*?)^_locales/m.exec(read('README.md')) ?? [];
    const named = [...layout.matchAll(/^ {2}(\w+)\//gm)].map(([, name = '']) => name);
    expect(named.sort()).toEqual(foldersIn('src'));
    const [, surfaces = ''] = /surfaces\/ +[^:]*: (.*)/.exec(layout) ?? [];
    expect([...surfaces.matchAll(/(\w+)\//g)].map(([, name]) => name).sort()).toEqual(
      foldersIn('src/surfaces'),
    );
  });

  it('names the policy, the least versions and the number of cards', () => {
    const text = read('README.md');
    const [, privacy = ''] = /^## Privacy\n([\s\S]*?)^## /m.exec(text) ?? [];
    const policy = codeIn(privacy).filter((code) => code.includes("'"));
    expect(policy.length).toBeGreaterThan(1);
    for (const part of policy) expect(manifest.content_security_policy.extension_pages).toContain(part);
    expect(text).toContain(`Chrome or Chromium ${manifest.minimum_chrome_version} or later`);
    expect(firefoxManifest(manifest)['browser_specific_settings']).toMatchObject({
      gecko: { strict_min_version: `${/Firefox (\d+) or later/.exec(text)?.[1]}.0` },
    });
    expect(text).toContain(`The ${cards.length} cards`);
    const node = packageJson.engines.node.replace('>=', '');
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/writing-cards.md'])
      expect(read(file).replaceAll('](https://nodejs.org)', ''), file).toMatch(
        new RegExp(`Node\\]? ${node.replace('.', '\\.')} or later`),
      );
  });
});
