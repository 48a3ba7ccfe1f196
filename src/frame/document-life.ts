import { rootElement } from '../platform/dom';
import { endForSuccessor } from './leftovers';

interface Ports {
  /** The document is left; `isKept`: it may come back from the browser's history. */
  onLeave(isKept: boolean): void;
  /** Ends the session, as another one is there in its place. */
  readonly controller: AbortController;
}

/** Follows a document's end, through `document.open()`, which takes every listener away and brings a new root element. */
export class DocumentLife {
  readonly #ports: Ports;
  #root: Element | undefined;
  #followed: AbortController | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** To be called now and then: follows the document anew where its root is another. */
  renew(): void {
    const root = rootElement() ?? undefined;
    if (this.#followed && root === this.#root) return;
    this.#root = root;
    this.#followed?.abort();
    this.#followed = new AbortController();
    const { controller, onLeave } = this.#ports;
    const signal = AbortSignal.any([controller.signal, this.#followed.signal]);
    window.addEventListener('pagehide', ({ persisted }) => onLeave(persisted), { signal });
    endForSuccessor(controller, signal);
  }
}
