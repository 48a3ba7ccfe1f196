import { expect, it, vi } from 'vitest';
import { NO_CORRECTIONS } from '../../src/core/corrections';
import { SiteRules } from '../../src/frame/site-rules';
import type { Responses } from '../../src/protocol/messages';
import { DEFAULTS } from '../../src/settings/schema';

const ON: Responses['site.ask'] = {
  enabled: true,
  keys: { next: null, previous: null, open: null },
  corrections: NO_CORRECTIONS,
  settings: DEFAULTS,
};

function setUp(...answers: (Responses['site.ask'] | undefined)[]) {
  const ask = vi.fn(async () => answers.shift());
  const onRules = vi.fn();
  const onOff = vi.fn();
  return { rules: new SiteRules({ ask, onRules, onOff }), ask, onRules, onOff };
}

it('are asked for once, however often they are wanted', async () => {
  const { rules, ask, onRules } = setUp(ON);
  await Promise.all([rules.load(), rules.load()]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(onRules).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ settings: DEFAULTS }));
});

it('are asked for again where nobody answered', async () => {
  const { rules, onOff } = setUp(undefined, ON);
  expect(await rules.load()).toBeUndefined();
  expect(await rules.load()).toBeDefined();
  expect(onOff).not.toHaveBeenCalled();
});

it('end the session of a site that is off', async () => {
  const { rules, onRules, onOff } = setUp({ ...ON, enabled: false });
  expect(await rules.load()).toBeUndefined();
  expect(onOff).toHaveBeenCalledOnce();
  expect(onRules).not.toHaveBeenCalled();
});

it('are not asked for by a change, as long as nothing on the page needs them', async () => {
  const { rules, ask } = setUp(ON);
  await rules.reload();
  expect(ask).not.toHaveBeenCalled();
  await rules.load();
  await rules.reload();
  expect(ask).toHaveBeenCalledTimes(2);
});
