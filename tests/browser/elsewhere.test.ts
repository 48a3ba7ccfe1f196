import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launch } from '../../scripts/browser/launch';
import { type Served, serveRoutes } from '../../scripts/browser/serve';
import { waitFor } from '../../scripts/browser/wait';
import { buildFor, develop } from '../../scripts/dev/develop';
import { readFolder } from '../../scripts/zip/read-files';
import { zipBytes } from '../../scripts/zip/zip-bytes';
import { htmlPage, paintedTexts, waitForPainted } from './in-browsers';

const SOURCE = [
  'src',
  'scripts',
  '_locales',
  'icons',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** A build takes seconds, and more where the machine has other work. */
const BUILD_MS = 60_000;

let served: Served;
beforeAll(async () => {
  served = await serveRoutes({ '/article': htmlPage('<p>The Zanzibar chip, and Trainium.</p>') });
});
afterAll(() => served?.close());

describe.each(['chrome', 'firefox'] as const)('a copy of the project in another folder (%s)', (name) => {
  let copy: string;
  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    for (const path of SOURCE) cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    await buildFor(name, copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('builds to the same archive', () => {
    const [here, there] = ['.', copy].map((root) => zipBytes(readFolder(join(root, 'dist', name))));
    expect(Buffer.compare(here as Uint8Array, there as Uint8Array)).toBe(0);
  });

  it(
    'shows a change to its source in the open page',
    async () => {
      const driven = await launch(name, { extensionDir: join(copy, 'dist', name), headless: true });
      const ending = new AbortController();
      const developing = develop(driven, copy, ending.signal);
      try {
        const page = await driven.open(served.url('/article'));
        await waitForPainted(page, ['Trainium']);
        const card = join(copy, 'src/packs/amazon-anthropic/cards/trainium.yaml');
        const before = readFileSync(card, 'utf8');
        // A build that fails is told of, and the next one is seen.
        const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
        writeFileSync(card, 'no card');
        await vi.waitFor(() => expect(errors.mock.calls.join()).toContain('trainium.yaml'), {
          timeout: 30_000,
        });
        writeFileSync(card, before.replace('aliases:', 'aliases:\n  - { form: Zanzibar chip, tier: alone }'));
        // Asked just while it is reloaded, the page has no answer.
        const hasNewMark = () =>
          paintedTexts(page).then(
            (texts) => texts.includes('Zanzibar chip') || undefined,
            () => undefined,
          );
        await waitFor('the new mark', hasNewMark, { timeoutMs: BUILD_MS });
      } finally {
        ending.abort();
        await developing;
        await driven.close();
      }
    },
    3 * BUILD_MS,
  );
});
