import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  /** A file of ours, from the project's root; or a package. */
  readonly to: string;
  readonly isOurs: boolean;
  /** Only types: nothing of it reaches the browser. */
  readonly isType: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name).replaceAll('\\', '/'))
  .filter((file) => statSync(file).isFile());
const code = files.filter((file) => /\.tsx?$/.test(file));
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const importsOf = new Map(code.map((file) => [file, readImports(file)]));

function readImports(file: string): Import[] {
  const text = textOf.get(file) ?? '';
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*(type\s)?()'([^']+)'/g);
  return [...statements, ...dynamic].map(([, type, names = '', name = '']) => {
    const isOurs = name.startsWith('.');
    const named = /\{(.*)\}/s
      .exec(names)?.[1]
      ?.split(',')
      .filter((part) => part.trim() !== '');
    const isType = type !== undefined || named?.every((part) => part.trim().startsWith('type ')) === true;
    return { to: isOurs ? resolveFile(file, name) : name, isOurs, isType };
  });
}

function resolveFile(from: string, name: string): string {
  const path = relative('.', resolve(dirname(from), name.replace(/\?.*$/, ''))).replaceAll('\\', '/');
  return ['', '.ts', '.tsx'].map((ending) => path + ending).find((each) => textOf.has(each)) ?? path;
}

const roomOf = (file: string) => /^src\/((?:surfaces\/)?[^/]+)\//.exec(file)?.[1] ?? '';
const inRoom = (room: string) => code.filter((file) => roomOf(file) === room);

/** What a folder may import besides itself: whole folders, and others for their types only. */
interface Allowed {
  readonly code: readonly string[];
  readonly types: readonly string[];
}

