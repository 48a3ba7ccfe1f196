import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface Answer {
  /** In pieces, it is sent as they come, and ends with the last: until then, browsers go on loading. */
  body: string | Uint8Array | (() => AsyncIterable<string>);
  /** `content-type` is HTML by default. */
  headers?: Readonly<Record<string, string>>;
  status?: number;
}

/** Answers by path, which begins with a slash. */
export type Routes = Readonly<Record<string, Answer | string>>;

export interface Served {
  readonly port: number;
  /**
   * URL of a path. Another host than 127.0.0.1 makes another site of it: `localhost` always works, any other name in
   * browsers that were launched `offline`.
   */
  url(path: string, host?: string): string;
  close(): Promise<void>;
}

const HTML = 'text/html; charset=utf-8';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a folder's files on a free port of 127.0.0.1. */
export function serveFolder(folder: string): Promise<Served> {
  const root = resolve(folder);
  return serve(async (path) => {
    const file = join(root, path);
    if (!file.startsWith(root + sep)) return undefined;
    const body = await readFile(file).catch(() => undefined);
    const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
    return body && { body, headers: { 'content-type': type } };
  });
}

/** Serves given answers on a free port of 127.0.0.1; a plain string is an HTML page. */
export function serveRoutes(routes: Routes): Promise<Served> {
  const byPath = new Map(Object.entries(routes));
  return serve((path) => {
    const route = byPath.get(path);
    return typeof route === 'string' ? { body: route } : route;
  });
}

async function serve(
  answer: (path: string) => Answer | undefined | Promise<Answer | undefined>,
): Promise<Served> {
  const server = createServer(async (request, response) => {
    const path = readPath(request.url ?? '/');
    const found = path === undefined ? undefined : await answer(path);
    const { body, headers, status } = found ?? { body: 'Not found', status: 404, headers: {} };
    response.writeHead(status ?? 200, { 'content-type': HTML, 'cache-control': 'no-store', ...headers });
    if (typeof body !== 'function') response.end(body);
    else await pipeline(Readable.from(body()), response).catch(() => undefined);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path.startsWith('/') ? path : `/${path}`}`,
    close: () => closeServer(server),
  };
}

/** @returns the decoded path, or undefined where it is malformed */
function readPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return undefined;
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    // A browser keeps its connections open, and close alone would wait for them.
    server.closeAllConnections();
  });
}
