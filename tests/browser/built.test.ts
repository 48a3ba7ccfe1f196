import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** The budget of a frame before its first card, gazetteer included, in bytes of gzip. */
const FRAME_BUDGET = 20 * 1024;

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

  it('writes no markup and fetches nothing', () => {
    const scripts = files.filter((file) => file.endsWith('.js')).map((file) => read(file));
    for (const script of scripts)
      expect(script).not.toMatch(/\.innerHTML\s*=[^=]|\beval\(|XMLHttpRequest|\bfetch\(/);
  });
});
