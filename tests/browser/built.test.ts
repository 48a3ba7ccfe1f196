import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** The budget of a frame before its first card, gazetteer included, in bytes of gzip. */
const FRAME_BUDGET = 20 * 1024;

/** The scripts that the popup starts with, the outline of the pack included, in bytes of gzip. */
const POPUP_BUDGET = 40 * 1024;

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const read = (file: string) => readFileSync(join('dist', browser, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json'));
  const files = readdirSync(join('dist', browser), { recursive: true, encoding: 'utf8' });

  it('lets no page find the extension or talk to it', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('asks for no more than the README says', () => {
    const forPanel = browser === 'chrome' ? ['sidePanel'] : [];
    expect(manifest.permissions.sort()).toEqual(['activeTab', 'scripting', ...forPanel, 'storage'].sort());
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it('gives a frame one classic script within its budget', () => {
    const [entry, ...others] = manifest.content_scripts;
    expect(others).toEqual([]);
    expect(entry.js).toHaveLength(1);
    const script = read(entry.js[0]);
    expect(script).not.toMatch(/\bimport\s*\(|^\s*import\b/m);
    expect(gzipSync(script).length).toBeLessThan(FRAME_BUDGET);
  });

  it('starts the popup without the cards’ statements, which come with the first card that is opened', () => {
    const [card] = JSON.parse(readFileSync('.generated/cards.json', 'utf8'));
    const statement: string = card.statements[0].text;
    const started = new Set<string>();
    const start = (file: string) => {
      if (started.has(file)) return;
      started.add(file);
      // Dynamic imports are not followed: they come later.
      for (const [, name = ''] of read(file).matchAll(/(?:from|^import|[;}]import)\s*"\.\/([^"]+)"/g))
        start(join('assets', name));
    };
    for (const [, name = ''] of read('src/surfaces/popup/index.html').matchAll(/src="\/([^"]+\.js)"/g))
      start(name);
    const scripts = [...started].map(read).join('');
    expect(started.size).toBeGreaterThan(1);
    expect(scripts).toContain(card.definition);
    expect(scripts).not.toContain(statement);
    expect(gzipSync(scripts).length).toBeLessThan(POPUP_BUDGET);
  });

  it('writes no markup, and fetches nothing but its own files', () => {
    const scripts = files.filter((file) => file.endsWith('.js')).map((file) => read(file));
    for (const script of scripts)
      expect(script).not.toMatch(
        // MiniSearch's map has a method called fetch: its declaration and its calls are no requests.
        /\.innerHTML\s*=[^=]|\beval\(|XMLHttpRequest|(?<!\._index\.)\bfetch\((?![\w$.]+\.runtime\.getURL\(|[\w$,]*\)\{)/,
      );
  });
});
