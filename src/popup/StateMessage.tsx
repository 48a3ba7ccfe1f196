import type { TabReport } from '../protocol/messages';
import { LOCAL_FILES } from '../settings/site-name';
import { countOf } from '../ui/words';
import { Message } from './Message';

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
    <Message lines="read" title="Nothing spotted on this page">
      <p>
        Sidelight read the page. None of the {countOf(total, 'term')} it knows appears here in the sense it
        knows.
      </p>
      <SearchAll onSearchAll={onSearchAll} />
    </Message>
  );
}

function Off({ report: { site }, onSwitchOn }: StateMessageProps) {
  return (
    <Message lines="unread" title={`Off on ${site ?? 'this site'}`}>
      <p>You turned Sidelight off here, so it has not read this page. Other sites are unaffected.</p>
      {site !== null && (
        <div class="actions">
          <button type="button" class="button prime" onClick={() => onSwitchOn(site)}>
            Turn on for {site}
          </button>
        </div>
      )}
    </Message>
  );
}

function Restricted({ report: { site }, onSearchAll }: StateMessageProps) {
  return (
    <Message lines="unread" title="Extensions may not run here">
      {site === null ? (
        <p>
          This is a page of the browser’s own, such as settings, a new tab or a built-in viewer. Sidelight has
          not read it.
        </p>
      ) : site === LOCAL_FILES ? (
        <p>
          The browser keeps extensions out of local files, unless you allow it on the extension’s own page in
          the browser’s settings. Sidelight has not read this one.
        </p>
      ) : (
        <p>
          {site} is one of the sites that the browser keeps all extensions out of, like its own store.
          Sidelight has not read this page.
        </p>
      )}
      <SearchAll onSearchAll={onSearchAll} />
    </Message>
  );
}

function Ungranted({ report: { site, origins }, declined, onAllow }: StateMessageProps) {
  const place = site ?? 'this page';
  return (
    <Message lines="asking" title={`May Sidelight read ${place}?`}>
      <p>
        Your browser has not given access to this site, so the page is unread. With access, Sidelight looks
        for its terms in the text, on this computer. Nothing is sent anywhere.
      </p>
      <div class="actions">
        {origins.length > 0 && (
          <button type="button" class="button prime" onClick={() => onAllow(origins)}>
            Allow on {place}
          </button>
        )}
        <button type="button" class="link" onClick={() => onAllow(EVERY_SITE)}>
          Allow on every site
        </button>
      </div>
      <p class="fine" role="status">
        {declined
          ? 'Access was not given. Nothing has been read.'
          : 'You can take this back at any time in the browser’s settings for extensions.'}
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
    <Message lines="unread" title="Sidelight is not answering">
      <p>
        Its background part could not be reached, so it is unknown whether this page was read. If it stays so,
        turn the extension off and on again.
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    </Message>
  );
}

function SearchAll({ onSearchAll }: { onSearchAll: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="button" onClick={onSearchAll}>
        Search all cards
      </button>
    </div>
  );
}
