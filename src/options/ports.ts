import type { KeptCorrection } from '../core/corrections';

/** What the reader has chosen. */
export interface Choices {
  /** The latest first. */
  readonly corrections: readonly KeptCorrection[];
  /** Names of the sites that are switched off. */
  readonly sitesOff: readonly string[];
}

/** What the options page needs from the world outside it. */
export interface OptionsPorts {
  /** Rejects when nobody answers. */
  choices(): Promise<Choices>;
  /** Calls back whenever there may be other choices; returns how to stop that. */
  onChoicesChanged(listener: () => void): () => void;
  /** Takes a correction back. Rejects where that failed, with a `Refusal` where there are words for it. */
  undo(id: string): Promise<void>;
  /** Rejects where that failed, with a `Refusal` where there are words for it. */
  switchOn(site: string): Promise<void>;
}
