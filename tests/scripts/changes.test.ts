import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFiles } from '../../scripts/dev/changes';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sidelight-watch-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  mkdirSync(join(root, 'dist'));
  for (const name of ['manifest.json', 'other.json', 'src/deep/a.ts']) writeFileSync(join(root, name), 'old');
});
afterEach(() => rmSync(root, { recursive: true }));

function startWatching() {
  const ending = new AbortController();
  const told: string[] = [];
  const watching = watchFiles(
    root,
    { folders: ['src'], files: ['manifest.json'] },
    async (paths) => void told.push(...paths),
    ending.signal,
  );
  return { ending, told, watching };
}

it('tells of files in folders, new ones too, and of single files, however they are saved; of no others', async () => {
  const { ending, told, watching } = startWatching();
  const all = new Set<string>();
  const change = async (name: string, save: () => void) => {
    save();
    await vi.waitFor(() => expect(told).toContain(name), { timeout: 10_000 });
    for (const path of told.splice(0)) all.add(path);
  };
  await change('src/deep/a.ts', () => writeFileSync(join(root, 'src/deep/a.ts'), 'new'));
  await change('src/deep/b.ts', () => writeFileSync(join(root, 'src/deep/b.ts'), 'new'));
  const replace = (name: string) => {
    writeFileSync(join(root, 'dist/saved'), 'newer');
    renameSync(join(root, 'dist/saved'), join(root, name));
  };
  await change('src/deep/a.ts', () => replace('src/deep/a.ts'));
  await change('manifest.json', () => replace('manifest.json'));
  await change('manifest.json', () => replace('manifest.json'));
  writeFileSync(join(root, 'other.json'), 'new');
  await change('manifest.json', () => writeFileSync(join(root, 'manifest.json'), 'last'));
  expect([...all].sort()).toEqual(['manifest.json', 'src/deep/a.ts', 'src/deep/b.ts']);
  ending.abort();
  await watching;
});

it('fails where the answer to a change fails', async () => {
  const ending = new AbortController();
  const watching = watchFiles(
    root,
    { folders: ['src'], files: [] },
    () => Promise.reject(new Error('no browser')),
    ending.signal,
  );
  writeFileSync(join(root, 'src/deep/a.ts'), 'new');
  await expect(watching).rejects.toThrow('no browser');
  ending.abort();
});
