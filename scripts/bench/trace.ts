import type { CDPSession, Page } from 'puppeteer-core';

/** What Chromium's main thread did in one load, in milliseconds. */
export interface Load {
  /** Script of the extension alone. */
  readonly own: number;
  /** The longest stretch of it without a break. */
  readonly longestOwn: number;
  readonly script: number;
  readonly task: number;
  readonly style: number;
  readonly layout: number;
  /** Bytes of JavaScript heap in use after a collection. */
  readonly heap: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own time. */
  readonly tdur?: number;
  readonly tid: number;
  readonly pid: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly frame?: string } };
}

/** The events that stand for JavaScript being run. */
const SCRIPT_EVENTS = new Set(['EvaluateScript', 'FunctionCall']);

/** Follows one tab's main thread. */
export class Tracer {
  readonly #client: CDPSession;
  readonly #origin: string;

  private constructor(client: CDPSession, origin: string) {
    this.#client = client;
    this.#origin = origin;
  }

  static async attach(page: Page, extensionOrigin: string): Promise<Tracer> {
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Tracer(client, extensionOrigin);
  }

  /** Records while something happens. */
  async record(work: () => Promise<unknown>): Promise<Load> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
    this.#client.on('Tracing.dataCollected', collect);
    await this.#client.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline'] },
    });
    const before = await this.#metrics();
    await work();
    const after = await this.#metrics();
    const complete = new Promise((done) => this.#client.once('Tracing.tracingComplete', done));
    await this.#client.send('Tracing.end');
    await complete;
    this.#client.off('Tracing.dataCollected', collect);
    const own = this.#ownStretches(events);
    const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0));
    return {
      own: own.reduce((sum, duration) => sum + duration, 0),
      longestOwn: Math.max(0, ...own),
      script: spent('ScriptDuration'),
      task: spent('TaskDuration'),
      style: spent('RecalcStyleDuration'),
      layout: spent('LayoutDuration'),
      heap: await this.heap(),
    };
  }

  /** Bytes of heap in use after everything that can go has gone. */
  async heap(): Promise<number> {
    for (let round = 0; round < 3; round++) await this.#client.send('HeapProfiler.collectGarbage');
    return (await this.#metrics()).get('JSHeapUsedSize') ?? 0;
  }

  async #metrics(): Promise<Map<string, number>> {
    const { metrics } = await this.#client.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  /** Durations of the outermost stretches of script that begin in a file of the extension, in milliseconds. */
  #ownStretches(events: readonly TraceEvent[]): number[] {
    const own = events
      .filter(({ name, ph, args }) => {
        return ph === 'X' && SCRIPT_EVENTS.has(name) && args?.data?.url?.startsWith(this.#origin) === true;
      })
      .sort((a, b) => a.ts - b.ts);
    const durations: number[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { ts, dur = 0, tdur = dur } of own) {
      if (ts >= end) durations.push(tdur / 1000);
      end = Math.max(end, ts + dur);
    }
    return durations;
  }
}
