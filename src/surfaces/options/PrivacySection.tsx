import { useEffect, useState } from 'preact/hooks';
import { formatNumber, t, tn } from '../../platform/text';
import { RichText } from '../../ui/RichText';
import { listPermissions } from './permissions';
import type { OptionsPorts, PrivacyFacts } from './ports';

/** The directive that allows connections to the extension's own files only (CSP Level 3). */
const OWN_FILES_ONLY = "connect-src 'self'";

/**
 * What Sidelight may do, and why, as the browser reports it.
 * @param props the page's ports
 * @returns a section that is refreshed whenever the window gets the focus
 */
export function PrivacySection({ ports }: { ports: Pick<OptionsPorts, 'facts'> }) {
  const [facts, setFacts] = useState<PrivacyFacts>();
  useEffect(() => {
    const load = () => void ports.facts().then(setFacts, () => setFacts(undefined));
    load();
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [ports]);
  return (
    <section id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('options_privacy')}</h2>
      <p class="lead">{t('options_privacy_lead')}</p>
      {facts && (
        <>
          <div class="proof">
            <p class="counted">
              <b>{formatNumber(facts.outsideRequests.length)}</b>
              <span>{tn('requests', facts.outsideRequests.length)}</span>
            </p>
            <p class="argued">
              {facts.policy.includes(OWN_FILES_ONLY) ? (
                <RichText of="options_policy" nodes={[<code>{OWN_FILES_ONLY}</code>]} />
              ) : (
                t('options_policy_open')
              )}{' '}
              {t('options_check')}
            </p>
          </div>
          <h3 class="listed">{t('options_permissions')}</h3>
          <ul>
            {listPermissions(facts.rights).map(({ name, isHost, title, reason }) => (
              <li key={name}>
                <div class="said">
                  <p class="what">
                    <b>{t(title)}</b> <code>{name}</code>
                  </p>
                  <p class="details">{t(reason)}</p>
                </div>
                <p class="state">
                  {isHost && !facts.hasAllSites ? t('permission_partly') : t('permission_granted')}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
