import type { Page } from 'puppeteer-core';
import { Tracer } from './trace';

/** What a page that changes costs, in milliseconds of the extension's script. */
export interface ChangeCost {
  readonly what: string;
  readonly aSecond: number;
  readonly aChange: number;
  /** The longest stretch without a break. */
  readonly longest: number;
}

/** What is done in every frame, as code that is given `log`, an element, and the frame's number `turn`; and how many changes that is. */
const SCENARIOS = [
  { what: 'nothing', changes: 1, code: '' },
  {
    what: 'four nodes come in',
    changes: 4,
    code: `for (let line = 0; line < 4; line++) {
      const entry = document.createElement('p');
      entry.textContent = 'Line ' + turn + (turn % 5 || line ? ': all is well.' : ': Inferentia serves it.');
      log.append(entry);
    }`,
  },
  {
    what: 'a text is written anew',
    changes: 1,
    code: `log.textContent = 'At ' + turn + (turn % 2 ? ' NVIDIA sells.' : ' nothing happens.');`,
  },
  {
    what: 'a subtree moves',
    changes: 1,
    code: `if (turn === 0)
      log.innerHTML = '<section><p>Inferentia serves.</p></section><section><p>NVIDIA sells.</p></section>';
    log.append(log.firstElementChild);`,
  },
  {
    what: 'a list’s first row becomes its last, with other text',
    changes: 1,
    code: `if (turn === 0) log.innerHTML = '<p>Row</p>'.repeat(10);
    const row = log.firstElementChild;
    row.textContent = 'Row ' + turn + (turn % 10 ? ': nothing.' : ': Inferentia.');
    log.append(row);`,
  },
  {
    what: 'the body is replaced',
    changes: 1,
    code: `const body = document.createElement('body');
    body.innerHTML = '<p>Turn ' + turn + ': Anthropic rents Trainium chips.</p>';
    document.body.replaceWith(body);`,
  },
] as const;

const SECONDS = 5;

/**
 * Measures each scenario in Chromium.
 * @param open opens a page that has an element `#log`, marked already
 */
export async function measureChanges(
  open: () => Promise<Page>,
  extensionOrigin: string,
): Promise<ChangeCost[]> {
  const costs: ChangeCost[] = [];
  for (const { what, changes, code } of SCENARIOS) {
    const page = await open();
    const tracer = await Tracer.attach(page, extensionOrigin);
    let turns = 0;
    const { own, longestOwn } = await tracer.record(async () => {
      turns = await page.evaluate(play, code, SECONDS * 1_000);
    });
    const aChange = own / (turns * changes);
    costs.push({ what, aSecond: own / SECONDS, aChange, longest: longestOwn });
    await page.close();
  }
  return costs;
}

/** Runs in the page. @returns how many frames there were */
async function play(code: string, milliseconds: number): Promise<number> {
  const change = new Function('log', 'turn', code);
  const log = document.querySelector('#log');
  const end = performance.now() + milliseconds;
  let turn = 0;
  for (; performance.now() < end; turn++) {
    change(log, turn);
    await new Promise(requestAnimationFrame);
  }
  return turn;
}
