import { useState } from 'preact/hooks';
import { t, tn } from '../platform/text';
import type { TabReport } from '../protocol/reports';
import { LOCAL_FILES } from '../settings/keys';
import { siteLabel } from '../settings/site-label';
import { Message } from './Message';

/** A match pattern for every web site, covered by the manifest's host permissions. */
const EVERY_SITE = ['*://*/*'];

export interface StateMessageProps {
  report: TabReport;
  /** Number of cards in the pack. */
  total: number;
  onSwitchOn: (site: string) => void;
  /** Takes a paused page up again. */
  onResume: () => void;
  /** Requests access from the browser; resolves to whether it was granted. */
  onAllow: (origins: readonly string[]) => Promise<boolean>;
  /** Undefined where there is no search. */
  onSearchAll?: () => void;
}

/**
 * Explains why there are no cards. A page that was not read is never called empty.
 * @param props the report and event handlers
 * @returns the message for the report's state
 */
export function StateMessage(props: StateMessageProps) {
  switch (props.report.state) {
    case 'paused':
      return <Paused {...props} />;
    case 'off':
      return <Off {...props} />;
    case 'restricted':
      return <Closed {...props} />;
    case 'ungranted':
      return <Ungranted {...props} />;
    case 'reading':
      return (
        <Message lines="asking" title={t('state_reading_title')}>
          <p>{t('state_reading')}</p>
        </Message>
      );
    case 'read':
      return (
        <Message lines="read" title={t('state_nothing_title')}>
          <p>{tn('state_nothing', props.total)}</p>
          <SearchAll {...props} />
        </Message>
      );
  }
}

function Off({ report: { site }, onSwitchOn }: StateMessageProps) {
  return (
    <Message lines="unread" title={t('state_off_title', site === null ? t('this_site') : siteLabel(site))}>
      <p>{t('state_off')}</p>
      {site !== null && (
        <div class="actions">
          <button type="button" class="button prime" onClick={() => onSwitchOn(site)}>
            {t('turn_on', siteLabel(site))}
          </button>
        </div>
      )}
    </Message>
  );
}

function Paused({ onResume }: StateMessageProps) {
  return (
    <Message lines="unread" title={t('state_paused_title')}>
      <p>{t('state_paused')}</p>
      <div class="actions">
        <button type="button" class="button prime" onClick={onResume}>
          {t('resume_page')}
        </button>
      </div>
    </Message>
  );
}

function Closed(props: StateMessageProps) {
  const { site } = props.report;
  return (
    <Message lines="unread" title={t('state_closed_title')}>
      <p>
        {site === null
          ? t('state_closed_browser')
          : site === LOCAL_FILES
            ? t('state_closed_files')
            : t('state_closed_site', site)}
      </p>
      <SearchAll {...props} />
    </Message>
  );
}

function Ungranted({ report: { site, origins }, onAllow }: StateMessageProps) {
  const [isDeclined, setDeclined] = useState(false);
  const name = site === null ? t('this_page') : siteLabel(site);
  const allow = (wanted: readonly string[]) => {
    // Before anything is awaited: the browser requires a user gesture.
    onAllow(wanted).then(
      (isGranted) => setDeclined(!isGranted),
      () => setDeclined(true),
    );
  };
  return (
    <Message lines="asking" title={t('state_ask_title', name)}>
      <p>{t('state_ask')}</p>
      <div class="actions">
        {origins.length > 0 && (
          <button type="button" class="button prime" onClick={() => allow(origins)}>
            {t('state_allow', name)}
          </button>
        )}
        <button type="button" class="link" onClick={() => allow(EVERY_SITE)}>
          {t('state_allow_all')}
        </button>
      </div>
      <p class="fine" role="status">
        {t(isDeclined ? 'state_declined' : 'state_revocable')}
      </p>
    </Message>
  );
}

function SearchAll({ onSearchAll }: StateMessageProps) {
  if (!onSearchAll) return null;
  return (
    <div class="actions">
      <button type="button" class="button" onClick={onSearchAll}>
        {t('state_search_all')}
      </button>
    </div>
  );
}

/**
 * Explains that the background did not respond.
 * @param props an event handler
 * @returns a message
 */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <Message lines="unread" title={t('unreachable_title')}>
      <p>{t('state_unreachable')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          {t('try_again')}
        </button>
      </div>
    </Message>
  );
}
