import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type MessageKey, t, tn } from '../../platform/text';
import { reasonOf } from '../../protocol/reason';
import type { StoredKind, StoredPart } from '../../settings/stored';
import type { OptionsPorts } from './ports';

const TITLES: Readonly<Record<StoredKind, MessageKey>> = {
  settings: 'stored_settings',
  sites: 'options_sites',
  corrections: 'options_corrections',
  known: 'options_known',
  other: 'stored_unknown',
  tables: 'stored_tables',
  start: 'stored_start',
};

const KEPT_UNTIL: Readonly<Partial<Record<StoredKind, MessageKey>>> = {
  tables: 'stored_until_rewritten',
  start: 'stored_until_closed',
};

/**
 * The stored data, with buttons to export and to erase it.
 * @param props the size of storage, and the page's ports
 * @returns a section; erasing asks for confirmation in place
 */
export function DataSection({
  stored,
  ports,
}: {
  stored: readonly StoredPart[];
  ports: Pick<OptionsPorts, 'exportAll' | 'eraseAll'>;
}) {
  const [status, setStatus] = useState('');
  const [problem, setProblem] = useState<string>();
  const fail = (error: unknown) => setProblem(t('options_unchanged', reasonOf(error)));
  const run = (work: Promise<void>, words: string) => {
    setProblem(undefined);
    work.then(() => setStatus(words), fail);
  };
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">{t('options_data')}</h2>
      <p class="lead">{t('options_data_lead')}</p>
      <ul>
        {stored
          .filter(({ kind, count }) => kind !== 'other' || count > 0)
          .map(({ kind, count, bytes }) => (
            <li key={kind}>
              <div class="said">
                <p class="what">{t(TITLES[kind])}</p>
                <p class="details">{t(KEPT_UNTIL[kind] ?? 'stored_until_erased')}</p>
              </div>
              <p class="state">
                {count === 0 ? t('stored_none') : `${tn('entries', count)} · ${formatBytes(bytes)}`}
              </p>
            </li>
          ))}
      </ul>
      <div class="row">
        <div class="said">
          <h3>{t('options_export')}</h3>
          <p>{t('options_export_lead')}</p>
        </div>
        <button type="button" class="button" onClick={() => run(ports.exportAll(), t('options_exported'))}>
          {t('options_export')}
        </button>
      </div>
      <EraseRow stored={stored} onErase={() => run(ports.eraseAll(), t('options_erased'))} />
      <p class="done" role="status">
        {status}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function EraseRow({ stored, onErase }: { stored: readonly StoredPart[]; onErase: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const wasAsking = useRef(false);
  const eraseButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  // The pressed button is removed: the focus moves to its replacement.
  useEffect(() => {
    if (isAsking) cancelButton.current?.focus();
    else if (wasAsking.current) eraseButton.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const erased = stored.filter(({ kind, count }) => kind !== 'tables' && count > 0);
  return (
    <div class="row">
      <div class="said">
        <h3 id="erase-title">{t('options_erase')}</h3>
        <p>{t('options_erase_lead')}</p>
      </div>
      {!isAsking && (
        <button ref={eraseButton} type="button" class="button danger" onClick={() => setIsAsking(true)}>
          {t('options_erase_ask')}
        </button>
      )}
      {isAsking && (
        <fieldset class="asking" aria-labelledby="erase-title" aria-describedby="erase-what">
          <div id="erase-what">
            <p>{erased.length > 0 ? t('options_erase_what') : t('options_erase_nothing')}</p>
            <ul>
              {erased.map(({ kind, count }) => (
                <li key={kind}>{`${t(TITLES[kind])}: ${tn('entries', count)}`}</li>
              ))}
            </ul>
          </div>
          <div class="answers">
            <button
              type="button"
              class="button danger"
              onClick={() => {
                setIsAsking(false);
                onErase();
              }}
            >
              {t('options_erase_yes')}
            </button>
            <button ref={cancelButton} type="button" class="button" onClick={() => setIsAsking(false)}>
              {t('options_erase_no')}
            </button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
