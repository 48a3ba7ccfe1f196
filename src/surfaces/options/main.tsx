import { render } from 'preact';
import { outline } from '../../pack/built-in-outline';
import { api } from '../../platform/browser';
import { shortcutSettings } from '../../platform/shortcut-settings';
import { localisePage, t } from '../../platform/text';
import { Refusal } from '../../protocol/send';
import { send } from '../../protocol/surface';
import { applyAppearance } from '../../settings/appearance';
import { getSettings, setSetting } from '../../settings/store';
import { exportStored, listStored } from '../../settings/stored';
import { App } from './App';
import type { OptionsPorts } from './ports';
import { saveJson } from './save-file';

const ports: OptionsPorts = {
  async choices() {
    const [{ corrections }, { off }, settings, stored] = await Promise.all([
      send('corrections.list', {}),
      send('sites.list', {}),
      getSettings(),
      listStored(),
    ]);
    return { corrections, sitesOff: off, settings, stored };
  },
  onChoicesChanged(listener) {
    const areas = [api.storage.local, api.storage.session];
    for (const area of areas) area.onChanged.addListener(listener);
    return () => {
      for (const area of areas) area.onChanged.removeListener(listener);
    };
  },
  set: (name, value) =>
    setSetting(name, value).catch((error: Error) => {
      throw new Refusal(error.message);
    }),
  async undo(id) {
    await send('correction.remove', { id });
  },
  async switchOn(site) {
    await send('site.set', { site, enabled: true });
  },
  async shortcuts() {
    const commands = await api.commands.getAll();
    return commands.map(({ name = '', description, shortcut }) => ({
      name,
      // The browser has no description for the toolbar button's command.
      description: description || (name === '_execute_action' ? t('command_open_popup') : name),
      keys: shortcut ?? '',
    }));
  },
  openShortcuts: shortcutSettings(),
  async exportAll() {
    const day = new Date().toISOString().slice(0, 10);
    saveJson(`sidelight-${day}.json`, await exportStored());
  },
  async eraseAll() {
    await send('store.erase', {});
  },
  async facts() {
    const manifest = api.runtime.getManifest();
    const policy = manifest.content_security_policy as unknown as { extension_pages?: string } | undefined;
    const origins = (manifest as { host_permissions?: string[] }).host_permissions ?? [];
    return {
      rights: manifest,
      policy: policy?.extension_pages ?? '',
      hasAllSites: await api.permissions.contains({ origins }),
      outsideRequests: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((url) => !url.startsWith(api.runtime.getURL('')) && !url.startsWith('blob:')),
    };
  },
};

localisePage('options_title');
await applyAppearance();
const root = document.getElementById('app');
if (root) render(<App ports={ports} cards={outline.cards} />, root);
