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
  /** The reader was asked for access and said no. */
  declined: boolean;
  onSwitchOn: (site: string) => void;
  onAllow: (origins: readonly string[]) => void;
  onSearchAll: () => void;
}

/**
 * Says why there is no list of cards, truly: a page that was not read is never called empty.
 * @param props the report and what the buttons do
 * @returns the message for the report's state
 */
export function StateMessage(props: StateMessageProps) {
  switch (props.report.state) {
    case 'off':
      return <Off {...props} />;
    case 'restricted':
      return <Restricted {...props} />;
    case 'ungranted':
      return <Ungranted {...props} />;
    default:
      return <NothingFound {...props} />;
  }
}

function NothingFound({ total, onSearchAll }: StateMessageProps) {
  return (
    <Message lines="read" title={t('popup_empty_title')}>
      <p>{tn('popup_empty_text', total)}</p>
      <SearchAll onSearchAll={onSearchAll} />
    </Message>
  );
}

function Off({ report: { site }, onSwitchOn }: StateMessageProps) {
  return (
    <Message
      lines="unread"
      title={t('popup_off_title', site === null ? t('popup_this_site') : siteWords(site))}
    >
      <p>{t('popup_off_text')}</p>
      {site !== null && (
        <div class="actions">
          <button type="button" class="button prime" onClick={() => onSwitchOn(site)}>
            {t('turn_on', siteWords(site))}
          </button>
        </div>
      )}
    </Message>
  );
}

function Restricted({ report: { site }, onSearchAll }: StateMessageProps) {
  return (
    <Message lines="unread" title={t('popup_closed_title')}>
      <p>
        {site === null
          ? t('popup_closed_browser')
          : site === LOCAL_FILES
            ? t('popup_closed_files')
            : t('popup_closed_site', site)}
      </p>
      <SearchAll onSearchAll={onSearchAll} />
    </Message>
  );
}

function Ungranted({ report: { site, origins }, declined, onAllow }: StateMessageProps) {
  const place = site === null ? t('popup_this_page') : siteWords(site);
  return (
    <Message lines="asking" title={t('popup_ask_title', place)}>
      <p>{t('popup_ask_text')}</p>
      <div class="actions">
        {origins.length > 0 && (
          <button type="button" class="button prime" onClick={() => onAllow(origins)}>
            {t('popup_allow', place)}
          </button>
        )}
        <button type="button" class="link" onClick={() => onAllow(EVERY_SITE)}>
          {t('popup_allow_all')}
        </button>
      </div>
      <p class="fine" role="status">
        {t(declined ? 'popup_declined' : 'popup_revocable')}
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
    <Message lines="unread" title={t('unreachable_title')}>
      <p>{t('popup_unreachable')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          {t('try_again')}
        </button>
      </div>
    </Message>
  );
}

function SearchAll({ onSearchAll }: { onSearchAll: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="button" onClick={onSearchAll}>
        {t('popup_search_all')}
      </button>
    </div>
  );
}
