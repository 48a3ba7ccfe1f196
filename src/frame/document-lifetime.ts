import { rootElement } from '../platform/dom';
import { abortWhenSuperseded } from './stale-sessions';

interface Ports {
  /** The document is left; `isKept`: it may come back from the browser's history. */
  onLeave(isPersisted: boolean): void;
  /** Ends the session, as another one is there in its place. */
  readonly controller: AbortController;
}

/** Follows a document's end, through `document.open()`, which takes every listener away and brings a new root element. */
export class DocumentLifetime {
  readonly #ports: Ports;
  #root: Element | undefined;
  #listening: AbortController | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** To be called now and then: follows the document anew where its root is another. */
  rebind(): void {
    const root = rootElement() ?? undefined;
    if (this.#listening && root === this.#root) return;
    this.#root = root;
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { controller, onLeave } = this.#ports;
    const signal = AbortSignal.any([controller.signal, this.#listening.signal]);
    window.addEventListener('pagehide', ({ persisted }) => onLeave(persisted), { signal });
    abortWhenSuperseded(controller, signal);
  }
}
