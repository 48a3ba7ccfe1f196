import type { Responses } from '../protocol/messages';

/** What holds on a page's site: corrections, settings, keys. */
export type Rules = Omit<Responses['site.ask'], 'enabled'>;

interface Ports {
  /** Asks the background; undefined where that failed. */
  ask(): Promise<Responses['site.ask'] | undefined>;
  /** Takes what holds from now on. */
  onRules(rules: Rules): void;
  /** The site is switched off. */
  onOff(): void;
}

/** Learns what holds on a page's site, once something on the page may be a mention. */
export class SiteRules {
  readonly #ports: Ports;
  #loading: Promise<Rules | undefined> | undefined;
  /** What holds; undefined until it was asked for. */
  current: Rules | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Asks, unless that was done; undefined where it failed or the site is off. It may be tried again then. */
  load(): Promise<Rules | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Asks again where it was asked before: something else holds now. */
  async reload(): Promise<void> {
    if (!this.#loading) return;
    this.#loading = this.#load();
    await this.#loading;
  }

  async #load(): Promise<Rules | undefined> {
    const answer = await this.#ports.ask();
    if (!answer?.enabled) {
      this.#loading = undefined;
      if (answer) this.#ports.onOff();
      return undefined;
    }
    const { enabled: _, ...rules } = answer;
    this.current = rules;
    this.#ports.onRules(rules);
    return rules;
  }
}
