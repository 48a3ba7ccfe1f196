import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driven } from '../../scripts/browser/driven';
import { launch } from '../../scripts/browser/launch';
import { htmlPage, waitForPainted } from './in-browsers';

const PAGE = /^http:\/\/news\.example\/(article|favicon\.ico)$/;
/** What the browsers ask for themselves: time, updates, sign-in state, remote settings. */
const BROWSER_OWN =
  /^(CONNECT |http:\/\/)((clients2|accounts)\.google\.com|update\.googleapis\.com|firefox\.settings\.services\.mozilla\.com)[:/]/;

/** A proxy that all of the browser's traffic must pass, loopback too; it answers one site and writes down everything. */
function startProxy(seen: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.setHeader('content-type', 'text/html');
    response.end(
      request.url?.endsWith('/article')
        ? htmlPage('<p>Anthropic rents <b id="trainium">Trainium</b> chips.</p>')
        : '',
    );
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return new Promise((started) => server.listen(0, '127.0.0.1', () => started(server)));
}

describe.each(['chrome', 'firefox'] as const)('the network (%s)', (name) => {
  const seen: string[] = [];
  let server: Server;
  let driven: Driven;

  beforeAll(async () => {
    server = await startProxy(seen);
    const { port } = server.address() as AddressInfo;
    driven = await launch(name, {
      extensionDir: resolve(`dist/${name}`),
      headless: true,
      ...(name === 'chrome'
        ? { args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] }
        : {
            prefs: {
              'network.proxy.type': 1,
              'network.proxy.http': '127.0.0.1',
              'network.proxy.http_port': port,
              'network.proxy.ssl': '127.0.0.1',
              'network.proxy.ssl_port': port,
              'network.proxy.allow_hijacking_localhost': true,
            },
          }),
    });
  });
  afterAll(async () => {
    await driven?.close();
    server?.close();
  });

  it('carries no request but the ones that the page itself makes', async () => {
    const page = await driven.open('http://news.example/article');
    await waitForPainted(page, ['Anthropic', 'Trainium']);
    await page.bringToFront();
    await page.hover('#trainium');
    await page.waitForFunction(() => document.querySelector(':popover-open') !== null);
    const popup = await driven.openPopup(page);
    await popup.waitForFunction(() => /2 mentions/.test(document.body.innerText), { polling: 50 });
    await popup.close();
    await page.close();
    expect(seen.filter((url) => !PAGE.test(url) && !BROWSER_OWN.test(url))).toEqual([]);
    expect(seen).toContain('http://news.example/article');
  });
});
