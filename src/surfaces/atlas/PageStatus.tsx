import type { ComponentChildren } from 'preact';
import { t, tn } from '../../platform/text';
import type { TabReport } from '../../protocol/reports';
import { siteLabel } from '../../settings/site-label';
import type { Coverage } from '../../ui/coverage';

/** The page that lights the atlas: its report, or why there is none. `loading` until the first answer. */
export type PageState = TabReport | 'loading' | 'unlit' | 'closed' | 'failed';

export interface PageStatusProps {
  page: PageState;
  coverage: Coverage;
  /** BCP 47 tag of the pack's words. */
  language: string;
  onGoToPage: () => void;
  onRetry: () => void;
}

/**
 * Names the page that lights the atlas, and what it leaves out; or explains why no page does.
 * @param props the page, its coverage, and event handlers
 * @returns a section, empty until the first answer
 */
export function PageStatus(props: PageStatusProps) {
  const { page, onGoToPage, onRetry } = props;
  if (page === 'loading') return <section class="page-light" aria-busy="true" />;
  if (page === 'failed')
    return (
      <Note title={t('unreachable_title')} text={t('atlas_failed_text')}>
        <button type="button" class="link" onClick={onRetry}>
          {t('try_again')}
        </button>
      </Note>
    );
  if (page === 'unlit') return <Note title={t('atlas_unlit_title')} text={t('atlas_unlit_text')} />;
  if (page === 'closed') return <Note title={t('atlas_closed_title')} text={t('atlas_closed_text')} />;
  const toPage = (
    <button type="button" class="link" onClick={onGoToPage}>
      {t('atlas_go_to_page')}
    </button>
  );
  if (page.state === 'read' && page.cards.length > 0)
    return (
      <Lit report={page} {...props}>
        {toPage}
      </Lit>
    );
  const [title, text] = explainUnlit(page);
  return (
    <Note title={title} text={text}>
      {toPage}
    </Note>
  );
}

function Lit({
  report,
  coverage,
  language,
  children,
}: PageStatusProps & { report: TabReport; children: ComponentChildren }) {
  return (
    <section class="page-light lit" aria-labelledby="page-light-title">
      <h2 id="page-light-title">
        {report.site === null ? t('atlas_lit_title_nameless') : t('atlas_lit_title', siteLabel(report.site))}
      </h2>
      <p class="count">{`${tn('cards', report.cards.length)} · ${tn('mentions', report.total)}`}</p>
      <p>
        {t('atlas_lit_text')}{' '}
        {coverage.leftOut.length > 0 ? (
          <>
            {t('atlas_left_out')} <span lang={language}>{coverage.leftOutWords}.</span>
          </>
        ) : (
          t('atlas_nothing_left_out')
        )}
      </p>
      {children}
    </section>
  );
}

function explainUnlit({ state, site }: TabReport): [title: string, text: string] {
  const name = site === null ? t('atlas_this_page') : siteLabel(site);
  switch (state) {
    case 'read':
      return [t('atlas_empty_title', name), t('atlas_empty_text')];
    case 'reading':
      return [t('atlas_reading_title', name), t('atlas_reading_text')];
    case 'paused':
      return [t('atlas_paused_title', name), t('atlas_unread_text')];
    case 'off':
      return [t('atlas_off_title', name), t('atlas_unread_text')];
    default:
      return [t('atlas_closed_off_title', name), t('atlas_unread_text')];
  }
}

function Note({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="page-light" aria-labelledby="page-light-title">
      <h2 id="page-light-title">{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
