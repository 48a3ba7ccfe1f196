import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/text';
import { Keys } from '../../ui/Keys';
import type { OptionsPorts, Shortcut } from './ports';

/**
 * The extension's shortcuts, and how to change them in the browser.
 * @param props the page's ports
 * @returns a section that is refreshed whenever the window gets the focus
 */
export function ShortcutsSection({ ports }: { ports: Pick<OptionsPorts, 'shortcuts' | 'openShortcuts'> }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const load = () => void ports.shortcuts().then(setShortcuts, () => setShortcuts([]));
    load();
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [ports]);
  return (
    <section id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('options_shortcuts')}</h2>
      <p class="lead">{t('options_shortcuts_lead')}</p>
      <ul>
        {shortcuts.map(({ name, description, keys }) => (
          <li key={name}>
            <p class="what">{description}</p>
            {keys ? <Keys keys={keys} /> : <p class="state">{t('options_shortcut_unset')}</p>}
          </li>
        ))}
      </ul>
      <div class="below">
        {ports.openShortcuts ? (
          <button type="button" class="button" onClick={() => void ports.openShortcuts?.()}>
            {t('options_shortcuts_change')}
          </button>
        ) : (
          <p>{t('options_shortcuts_where')}</p>
        )}
      </div>
    </section>
  );
}
