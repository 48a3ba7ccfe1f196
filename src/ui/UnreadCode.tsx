import { t } from '../platform/text';

/**
 * Explains that code on the page was skipped though it contains terms.
 * @param props an event handler that has code read from now on
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
