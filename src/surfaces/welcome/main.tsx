import { render } from 'preact';
// Content scripts do not run on extension pages: this page imports the same scripts, so that its sample behaves as any
// page does.
import '../../card/index';
import '../../mark/index';
import '../../frame/index';
import { argument } from '../../pack/built-in-argument';
import { outline } from '../../pack/built-in-outline';
import { api } from '../../platform/browser';
import { localisePage } from '../../platform/text';
import { applyAppearance } from '../../settings/appearance';
import { App } from './App';

localisePage('welcome_title');
await applyAppearance();
const commands = await api.commands.getAll();
const keys = commands.find(({ name }) => name === 'next-mention')?.shortcut ?? '';
// Where the browser does not tell, the hint does no harm.
const { isOnToolbar } = (await api.action.getUserSettings?.()) ?? {};
const toPin = isOnToolbar
  ? undefined
  : 'sidebarAction' in api && api.sidebarAction
    ? 'welcome_pin_firefox'
    : 'welcome_pin_chrome';
const root = document.getElementById('app');
if (root)
  render(
    <App
      keys={keys}
      cardCount={outline.cards.length}
      source={argument && { ...argument.source, language: outline.language }}
      toPin={toPin}
    />,
    root,
  );
