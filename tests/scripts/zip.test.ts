import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFolder, readSource } from '../../scripts/zip/read-files';
import { zipBytes } from '../../scripts/zip/zip-bytes';

const TEXTS = { 'manifest.json': '{}', 'b/two.js': 'two()', 'b/a.js': 'a()', 'a.css': 'p {}' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

function makeFolder(names: readonly (keyof typeof TEXTS)[], time: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-zip-'));
  folders.push(folder);
  mkdirSync(join(folder, 'b'));
  for (const name of names) {
    writeFileSync(join(folder, name), TEXTS[name]);
    utimesSync(join(folder, name), time, time);
  }
  return folder;
}

describe('an archive', () => {
  it('has the same bytes, whatever the folder, the order, the time and the zone', () => {
    const names = ['manifest.json', 'b/two.js', 'b/a.js', 'a.css'] as const;
    const one = zipBytes(readFolder(makeFolder(names, new Date('2001-02-03'))));
    vi.stubEnv('TZ', 'Asia/Kolkata');
    const other = zipBytes(readFolder(makeFolder(names.toReversed(), new Date('2025-06-07'))));
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('holds each file under its path, in order of name', () => {
    const files = unzipSync(zipBytes(readFolder(makeFolder(['b/two.js', 'a.css', 'b/a.js'], new Date()))));
    expect(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a.css', 'p {}'],
      ['b/a.js', 'a()'],
      ['b/two.js', 'two()'],
    ]);
  });

  it('of the source holds what git keeps, and nothing else', () => {
    const folder = makeFolder(['a.css', 'b/a.js'], new Date());
    execFileSync('git', ['init', '--quiet', folder]);
    execFileSync('git', ['-C', folder, 'add', 'b/a.js']);
    expect(Object.keys(readSource(folder))).toEqual(['b/a.js']);
  });
});
