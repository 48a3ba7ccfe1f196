import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../scripts/browser/launch';
import { type Served, serveRoutes } from '../../scripts/browser/serve';
import { htmlPage, waitForPainted } from './in-browsers';

const routes = { '/': htmlPage('<p>Anthropic rents Trainium and Inferentia chips. Trainium again.</p>') };
let served: Served;

beforeAll(async () => {
  served = await serveRoutes(routes);
});
afterAll(async () => {
  await served?.close();
});

describe.each(['chrome', 'firefox'] as const)('a restart of the browser (%s)', (name) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'sidelight-profile-'));
  afterAll(() => rmSync(profileDir, { recursive: true, force: true }));
  const start = () => launch(name, { extensionDir: resolve(`dist/${name}`), headless: true, profileDir });

  it('leaves corrections, known terms and settings as they were', async () => {
    const before = await start();
    try {
      const page = await before.open(served.url('/', 'news.example'));
      await waitForPainted(page, ['Anthropic', 'Inferentia', 'Trainium']);
      // What the card's buttons send, from where they send it.
      const tabId = await before.tabIdOf(page);
      const send = (kind: string, card: string, surface: string) =>
        before.inExtension(
          async (id, correction) => {
            await chrome.scripting.executeScript({
              target: { tabId: id },
              args: [correction],
              func: (request) => chrome.runtime.sendMessage({ name: 'correction.add', request }),
            });
          },
          tabId,
          { kind, card, surface },
        );
      await send('wrong', 'trainium', 'Trainium');
      await send('known', 'inferentia', 'Inferentia');
      await waitForPainted(page, ['Anthropic']);
      const options = await before.open(before.extensionUrl('src/surfaces/options/index.html'));
      const every = 'input[name="marks"][value="every"]';
      await options.waitForFunction((selector) => document.querySelector(selector) !== null, {}, every);
      await options.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), every);
      const elsewhere = await before.open(served.url('/', 'other.example'));
      await waitForPainted(elsewhere, ['Anthropic', 'Trainium', 'Trainium']);
    } finally {
      await before.close();
    }

    const after = await start();
    try {
      const page = await after.open(served.url('/', 'news.example'));
      await waitForPainted(page, ['Anthropic']);
      const elsewhere = await after.open(served.url('/', 'other.example'));
      await waitForPainted(elsewhere, ['Anthropic', 'Trainium', 'Trainium']);
      const kept = await after.inExtension(async () => Object.keys(await chrome.storage.local.get()));
      // Beside the extension's own tables.
      expect(kept.filter((key) => !['filter', 'screen'].includes(key))).toHaveLength(3);
    } finally {
      await after.close();
    }
  });
});
