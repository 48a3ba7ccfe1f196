import { expect, it } from 'vitest';
import { findMention, restMouse, waitForCard } from '../../../scripts/browser/mention';
import { inBrowsers, paintedTexts, waitForPainted } from '../in-browsers';
import { hostilePages } from './pages';

// A range over several bases takes the readings between them along; its mark lies on the bases only.
inBrowsers(
  'readings of ruby',
  hostilePages,
  (bench) => {
    it('do not break the word', async () => {
      const page = await bench.open('/ruby.html');
      await waitForPainted(page, ['Anthropic', 'Trainium', 'Claude', 'AWS Bedベッドrock', 'Claude']);
      await page.close();
    });

    it('are no text of their own, however they are grouped', async () => {
      const page = await bench.open('/ruby-groups.html');
      const report = await bench.driven.waitForReport(page, ({ total }) => total === 6);
      expect(report.cards.map(({ card }) => card)).not.toContain('nvidia');
      const bases = (await paintedTexts(page)).map((text) => text.replace(/[\s()]|NVIDIA|[^\x20-\x7E]/g, ''));
      expect(bases.sort()).toEqual(
        ['AWS', 'AamamazonzonBedrock', 'Anthropic', 'Anthropic', 'Claude', 'Trainium'].sort(),
      );
      await page.close();
    });

    it('may come and go', async () => {
      const page = await bench.open('/ruby-late.html');
      const press = (id: string) => page.evaluate((wanted) => document.getElementById(wanted)?.click(), id);
      const others = ['Anthropic', 'Trainium', 'Claude'];
      await waitForPainted(page, [...others, 'Amazon Bedrock']);
      await press('on');
      await waitForPainted(page, [...others, 'Amazon Bedbedrock']);
      await press('off');
      await waitForPainted(page, [...others, 'Amazon Bedrock']);
      await page.close();
    });

    it('may stand at every word, and are not underlined', async () => {
      const page = await bench.open('/ruby-heavy.html');
      await bench.driven.waitForReport(page, ({ total }) => total === 600);
      const lines = await page.evaluate(() => {
        const line = (selector: string) => {
          const element = document.querySelector(selector);
          return element && getComputedStyle(element, '::highlight(reading-note)').textDecorationLine;
        };
        return [line('ruby'), line('rt')];
      });
      expect(lines).toEqual(['underline', 'none']);
      const place = await findMention(page, 'Bedrock');
      if (!place) throw new Error('Bedrock is not marked');
      await restMouse(page, place);
      await waitForCard(page);
      await page.close();
    });
  },
  { everyMention: true },
);
