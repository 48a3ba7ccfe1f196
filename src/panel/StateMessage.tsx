import { useState } from 'preact/hooks';
import { t, tn } from '../platform/text';
import type { TabReport } from '../protocol/messages';
import { LOCAL_FILES, siteWords } from '../settings/site-name';
import { Message } from '../ui/Message';

/** Every web site, as a match pattern; within what the manifest asks for. */
const EVERY_SITE = ['*://*/*'];

export interface StateMessageProps {
  report: TabReport;
  /** Number of cards in the pack. */
  total: number;
  onSwitchOn: (site: string) => void;
  /** Asks the browser for access; answers whether it was given. */
  onAllow: (origins: readonly string[]) => Promise<boolean>;
}

/**
 * Says why there are no cards, truly: a page that was not read is never called empty.
 * @param props the report and what the buttons do
 * @returns the message for the report's state
 */
export function StateMessage(props: StateMessageProps) {
  const { report, total, onSwitchOn } = props;
  const { site } = report;
  switch (report.state) {
    case 'off':
      return (
        <Message
          lines="unread"
          title={t('panel_off_title', site === null ? t('panel_this_site') : siteWords(site))}
        >
          <p>{t('panel_off')}</p>
          {site !== null && (
            <div class="actions">
              <button type="button" class="button prime" onClick={() => onSwitchOn(site)}>
                {t('panel_switch_on', siteWords(site))}
              </button>
            </div>
          )}
        </Message>
      );
    case 'restricted':
      return (
        <Message lines="unread" title={t('panel_restricted_title')}>
          <p>
            {site === null
              ? t('panel_restricted_browser')
              : site === LOCAL_FILES
                ? t('panel_restricted_files')
                : t('panel_restricted_site', site)}
          </p>
        </Message>
      );
    case 'ungranted':
      return <Ungranted {...props} />;
    case 'reading':
      return (
        <Message lines="asking" title={t('panel_being_read_title')}>
          <p>{t('panel_being_read')}</p>
        </Message>
      );
    case 'read':
      return (
        <Message lines="read" title={t('panel_nothing_title')}>
          <p>{tn('panel_nothing', total)}</p>
        </Message>
      );
  }
}

function Ungranted({ report: { site, origins }, onAllow }: StateMessageProps) {
  const [isDeclined, setDeclined] = useState(false);
  const place = site === null ? t('panel_this_page') : siteWords(site);
  const allow = (wanted: readonly string[]) => {
    onAllow(wanted).then(
      (granted) => setDeclined(!granted),
      () => setDeclined(true),
    );
  };
  return (
    <Message lines="asking" title={t('panel_ungranted_title', place)}>
      <p>{t('panel_ungranted')}</p>
      <div class="actions">
        {origins.length > 0 && (
          <button type="button" class="button prime" onClick={() => allow(origins)}>
            {t('panel_allow', place)}
          </button>
        )}
        <button type="button" class="link" onClick={() => allow(EVERY_SITE)}>
          {t('panel_allow_all')}
        </button>
      </div>
      <p class="fine" role="status">
        {isDeclined ? t('panel_declined') : t('panel_revocable')}
      </p>
    </Message>
  );
}

/**
 * The background gave no answer.
 * @param props what asking again does
 * @returns a message
 */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <Message lines="unread" title={t('panel_unreachable_title')}>
      <p>{t('panel_unreachable')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          {t('panel_retry')}
        </button>
      </div>
    </Message>
  );
}
