import type { KeptCorrection } from '../../core/corrections';
import type { SettingName, Settings } from '../../core/settings';
import type { StoredPart } from '../../settings/stored';
import type { Rights } from './permissions';

/** What the reader has chosen, and what is stored. */
export interface Choices {
  /** The latest first. */
  readonly corrections: readonly KeptCorrection[];
  /** Names of the sites that are switched off. */
  readonly sitesOff: readonly string[];
  readonly settings: Settings;
  readonly stored: readonly StoredPart[];
}

/** A command with the keys that the reader has set for it in the browser. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** As the browser writes it, such as `Alt+Shift+.`; empty where there is none. */
  readonly keys: string;
}

/** What this extension may do, and has done: facts, not promises. */
export interface Facts {
  readonly rights: Rights;
  /** The rule under which the extension's own pages run (Content Security Policy, level 3). */
  readonly policy: string;
  /** Whether the browser gives access to every site that the manifest names. */
  readonly hasAllSites: boolean;
  /** Addresses outside the extension that this page has asked for. */
  readonly outsideRequests: readonly string[];
}

/** What the options page needs from the world outside it. */
export interface OptionsPorts {
  /** Rejects when nobody answers. */
  choices(): Promise<Choices>;
  /** Calls back whenever there may be other choices; returns how to stop that. */
  onChoicesChanged(listener: () => void): () => void;
  /** Rejects where it could not be kept, with words for the reader. */
  set<N extends SettingName>(name: N, value: Settings[N]): Promise<void>;
  /** Takes a correction back. Rejects where that failed, with a `Refusal` where there are words for it. */
  undo(id: string): Promise<void>;
  /** Rejects where that failed, with a `Refusal` where there are words for it. */
  switchOn(site: string): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Goes to the browser's own page for shortcuts, where there is a way. */
  readonly openShortcuts: (() => Promise<void>) | undefined;
  /** Saves everything that is stored as a file. */
  exportAll(): Promise<void>;
  /** Rejects where that failed, with a `Refusal` where there are words for it. */
  eraseAll(): Promise<void>;
  facts(): Promise<Facts>;
}
