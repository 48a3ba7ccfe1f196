import { t } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';
import type { ActionName } from '../../ui/icon-paths';
import type { PopupPorts } from './ports';

export interface PopupNavProps {
  ports: Pick<PopupPorts, 'openPanel' | 'openAtlas' | 'openOptions'>;
  /** Called where one of them could not be opened. */
  onFailed: () => void;
  /** Scrolls the page back; undefined where it has not been scrolled. */
  onReturn: (() => void) | undefined;
}

/**
 * Buttons that open the panel, the atlas and the options. Between them is room for the way back on the page, so that none
 * of them moves when it comes.
 * @param props the popup's ports and event handlers
 * @returns a `nav`
 */
export function PopupNav({ ports, onFailed, onReturn }: PopupNavProps) {
  // Called synchronously: opening the panel needs the user gesture.
  const go = (icon: ActionName, label: string, way: () => Promise<void>) => (
    <button type="button" class="nav-link" onClick={() => void way().catch(onFailed)}>
      <ActionIcon name={icon} />
      {label}
    </button>
  );
  return (
    <nav class="popup-nav" aria-label={t('popup_more')}>
      {go('panel', t('popup_panel'), ports.openPanel)}
      {go('atlas', t('popup_atlas'), ports.openAtlas)}
      <button
        type="button"
        class="nav-link return"
        disabled={!onReturn}
        aria-label={t('return_to_reading')}
        title={t('return_to_reading')}
        onClick={onReturn}
      >
        <ActionIcon name="back" />
        <span>{t('popup_return')}</span>
      </button>
      {go('options', t('popup_options'), ports.openOptions)}
    </nav>
  );
}
