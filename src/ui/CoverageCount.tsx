import { t } from '../platform/text';
import type { Coverage } from './coverage';

export interface CoverageCountProps {
  coverage: Coverage;
  /** What the page leaves out, in words. */
  leftOut: string;
  /** The same in more words, as a tooltip. */
  title?: string;
  /** BCP 47 tag of these words. */
  language: string;
}

/**
 * How many parts of the argument a page is about, and, where it is about some, what it leaves out.
 * @param props what was measured, and words for what is left out
 * @returns a text
 */
export function CoverageCount({ coverage, leftOut, title, language }: CoverageCountProps) {
  const { parts } = coverage;
  const lit = parts.filter(({ state }) => state === 'lit').length;
  const isPartial = coverage.leftOut.length > 0 && coverage.leftOut.length < parts.length;
  return (
    <>
      <b>{t('coverage_count', lit, parts.length)}</b>
      {isPartial && (
        <>
          ; {t('coverage_without')}{' '}
          <span lang={language} title={title}>
            {leftOut}
          </span>
        </>
      )}
    </>
  );
}
