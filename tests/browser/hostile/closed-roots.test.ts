import { it } from 'vitest';
import { inBrowsers, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

inBrowsers('closed shadow roots', hostilePages, (bench) => {
  it('are read: declared, nested, of custom elements, and of those that are defined late', async () => {
    const page = await bench.open('/closed-roots.html');
    await page.bringToFront();
    await waitForPainted(page, ['Anthropic', 'Trainium', 'Claude', 'GPU clusters', 'Neuron SDK']);
    await bench.driven.waitForBadge(page, '5');
    await page.close();
  });
});
