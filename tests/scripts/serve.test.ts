import { afterEach, describe, expect, it } from 'vitest';
import { type Served, serveFolder, serveRoutes } from '../../scripts/browser/serve';

let served: Served | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

describe('serveRoutes', () => {
  it('answers with what it was given', async () => {
    const headers = { 'content-security-policy': "default-src 'none'" };
    served = await serveRoutes({ '/': '<p>Home', '/strict': { body: 'x', headers, status: 203 } });
    const home = await fetch(served.url('/'));
    expect(await home.text()).toBe('<p>Home');
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const strict = await fetch(served.url('strict'));
    expect(strict.status).toBe(203);
    expect(strict.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('sends a body in pieces as they come', async () => {
    let goOn = () => {};
    async function* pieces() {
      yield 'one, ';
      await new Promise<void>((next) => {
        goOn = next;
      });
      yield 'two';
    }
    served = await serveRoutes({ '/': { body: pieces } });
    const reader = (await fetch(served.url('/'))).body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await read()).toBe('one, ');
    goOn();
    expect(await read()).toBe('two');
    expect((await reader?.read())?.done).toBe(true);
  });

  it('knows no other path', async () => {
    served = await serveRoutes({ '/': 'Home' });
    expect((await fetch(served.url('/elsewhere'))).status).toBe(404);
    expect((await fetch(served.url('/%'))).status).toBe(404);
  });
});

describe('serveFolder', () => {
  it("gives a file with its type's name", async () => {
    served = await serveFolder('docs/sample');
    const article = await fetch(served.url('article.html'));
    expect(article.status).toBe(200);
    expect(article.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('gives nothing from outside the folder', async () => {
    served = await serveFolder('docs/sample');
    expect((await fetch(served.url('/..%2f..%2fpackage.json'))).status).toBe(404);
    expect((await fetch(served.url('/missing.html'))).status).toBe(404);
  });
});
