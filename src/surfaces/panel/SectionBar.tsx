import { t } from '../../platform/text';
import type { SectionInView } from '../../protocol/reading-port';

/** Above this number of sections, the position is shown as text only. */
const MAX_TICKS = 9;

/**
 * The section of the page in the viewport, and its position among the sections.
 * @param props the section
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
