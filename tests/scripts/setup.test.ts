import { describe, expect, it } from 'vitest';
import { parseOpenOptions } from '../../scripts/browser/open-options.mjs';
import { npmCommand } from '../../scripts/setup/npm.mjs';
import { findStalePackage } from '../../scripts/setup/packages.mjs';
import { parseSetupOptions } from '../../scripts/setup/setup-options.mjs';
import { isAtLeast, parseVersion } from '../../scripts/setup/version.mjs';

describe('findStalePackage', () => {
  const root = { version: '0.1.0' };
  const wanted = {
    packages: {
      '': root,
      'node_modules/vite': { version: '8.3.8', integrity: 'sha512-a' },
      'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
    },
  };
  const vite = wanted.packages['node_modules/vite'];

  it('finds nothing to do where npm installed what the lockfile asks for, but for other machines', () => {
    expect(findStalePackage(wanted, { packages: { 'node_modules/vite': vite } })).toBeNull();
  });

  it('installs where nothing is installed, or where an installation broke off', () => {
    expect(findStalePackage(wanted, null)).toBe('not installed yet');
    expect(findStalePackage(wanted, {})).toBe('node_modules/vite is missing');
  });

  it('installs where a version or its content changed', () => {
    const older = { packages: { 'node_modules/vite': { ...vite, version: '8.3.7' } } };
    const other = { packages: { 'node_modules/vite': { ...vite, integrity: 'sha512-z' } } };
    expect(findStalePackage(wanted, older)).toBe('node_modules/vite changed');
    expect(findStalePackage(wanted, other)).toBe('node_modules/vite changed');
  });

  it('installs where a package was removed from the lockfile', () => {
    const more = { packages: { 'node_modules/vite': vite, 'node_modules/left-over': { version: '1.0.0' } } };
    expect(findStalePackage(wanted, more)).toBe('node_modules/left-over is no longer wanted');
  });
});

describe('versions', () => {
  it.each([
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', [156, 0, 8078, 79]],
    ['Google Chrome for Testing 140.0.7339.82', [140, 0, 7339, 82]],
    ['Mozilla Firefox 153.7.0esr', [153, 7, 0]],
    ['Mozilla Firefox 151.0a1', [151, 0]],
    ['v20.19.0', [20, 19, 0]],
  ])('reads %s', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  it('reads no version where there is none', () => {
    expect(parseVersion('command not found')).toBeNull();
    expect(parseVersion('line 12: no such file')).toBeNull();
  });

  it('compares number by number, not letter by letter', () => {
    expect(isAtLeast([140, 0], [140])).toBe(true);
    expect(isAtLeast([139, 9, 9], [140])).toBe(false);
    expect(isAtLeast([20, 9, 0], [20, 19])).toBe(false);
    expect(isAtLeast([22, 0, 0], [20, 19])).toBe(true);
    expect(isAtLeast([], [20, 19])).toBe(false);
  });
});

describe('npmCommand', () => {
  it('starts the npm that is running already', () => {
    const command = npmCommand(['ci'], { execPath: '/lib/npm/bin/npm-cli.js', platform: 'win32' });
    expect(command).toEqual({ file: process.execPath, args: ['/lib/npm/bin/npm-cli.js', 'ci'] });
  });

  it('does not take another package manager for npm', () => {
    expect(npmCommand(['ci'], { execPath: '/lib/yarn/yarn.js', platform: 'linux' }).file).toBe('npm');
  });

  it('starts npm through a shell on Windows only', () => {
    expect(npmCommand(['ci'], { execPath: '', platform: 'linux' })).toEqual({ file: 'npm', args: ['ci'] });
    expect(npmCommand(['ci'], { execPath: '', platform: 'win32' }).shell).toBe(true);
  });
});

describe('parseSetupOptions', () => {
  it('sets up everything unless told', () => {
    expect(parseSetupOptions([]).browsers).toEqual(['chrome', 'firefox']);
    expect(parseSetupOptions(['--browser', 'all']).browsers).toEqual(['chrome', 'firefox']);
  });

  it('leaves out what is not asked for', () => {
    expect(parseSetupOptions(['--packages']).browsers).toEqual([]);
    expect(parseSetupOptions(['--browser=firefox']).browsers).toEqual(['firefox']);
  });

  it('refuses what it does not know', () => {
    expect(() => parseSetupOptions(['--browser', 'opera'])).toThrow('not opera');
    expect(() => parseSetupOptions(['--browsers'])).toThrow('--browsers');
    expect(() => parseSetupOptions(['--packages', '--browser', 'all'])).toThrow('exclude');
  });
});

describe('parseOpenOptions', () => {
  it('opens the sample article in Chrome unless told', () => {
    expect(parseOpenOptions([])).toEqual({
      browser: 'chrome',
      page: 'docs/sample/article.html',
      headless: false,
      out: 'screenshots',
      scheme: undefined,
      help: false,
    });
  });

  it('takes every option', () => {
    const args = '--browser firefox --url https://example.com/ --headless --out shots --scheme dark'.split(
      ' ',
    );
    expect(parseOpenOptions(args)).toMatchObject({
      browser: 'firefox',
      page: 'https://example.com/',
      headless: true,
      out: 'shots',
      scheme: 'dark',
    });
  });

  it('refuses what it does not know, and says how it is used', () => {
    expect(() => parseOpenOptions(['--browser', 'opera'])).toThrow('not opera');
    expect(() => parseOpenOptions(['--scheme', 'sepia'])).toThrow('not sepia');
    expect(() => parseOpenOptions(['--ulr', 'x'])).toThrow('npm start -- [options]');
  });
});
