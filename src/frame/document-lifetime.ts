import { rootElement } from '../platform/dom';
import { abortWhenSuperseded } from './stale-sessions';

interface Ports {
  /** The page is being left. @param isPersisted whether it may come back from the back/forward cache (HTML, `pagehide`) */
  onLeave(isPersisted: boolean): void;
  /** Aborted when another session replaces this one. */
  readonly controller: AbortController;
}

/** Tells when a document is left, also after `document.open()`, which removes all listeners and the root element. */
export class DocumentLifetime {
  readonly #ports: Ports;
  #root: Element | undefined;
  #listening: AbortController | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Listens again if the document has another root element. To be called with every update of the page. */
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
