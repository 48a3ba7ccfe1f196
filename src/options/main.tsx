import { render } from 'preact';
import { cards } from '../pack/built-in';
import { api } from '../platform/browser';
import { markPage } from '../platform/text';
import { send } from '../protocol/surface';
import { App } from './App';
import type { OptionsPorts } from './ports';

const ports: OptionsPorts = {
  async choices() {
    const [{ corrections }, { off }] = await Promise.all([
      send('corrections.list', {}),
      send('sites.list', {}),
    ]);
    return { corrections, sitesOff: off };
  },
  onChoicesChanged(listener) {
    api.storage.local.onChanged.addListener(listener);
    return () => api.storage.local.onChanged.removeListener(listener);
  },
  async undo(id) {
    await send('correction.remove', { id });
  },
  async switchOn(site) {
    await send('site.set', { site, enabled: true });
  },
};

markPage('options_title');
const root = document.getElementById('app');
if (root) render(<App ports={ports} cards={cards} />, root);
