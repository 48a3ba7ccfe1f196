import { t } from '../../platform/text';
import { ActionIcon } from '../../ui/Icon';
import type { PopupPorts } from './ports';

export interface PopupNavProps {
  ports: Pick<PopupPorts, 'openPanel' | 'openAtlas' | 'openOptions'>;
  /** One of the ways was barred. */
  onFailed: () => void;
}

/**
 * The ways on from the popup: beside the page, to the whole analysis, to the reader's choices.
 * @param props the ways, and what happens where one fails
 * @returns a `nav`
 */
export function PopupNav({ ports, onFailed }: PopupNavProps) {
  // The panel's opening has to be asked for in the click itself.
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
