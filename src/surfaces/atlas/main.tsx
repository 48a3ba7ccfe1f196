import { render } from 'preact';
import { cards } from '../../pack/built-in';
import { argument } from '../../pack/built-in-argument';
import { paragraphs } from '../../pack/built-in-paragraphs';
import { api } from '../../platform/browser';
import { isTabOpen } from '../../platform/tabs';
import { localisePage } from '../../platform/text';
import { send } from '../../protocol/surface';
import { applyAppearance } from '../../settings/appearance';
import { onReportChanged, reportTab } from '../../tab/report';
import { ParagraphProvider } from '../../ui/citations';
import { App } from './App';
import { afterPaint } from './after-paint';
import type { AtlasPorts } from './ports';

/** Id of the tab whose page lights the atlas; null where it was opened without one. */
const tab = new URLSearchParams(location.search).get('tab');
const tabId = tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : null;

const askReport: AtlasPorts['report'] = async () => {
  if (tabId === null) return 'unlit';
  return (await isTabOpen(tabId)) ? reportTab(tabId) : 'closed';
};
// Requested before the first render, since the reader waits for the answer.
let firstReport: ReturnType<typeof askReport> | undefined = askReport();

const ports: AtlasPorts = {
  report() {
    const answer = firstReport ?? askReport();
    firstReport = undefined;
    return answer;
  },
  onReportChanged(listener) {
    if (tabId === null) return () => undefined;
    const whenSeen = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', whenSeen);
    const stop = onReportChanged(tabId, whenSeen);
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      stop();
    };
  },
  async showMention(card) {
    if (tabId === null) return { position: 0, count: 0 };
    const shown = await send('mention.show', { tabId, card, direction: 1 });
    if (shown.count > 0) await send('tab.front', { tabId });
    return shown;
  },
  async goToPage() {
    if (tabId !== null) await send('tab.front', { tabId });
  },
  openOptions: () => api.runtime.openOptionsPage(),
};

const root = document.getElementById('app');
if (root) {
  localisePage('atlas_title');
  // Both have to arrive before it can render; a measure starts at the later of two marks with one name.
  const mark = () => void performance.mark('atlas-data');
  const answered = firstReport.then(mark, mark);
  await applyAppearance();
  mark();
  render(
    <ParagraphProvider value={paragraphs}>
      <App ports={ports} cards={cards} argument={argument} />
    </ParagraphProvider>,
    root,
  );
  await answered;
  afterPaint(() => performance.measure('atlas-render', 'atlas-data'));
}
