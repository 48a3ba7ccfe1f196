import { rootElement } from '../platform/dom';

/** Follows what the reader does, while there is something to do it with. */
export class InputBinding {
  readonly #bind: (signal: AbortSignal) => void;
  readonly #signal: AbortSignal;
  #bound: AbortController | undefined;
  #root: Element | null = null;

  /**
   * @param bind adds all listeners, until its signal
   * @param signal ends everything
   */
  constructor(bind: (signal: AbortSignal) => void, signal: AbortSignal) {
    this.#bind = bind;
    this.#signal = signal;
  }

  /** Binds or unbinds, and binds anew where `document.open()` has taken the listeners away with the old root. */
  update(isWanted: boolean): void {
    const root = rootElement();
    const isBound = this.#bound !== undefined && root === this.#root;
    if (isBound === isWanted) return;
    this.#bound?.abort();
    this.#bound = undefined;
    if (!isWanted) return;
    this.#root = root;
    this.#bound = new AbortController();
    this.#bind(AbortSignal.any([this.#signal, this.#bound.signal]));
  }
}
