import { describe, expect, it, vi } from 'vitest';
import { keystrokeOf } from '../../src/background/shortcuts';
import { isKeystroke } from '../../src/mark/shortcut';
import type { Keystroke } from '../../src/protocol/messages';

vi.mock('../../src/platform/browser', () => import('../fake-browser'));

/** A keystroke as `Alt+Shift+KeyN`. */
function press(keys: string): Keystroke {
  const parts = keys.split('+');
  return {
    code: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Control'),
    shiftKey: parts.includes('Shift'),
    metaKey: parts.includes('Meta'),
  };
}

describe('a shortcut', () => {
  it.each([
    ['Alt+Shift+Period', 'Alt+Shift+Period'],
    ['Alt+Shift+.', 'Alt+Shift+Period'],
    ['Alt+Shift+Comma', 'Alt+Shift+Comma'],
    ['Ctrl+Shift+Y', 'Control+Shift+KeyY'],
    ['Alt+3', 'Alt+Digit3'],
    ['Command+Shift+Space', 'Meta+Shift+Space'],
    ['MacCtrl+J', 'Control+KeyJ'],
    ['Alt+PageDown', 'Alt+PageDown'],
    ['Alt+Shift+Right', 'Alt+Shift+ArrowRight'],
    ['Ctrl+Up', 'Control+ArrowUp'],
    ['F8', 'F8'],
  ])('%s is pressed with %s', (shortcut, keys) => {
    expect(isKeystroke(press(keys), keystrokeOf(shortcut))).toBe(true);
  });

  it.each([
    ['a modifier too few', 'Alt+Period'],
    ['a modifier too many', 'Control+Alt+Shift+Period'],
    ['another modifier', 'Control+Shift+Period'],
    ['another key', 'Alt+Shift+Comma'],
    ['the key alone', 'Period'],
  ])('is not pressed with %s', (_what, keys) => {
    expect(isKeystroke(press(keys), keystrokeOf('Alt+Shift+Period'))).toBe(false);
  });

  it('that is unset, or that cannot be read, is never pressed', () => {
    for (const shortcut of ['', 'Hyper+Period', 'Alt+', '⌥⇧.'])
      for (const keys of ['Period', 'Alt+Period', 'Alt+Shift+Period', ''])
        expect(isKeystroke(press(keys), keystrokeOf(shortcut)), shortcut).toBe(false);
  });
});
