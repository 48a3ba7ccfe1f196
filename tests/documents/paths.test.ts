import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeIn, read, rowsOf } from './table';

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Where a path in a document may start: in the project, or in `src`. */
const ROOTS = new Set(['src', 'tests', 'scripts', 'docs', '_locales', ...readdirSync('src')]);

describe.each(documents)('%s', (file) => {
  const text = read(file).replace(/^```[\s\S]*?^```/gm, '');

  it('names files and folders that there are', () => {
    const named = codeIn(text).filter(
      (code) => /^[\w.-]+\/[\w./-]*$/.test(code) && ROOTS.has(code.split('/')[0] ?? ''),
    );
    const isThere = (path: string) => ['', '.ts', '.tsx'].some((ending) => existsSync(path + ending));
    // What is built is not there yet, and NAME stands for any.
    const isLost = (path: string) =>
      !isThere(path) && !isThere(join('src', path)) && !/\.js$|NAME/.test(path);
    expect(named.filter(isLost)).toEqual([]);
  });

  it('links to what there is', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(file, '..', target)))).toEqual([]);
  });

  it('runs scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const run = [...read(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('each dependency says what it saves and who keeps it; those in the extension also what they weigh', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const rows = rowsOf('docs/decisions/0001-dependencies.md', 'Package');
  const named = (columns: number) =>
    rows.filter(({ length }) => length === columns).flatMap(([cell = '']) => cell.split(', '));
  const isTypes = (name: string) => name.startsWith('@types/');
  expect(named(5).sort()).toEqual(Object.keys(dependencies).sort());
  expect(named(3).sort()).toEqual(
    Object.keys(devDependencies)
      .filter((name) => !isTypes(name))
      .sort(),
  );
});
