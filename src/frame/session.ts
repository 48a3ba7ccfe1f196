import { ask } from '../page/ask';
import { readCode } from '../page/elements';
import { LazyScript } from '../page/lazy-script';
import { MARK_KEY, type MarkPart, type MarkPorts } from '../page/mark-script';
import { passOver } from '../page/pass-over';
import { READING_KEY, readingScope } from '../page/reading';
import { isConnected } from '../platform/content-runtime';
import { readyState } from '../platform/dom';
import type { MessageName, Request, Responses } from '../protocol/messages';
import { DocumentLife } from './document-life';
import { answerBackground } from './handlers';
import { listenFirst, listenNoMore, takeFirst } from './own-events';
import { ReadLoop } from './read-loop';
import { PageMentions } from './reader/mentions';
import { PageReader } from './reader/reader';
import { summarize } from './reader/summary';
import { Reporter } from './report';
import { Screening } from './screening';
import { type Rules, SiteRules } from './site-rules';
import { readsCode, type Stored } from './stored';

/** One document's life with Sidelight: reads it, has it marked, reports it, until its controller aborts. */
export class Session {
  readonly #controller: AbortController;
  readonly #signal: AbortSignal;
  readonly #mentions = new PageMentions();
  readonly #followers = new Set<() => void>();
  readonly #rules: SiteRules;
  readonly #marks: LazyScript<MarkPorts, MarkPart>;
  readonly #reader: PageReader;
  readonly #loop: ReadLoop;
  readonly #life: DocumentLife;
  readonly #reporter: Reporter;

  /**
   * @param stored what the frame read from the store
   * @param isLate whether the document was there before the script
   * @param controller ends the session for good: the site was switched off, or the extension is gone
   * @param rest ends it until the page comes back from the browser's history
   */
  constructor(stored: Stored, isLate: boolean, controller: AbortController, rest: () => void) {
    const { signal } = controller;
    this.#controller = controller;
    this.#signal = signal;
    readCode(stored.readsCode);
    this.#rules = new SiteRules({
      ask: () => this.#send('site.ask', {}),
      onRules: (rules) => this.#take(rules),
      onOff: () => controller.abort(),
    });
    this.#marks = new LazyScript('mark', MARK_KEY, this.#markPorts(), signal);
    this.#reporter = new Reporter(
      {
        report: () => ({
          cards: summarize(this.#mentions.all()),
          hasUnreadCode: this.#mentions.hasUnreadCode,
        }),
        pace: () => this.#reader.pace,
        tell: () => void this.#send('page.scanned', {}),
      },
      signal,
    );
    this.#life = new DocumentLife({
      controller,
      onLeave: (isKept) => {
        this.#reporter.leave();
        if (isLate) void this.#send('page.replaced', {});
        // The extension may be gone when the page comes back: Firefox would then show marks that nothing can take away.
        if (isKept) rest();
      },
    });
    const screening = new Screening(stored.filter);
    this.#loop = new ReadLoop(
      {
        mentions: this.#mentions,
        reader: () => this.#reader,
        mayMatter: (blocks) => screening.passes(blocks, this.#reader.shadowRoots),
        prepare: () => this.#prepare(),
        read: (request) => this.#send('blocks.read', request),
        settle: (isComplete) => this.#settle(isComplete),
      },
      signal,
    );
    const readOn = () => void this.#loop.readOn();
    this.#reader = new PageReader(this.#mentions, stored.filter, { onRead: readOn, onTitle: readOn }, signal);
    window.addEventListener('DOMContentLoaded', () => this.#listen(this.#reader.isComplete), {
      once: true,
      signal,
    });
    readingScope[READING_KEY] = { mentions: this.#mentions, followers: this.#followers, signal };
    signal.addEventListener('abort', () => delete readingScope[READING_KEY]);
    answerBackground(
      {
        stop: () => controller.abort(),
        renew: () => void this.#renew(),
        reporter: this.#reporter,
        marks: this.#marks,
      },
      signal,
    );
  }

  #markPorts(): MarkPorts {
    return {
      mentions: this.#mentions,
      settings: () => this.#known().settings,
      keys: () => this.#known().keys,
      shadowRoots: () => this.#reader.shadowRoots,
      addShadowRoot: (root) => this.#reader.addShadowRoot(root),
      takeFirst,
      send: (name: MessageName, request: Request<MessageName>) => void this.#send(name, request),
      onCorrected: (corrections) => this.#correct(corrections),
      onGone: () => this.#controller.abort(),
    };
  }

  /** The mark script is made only after the rules are there. */
  #known(): Rules {
    if (!this.#rules.current) throw new Error('What holds on this site is not known yet.');
    return this.#rules.current;
  }

  /** Sends a message; one that nobody can answer any more ends the session. @returns undefined where it failed */
  async #send<N extends MessageName>(name: N, request: Request<N>): Promise<Responses[N] | undefined> {
    try {
      return await ask(name, request);
    } catch (error) {
      if (!isConnected()) this.#controller.abort();
      else console.debug('Sidelight:', error);
      return undefined;
    }
  }

  async #prepare(): Promise<boolean> {
    const [rules] = await Promise.all([this.#rules.load(), this.#marks.load()]);
    return rules !== undefined;
  }

  /** Decides, paints and reports what is known by now. */
  #settle(isComplete: boolean): void {
    if (this.#signal.aborted) return;
    if (!isConnected()) {
      this.#controller.abort();
      return;
    }
    passOver(() => this.#life.renew());
    const isDecided = passOver(() => this.#mentions.decide()) === true;
    passOver(() => this.#listen(isComplete));
    this.#marks.loaded?.update(isDecided);
    for (const follow of this.#followers) passOver(follow);
    if (isComplete) passOver(() => this.#reporter.update());
  }

  /** A page without a mention loses the listeners that come before its own. */
  #listen(isComplete: boolean): void {
    if (this.#mentions.size > 0) listenFirst(this.#signal);
    else if (isComplete && readyState() !== 'loading') listenNoMore();
  }

  /** Something else holds: what the frame knows already is asked for again. */
  async #renew(): Promise<void> {
    if (this.#rules.current) await this.#rules.reload();
    else if (readCode(await readsCode())) this.#reader.readAgain();
  }

  #take({ settings, corrections }: Rules): void {
    this.#mentions.markFirstOnly(settings.marks === 'first');
    this.#correct(corrections);
    if (readCode(settings.code === 'read')) this.#reader.readAgain();
  }

  #correct(corrections: Rules['corrections']): void {
    this.#mentions.takeCorrections(corrections);
    void this.#loop.readOn();
  }
}
