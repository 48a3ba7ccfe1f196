import type { Responses } from '../protocol/messages';

/** A site's rules: corrections, settings, keys. */
export type Rules = Omit<Responses['site.ask'], 'enabled'>;

interface Ports {
  /** Asks the background; resolves to undefined if that failed. */
  ask(): Promise<Responses['site.ask'] | undefined>;
  /** Called with the rules, at first and whenever they have changed. */
  onRules(rules: Rules): void;
  /** The site is switched off. */
  onDisabled(): void;
}

/** Loads the rules of a page's site, once something on the page may be a mention. */
export class SiteRules {
  readonly #ports: Ports;
  #loading: Promise<Rules | undefined> | undefined;
  /** Undefined until they were loaded. */
  current: Rules | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** @throws Error until they were asked for: the mark script is created only after that */
  get known(): Rules {
    if (!this.current) throw new Error('Not loaded.');
    return this.current;
  }

  /** Loads the rules once. Resolves to undefined if that failed or the site is off; the next call tries again. */
  load(): Promise<Rules | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Loads the rules again, if they were loaded before. */
  async reload(): Promise<void> {
    if (!this.#loading) return;
    this.#loading = this.#load();
    await this.#loading;
  }

  async #load(): Promise<Rules | undefined> {
    const answer = await this.#ports.ask();
    if (!answer?.enabled) {
      this.#loading = undefined;
      if (answer) this.#ports.onDisabled();
      return undefined;
    }
    this.current = answer;
    this.#ports.onRules(answer);
    return answer;
  }
}
