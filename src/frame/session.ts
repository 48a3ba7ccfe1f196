import { ask } from '../page/ask';
import { attempt } from '../page/attempt';
import { setCodeRead } from '../page/elements';
import { LazyScript } from '../page/lazy-script';
import { MARK_KEY, type MarkPart, type MarkPorts } from '../page/mark-script';
import { SESSION_HANDLE_KEY, sessionHandleScope } from '../page/session-handle';
import { isConnected } from '../platform/content-runtime';
import { readyState } from '../platform/dom';
import type { MessageName, Request, Responses } from '../protocol/messages';
import { DocumentLifetime } from './document-lifetime';
import { addCaptureHandler, startCapture, stopCapture } from './event-capture';
import { answerBackground } from './handlers';
import { ReadLoop } from './read-loop';
import { PageMentions } from './reader/mentions';
import { PageReader } from './reader/reader';
import { summarize } from './reader/summary';
import { Reporter } from './report';
import { Screening } from './screening';
import { type Rules, SiteRules } from './site-rules';
import { readCodeSetting, type Stored } from './stored';

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
  readonly #life: DocumentLifetime;
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
    setCodeRead(stored.readsCode);
    this.#rules = new SiteRules({
      ask: () => this.#send('site.ask', {}),
      onRules: (rules) => this.#take(rules),
      onDisabled: () => controller.abort(),
    });
    this.#marks = new LazyScript('mark', MARK_KEY, this.#markPorts(), signal);
    this.#reporter = new Reporter(
      {
        report: () => ({
          cards: summarize(this.#mentions.all()),
          hasUnreadCode: this.#mentions.hasUnreadCode,
        }),
        backoffMs: () => this.#reader.backoffMs,
        notify: () => void this.#send('page.scanned', {}),
      },
      signal,
    );
    this.#life = new DocumentLifetime({
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
        mayHoldMentions: (blocks) => screening.passes(blocks, this.#reader.shadowRoots),
        prepare: () => this.#prepare(),
        read: (request) => this.#send('blocks.read', request),
        update: (isComplete) => this.#settle(isComplete),
      },
      signal,
    );
    const readOn = () => void this.#loop.run();
    this.#reader = new PageReader(this.#mentions, stored.filter, { onRead: readOn, onTitle: readOn }, signal);
    window.addEventListener('DOMContentLoaded', () => this.#listen(this.#reader.isComplete), {
      once: true,
      signal,
    });
    sessionHandleScope[SESSION_HANDLE_KEY] = { mentions: this.#mentions, followers: this.#followers, signal };
    signal.addEventListener('abort', () => delete sessionHandleScope[SESSION_HANDLE_KEY]);
    answerBackground(
      {
        stop: () => controller.abort(),
        refresh: () => void this.#renew(),
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
      addCaptureHandler,
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
    attempt(() => this.#life.rebind());
    const isDecided = attempt(() => this.#mentions.decide()) === true;
    attempt(() => this.#listen(isComplete));
    this.#marks.loaded?.update(isDecided);
    for (const follow of this.#followers) attempt(follow);
    if (isComplete) attempt(() => this.#reporter.update());
  }

  /** A page without a mention loses the listeners that come before its own. */
  #listen(isComplete: boolean): void {
    if (this.#mentions.size > 0) startCapture(this.#signal);
    else if (isComplete && readyState() !== 'loading') stopCapture();
  }

  /** Something else holds: what the frame knows already is asked for again. */
  async #renew(): Promise<void> {
    if (this.#rules.current) await this.#rules.reload();
    else if (setCodeRead(await readCodeSetting())) this.#reader.readAgain();
  }

  #take({ settings, corrections }: Rules): void {
    this.#mentions.setFirstOnly(settings.marks === 'first');
    this.#correct(corrections);
    if (setCodeRead(settings.code === 'read')) this.#reader.readAgain();
  }

  #correct(corrections: Rules['corrections']): void {
    this.#mentions.setCorrections(corrections);
    void this.#loop.run();
  }
}