/** The table of CONTRIBUTING.md: `| folder | what it is | what it may import |`. */
const MAY_IMPORT: ReadonlyMap<string, Allowed> = new Map(
  [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `([^`]+)` +\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder = '', cell = '']) => {
      const [code = '', types = ''] = cell.split('types of');
      const named = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
      return [folder, { code: named(code), types: named(types) }] as const;
    },
  ),
);

describe('imports', () => {
  it('are found', () => {
    expect(importsOf.get('src/core/disambiguate.ts')).toContainEqual({
      to: 'src/core/select.ts',
      isOurs: true,
      isType: false,
    });
    expect(importsOf.get('src/card/overlay.ts')).toEqual([
      { to: 'src/core/corrections.ts', isOurs: true, isType: true },
      { to: 'src/core/evidence.ts', isOurs: true, isType: true },
      { to: 'src/core/settings.ts', isOurs: true, isType: true },
      { to: 'src/pack/card.ts', isOurs: true, isType: true },
      { to: 'src/page/card-script.ts', isOurs: true, isType: true },
      { to: 'src/protocol/messages.ts', isOurs: true, isType: true },
      { to: 'src/card/boxes.ts', isOurs: true, isType: true },
      { to: 'src/card/machine.ts', isOurs: true, isType: true },
      { to: 'src/card/page-tone.ts', isOurs: true, isType: true },
    ]);
    const lost = [...importsOf.values()].flat().filter(({ to, isOurs }) => isOurs && !textOf.has(to));
    expect(lost.filter(({ to }) => !/^(\.generated|_locales)\//.test(to))).toEqual([]);
  });

  it.each([...new Set(code.map(roomOf))])('of %s point inward, as CONTRIBUTING.md has it', (room) => {
    const allowed = MAY_IMPORT.get(room);
    if (!allowed) throw new Error(`Say in CONTRIBUTING.md what src/${room} may import.`);
    const wrong = inRoom(room).flatMap((file) =>
      (importsOf.get(file) ?? [])
        .filter(({ to, isOurs }) => isOurs && to.startsWith('src/') && roomOf(to) !== room)
        .filter(({ to }) => !allowed.code.includes(roomOf(to)))
        .filter(({ to, isType }) => !(isType && allowed.types.includes(roomOf(to))))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of core name no package, and those of platform none but the polyfill', () => {
    const packages = (room: string) =>
      inRoom(room).flatMap((file) =>
        (importsOf.get(file) ?? []).filter(({ isOurs }) => !isOurs).map(({ to }) => to),
      );
    expect(packages('core')).toEqual([]);
    expect(new Set(packages('platform'))).toEqual(new Set(['webextension-polyfill']));
  });

  it('of the browser’s API stand in platform only', () => {
    const users = code.filter((file) =>
      importsOf.get(file)?.some(({ to }) => to === 'webextension-polyfill'),
    );
    expect(users.filter((file) => roomOf(file) !== 'platform')).toEqual([]);
    const callers = code.filter((file) => /(?<![\w.'])(?:chrome|browser)\.\w/.test(withoutComments(file)));
    expect(callers.filter((file) => roomOf(file) !== 'platform')).toEqual([]);
  });

  it('make no circle, not of types either', () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error([...path, file].join(' → '));
      if (done.has(file)) return;
      for (const { to } of importsOf.get(file) ?? []) if (textOf.has(to)) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of code) visit(file, []);
  });
});

/** Files and packages whose code a file brings along. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { to, isType } of importsOf.get(file) ?? []) if (!isType) reach(to, seen);
  return seen;
}

describe('the script in every frame', () => {
  const carried = reach('src/frame/index.ts');

  it('carries what reads the page, and nothing that comes with mentions or cards', () => {
    expect(carried).toContain('src/core/disambiguate.ts');
    const heavy = [...carried].filter((name) =>
      /^(preact|webextension-polyfill|yaml)|\.tsx$|src\/ui\/|src\/content\/card\//.test(name),
    );
    expect(heavy).toEqual([]);
  });

  it('carries no part of a pack', () => {
    expect([...carried].filter((name) => /^src\/packs?\/|\.generated\//.test(name))).toEqual([]);
  });
});

describe('what is compiled', () => {
  const surfaces = code.filter((file) => /^src\/surfaces\/\w+\/main\.tsx$/.test(file));
  const tools = /^src\/pack\/(compile|json-ld|document|check|parse|argument-schema)/;
  const compiled = (file: string) => [...reach(file)].filter((name) => name.startsWith('.generated/'));

  it.each(surfaces)(
    'reaches %s as cards, spellings, outline and argument, not as tables or JSON-LD',
    (file) => {
      expect(compiled(file).length).toBeGreaterThan(0);
      expect(
        compiled(file).filter((name) => !/\/(cards|paragraphs|spellings|outline|argument)\.json$/.test(name)),
      ).toEqual([]);
      expect([...reach(file)].filter((name) => tools.test(name))).toEqual([]);
    },
  );

  it('reaches the background in files of its own, which it fetches when they are wanted', () => {
    expect(compiled('src/background/index.ts')).toEqual([]);
    expect([...reach('src/background/index.ts')].filter((name) => tools.test(name))).toEqual([]);
  });
});

// Comments may name what the code must not.
function withoutComments(file: string): string {
  return (textOf.get(file) ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('no file', () => {
  it.each([
    ['writes markup', /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/],
    ['makes code of text', /\beval\(|new Function\b|setTimeout\(\s*['"`]/],
    [
      'reaches for the network, but for files of the extension',
      /(?<![#.\w])fetch\((?!api\.runtime\.getURL\()|(?:window|globalThis|self)\.fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon/,
    ],
    ['polls', /setInterval/],
    ['talks to the page', /window\.postMessage|\.parent\.postMessage/],
    ['names a remote address to load from', /(?:src|href)=["']https?:|url\(["']?https?:|@import/],
  ])('%s', (_what, pattern) => {
    const scripts = files.filter((file) => /\.(tsx?|css|html)$/.test(file));
    expect(scripts.filter((file) => pattern.test(withoutComments(file)))).toEqual([]);
  });

  it('is longer than 300 lines', () => {
    const long = files
      .filter((file) => /\.(tsx?|css|html)$/.test(file))
      .filter((file) => (textOf.get(file) ?? '').trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  // Its whole declaration would be void, without a word.
  it('uses a custom property that is defined nowhere', () => {
    const find = (file: string, pattern: RegExp) =>
      [...(textOf.get(file) ?? '').matchAll(pattern)].map(([, name]) => name);
    const sources = files.filter((file) => /\.(tsx?|css)$/.test(file));
    const defined = new Set(sources.flatMap((file) => find(file, /(--[\w-]+)['\]]*[:,]/g)));
    const used = new Set(sources.flatMap((file) => find(file, /var\((--[\w-]+)\)/g)));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('has a name that says nothing', () => {
    const banned = /^(utils?|helpers?|common|manager|data|info|misc)$/;
    const said = (file: string) => basename(file, extname(file)).toLowerCase().split(/[-.]/);
    const ours = files.filter((file) => !file.startsWith('src/packs/'));
    expect(ours.filter((file) => said(file).some((word) => banned.test(word)))).toEqual([]);
  });

  it('is named otherwise than its kind: kebab-case.ts, PascalCase.tsx', () => {
    const fits = (file: string) =>
      file.endsWith('.tsx')
        ? /^([A-Z][A-Za-z]*|main|index)\.tsx$/.test(basename(file))
        : /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(file));
    expect(code.filter((file) => !fits(file))).toEqual([]);
  });
});
