import type { Correction } from '../core/corrections';
import { t } from '../platform/text';
import type { Request } from '../protocol/messages';
import type { Toast } from './overlay';

/** How long a screen reader has to announce something, in milliseconds: the host stays in the page for it. */
const ANNOUNCE_MS = 4_000;

type Correcting = Request<'correction.undo'>;

/** How the reader's last action ended: what a screen reader announces, and the toast of a correction. */
export class Outcomes {
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Announced just now. */
  announcement: string | null = null;
  #correction: { readonly toast: Toast; readonly request: Correcting } | undefined;

  /** @param signal ends the waits */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#onChange = onChange;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get toast(): Toast | null {
    return this.#correction?.toast ?? null;
  }

  /** The correction that can be undone. */
  get correction(): Correcting | undefined {
    return this.#correction?.request;
  }

  announce(words: string): void {
    this.announcement = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.announcement = null;
      this.#onChange();
    }, ANNOUNCE_MS);
    this.#onChange();
  }

  /** @param place where its card was, and in which tone */
  setCorrected(request: Correcting, place: Omit<Toast, 'words'>): void {
    const words = t(`correct_${request.kind}_done`, textOf(request));
    this.#correction = { toast: { words, ...place }, request };
    this.announce(words);
  }

  setUndone(): void {
    const { request } = this.#correction ?? {};
    this.#correction = undefined;
    if (request) this.announce(t('correct_undone', textOf(request)));
  }

  dropToast(): void {
    this.#correction = undefined;
    this.#onChange();
  }
}

const textOf = ({ surface }: Pick<Correction, 'surface'>) => surface.replace(/\s+/g, ' ');
