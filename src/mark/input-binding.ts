import { rootElement } from '../platform/dom';

/** Binds listeners for the reader's input while they are wanted. */
export class InputBinding {
  readonly #bind: (signal: AbortSignal) => void;
  readonly #signal: AbortSignal;
  #bound: AbortController | undefined;
  #root: Element | null = null;

  /**
   * @param bind adds all listeners, until its signal
   * @param signal removes them for good
   */
  constructor(bind: (signal: AbortSignal) => void, signal: AbortSignal) {
    this.#bind = bind;
    this.#signal = signal;
  }

  /** Binds or unbinds; binds again if `document.open()` has removed the listeners with the root element. */
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
