import { render } from 'preact';
// Content scripts do not run on extension pages: this page brings the same scripts along, so that what is tried
// here is what happens on any page.
import '../../card/index';
import '../../mark/index';
import '../../frame/index';
import { argument } from '../../pack/built-in-argument';
import { outline } from '../../pack/built-in-outline';
import { api } from '../../platform/browser';
import { markPage } from '../../platform/text';
import { followLook } from '../../settings/look';
import { App } from './App';

markPage('welcome_title');
await followLook();
const commands = await api.commands.getAll();
const keys = commands.find(({ name }) => name === 'next-mention')?.shortcut ?? '';
const root = document.getElementById('app');
if (root) render(<App keys={keys} cardCount={outline.cards.length} source={argument} />, root);
