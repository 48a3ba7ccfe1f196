import { ownGlobal } from '../platform/own-global';
import type { Request } from '../protocol/messages';
import { ask } from './ask';

/** What a script leaves on its world's global object: makes its part of the work, which ends with the signal. */
export type Create<Ports, Part> = (ports: Ports, signal: AbortSignal) => Part;

/** A part of the work in a script of its own, which the background loads into the frame when it is first needed. */
export class LazyScript<Ports, Part> {
  readonly #script: Request<'script.load'>['script'];
  readonly #key: string;
  readonly #ports: Ports;
  readonly #signal: AbortSignal;
  #loading: Promise<Part> | undefined;
  /** Once it is loaded. */
  loaded: Part | undefined;

  /**
   * @param key where the script leaves its `Create`
   * @param ports what it is made with
   */
  constructor(script: Request<'script.load'>['script'], key: string, ports: Ports, signal: AbortSignal) {
    this.#script = script;
    this.#key = key;
    this.#ports = ports;
    this.#signal = signal;
  }

  /** @throws Error where the background is gone, or the frame closed to extensions */
  load(): Promise<Part> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<Part> {
    await ask('script.load', { script: this.#script });
    const create = ownGlobal<Create<Ports, Part>>(this.#key);
    if (!create) throw new Error(`The ${this.#script} script did not load.`);
    this.#signal.throwIfAborted();
    this.loaded = create(this.#ports, this.#signal);
    return this.loaded;
  }
}
