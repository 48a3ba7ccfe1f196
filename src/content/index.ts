import data from '../../.generated/gazetteer.json';
import { type GazetteerData, loadGazetteer } from '../core/gazetteer';
import { ask } from './background';
import { startSession } from './session';

/** Where a running session can be found by the script's next run in the same document. */
const SESSION_KEY = 'sidelightSession';

async function start(): Promise<void> {
  const scope = globalThis as { [SESSION_KEY]?: AbortController };
  // The script runs again after a grant, or when its site is switched on; one session goes on.
  scope[SESSION_KEY]?.abort();
  const controller = new AbortController();
  scope[SESSION_KEY] = controller;
  // Nothing of an ended session is kept alive.
  const forget = () => {
    if (scope[SESSION_KEY] === controller) delete scope[SESSION_KEY];
  };
  controller.signal.addEventListener('abort', forget, { once: true });
  const { enabled, keys } = await ask('site.ask', {});
  if (enabled && !controller.signal.aborted)
    startSession(loadGazetteer(data as unknown as GazetteerData), { keys }, controller);
}

start().catch((error: unknown) => console.debug('Sidelight could not start:', error));
