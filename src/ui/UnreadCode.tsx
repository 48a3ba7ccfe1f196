import { t } from '../platform/text';

/**
 * Says that code on the page was passed over though there are terms in it, with the switch at hand.
 * @param props what the button does: has code read from now on
 * @returns a bar
 */
export function UnreadCode({ onRead }: { onRead: () => void }) {
  return (
    <div class="unread-code">
      <p role="status">{t('unread_code')}</p>
      <button type="button" class="link" title={t('unread_code_read_title')} onClick={onRead}>
        {t('unread_code_read')}
      </button>
    </div>
  );
}
