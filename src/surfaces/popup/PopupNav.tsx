import { t } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';
import type { PopupPorts } from './ports';

export interface PopupNavProps {
  ports: Pick<PopupPorts, 'openPanel' | 'openAtlas' | 'openOptions'>;
  /** Called where one of them could not be opened. */
  onFailed: () => void;
}

/**
 * Buttons that open the panel, the atlas and the options.
 * @param props the popup's ports and an event handler
 * @returns a `nav`
 */
export function PopupNav({ ports, onFailed }: PopupNavProps) {
  // Called synchronously: opening the panel needs the user gesture.
  const go = (way: () => Promise<void>) => () => void way().catch(onFailed);
  return (
    <nav class="popup-nav" aria-label={t('popup_more')}>
      <button type="button" class="nav-link" onClick={go(ports.openPanel)}>
        <ActionIcon name="panel" />
        {t('popup_panel')}
      </button>
      <button type="button" class="nav-link" onClick={go(ports.openAtlas)}>
        <ActionIcon name="atlas" />
        {t('popup_atlas')}
      </button>
      <button type="button" class="nav-link" onClick={go(ports.openOptions)}>
        <ActionIcon name="options" />
        {t('popup_options')}
      </button>
    </nav>
  );
}
