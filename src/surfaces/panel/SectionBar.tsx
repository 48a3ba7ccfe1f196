import { t } from '../../platform/text';
import type { SectionInView } from '../../protocol/reading-port';

/** More sections than these are told in words only. */
const MAX_TICKS = 9;

/**
 * Which section of the page is being read, and how far in it stands.
 * @param props the section, in the page's own words
 * @returns a bar
 */
export function SectionBar({ section: { title, index, total } }: { section: SectionInView }) {
  return (
    <section class="section-bar" aria-label={t('panel_reading')}>
      <div>
        <small aria-hidden="true">{t('panel_reading')}</small>
        <p class="section-title" dir="auto">
          {title || t('panel_opening')}
        </p>
      </div>
      <div class="section-place">
        {total > 1 && total <= MAX_TICKS && (
          <span class="ticks" aria-hidden="true">
            {Array.from({ length: total }, (_, tick) => (
              <i key={tick} class={tick + 1 === index ? 'lit' : undefined} />
            ))}
          </span>
        )}
        <small>{t('panel_section_place', index, total)}</small>
      </div>
    </section>
  );
}
