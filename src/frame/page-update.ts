import type { Corrections } from '../core/corrections';
import { attempt } from '../page/attempt';
import { setCodeRead } from '../page/elements';
import type { LazyScript } from '../page/lazy-script';
import type { MarkPart, MarkPorts } from '../page/mark-script';
import { isConnected } from '../platform/content-runtime';
import { readyState } from '../platform/dom';
import type { DocumentLifetime } from './document-lifetime';
import { startCapture, stopCapture } from './event-capture';
import type { PageMentions } from './reader/mentions';
import type { PageReader } from './reader/reader';
import type { Reporter } from './report';
import type { Rules, SiteRules } from './site-rules';
import { readCodeSetting } from './stored';

interface Parts {
  readonly mentions: PageMentions;
  readonly reader: PageReader;
  readonly rules: SiteRules;
  readonly marks: LazyScript<MarkPorts, MarkPart>;
  readonly reporter: Reporter;
  readonly lifetime: DocumentLifetime;
  notifyFollowers(): void;
  /** Has the read loop run. */
  run(): void;
}

/** Brings a session's mentions, marks and report up to date with what was read and with what the reader has chosen. */
export class PageUpdate {
  readonly #parts: Parts;
  readonly #controller: AbortController;

  /** @param controller is aborted when the extension is gone */
  constructor(parts: Parts, controller: AbortController) {
    this.#parts = parts;
    this.#controller = controller;
    window.addEventListener('DOMContentLoaded', () => this.#updateCapture(parts.reader.isComplete), {
      once: true,
      signal: controller.signal,
    });
  }

  /** Decides, paints and reports. @param isComplete whether nothing is left to read */
  update(isComplete: boolean): void {
    if (this.#controller.signal.aborted) return;
    if (!isConnected()) {
      this.#controller.abort();
      return;
    }
    const { mentions, marks, reporter, lifetime, notifyFollowers } = this.#parts;
    attempt(() => lifetime.rebind());
    const isDecided = attempt(() => mentions.decide()) === true;
    attempt(() => this.#updateCapture(isComplete));
    marks.loaded?.update(isDecided);
    notifyFollowers();
    if (isComplete) attempt(() => reporter.update());
  }

  /** Settings or corrections have changed: loads those that the frame uses again. */
  async refresh(): Promise<void> {
    const { rules, reader } = this.#parts;
    if (rules.current) await rules.reload();
    else if (setCodeRead(await readCodeSetting())) reader.readAgain();
  }

  /** Applies a site's rules: settings and corrections. */
  apply({ settings, corrections }: Rules): void {
    this.correct(corrections);
    if (setCodeRead(settings.code === 'read')) this.#parts.reader.readAgain();
  }

  /** Applies all corrections of the site, in place of those before. */
  correct(corrections: Corrections): void {
    this.#parts.mentions.setCorrections(corrections);
    this.#parts.run();
  }

  /** A page without a mention loses the listeners that come before its own. */
  #updateCapture(isComplete: boolean): void {
    if (this.#parts.mentions.size > 0) startCapture(this.#controller.signal);
    else if (isComplete && readyState() !== 'loading') stopCapture();
  }
}
