import type { ComponentChildren } from 'preact';
import type { KeptCorrection } from '../../core/corrections';
import type { SettingName, Settings } from '../../core/settings';
import type { CardLine } from '../../pack/outline';
import type { StoredPart } from '../../settings/stored';
import type { ManifestPermissions } from './permissions';

/** The reader's choices, and what is stored. */
export interface Choices {
  /** Newest first. */
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

/** What this extension may do and has done, as the browser reports it. */
export interface PrivacyFacts {
  readonly rights: ManifestPermissions;
  /** The Content Security Policy of the extension's own pages (CSP Level 3). */
  readonly policy: string;
  /** Whether the browser gives access to every site that the manifest names. */
  readonly hasAllSites: boolean;
  /** URLs outside the extension that this page has requested. */
  readonly outsideRequests: readonly string[];
}

/** What the options page needs from the browser and the background. */
export interface OptionsPorts {
  /** Rejects where the background does not answer. */
  choices(): Promise<Choices>;
  /** Calls back whenever the choices may have changed; returns a function that stops it. */
  onChoicesChanged(listener: () => void): () => void;
  /** Rejects with a `Refusal` where the value could not be stored. */
  set<N extends SettingName>(name: N, value: Settings[N]): Promise<void>;
  /** Undoes a correction. Rejects where that failed, with a `Refusal` where the reason is known. */
  undo(id: string): Promise<void>;
  /** Rejects where that failed, with a `Refusal` where the reason is known. */
  switchOn(site: string): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for shortcuts; undefined where no API does. */
  readonly openShortcuts: (() => Promise<void>) | undefined;
  /** Saves everything that is stored as a file. */
  exportAll(): Promise<void>;
  /** Rejects where that failed, with a `Refusal` where the reason is known. */
  eraseAll(): Promise<void>;
  facts(): Promise<PrivacyFacts>;
}

/** Props of the sections on corrections. */
export interface CorrectionsProps {
  /** Newest first. */
  corrections: readonly KeptCorrection[];
  /** The pack's cards, by id. */
  cards: ReadonlyMap<string, CardLine>;
  /**
   * Undoes a correction; rejects where that failed.
   * @param outcome what holds then, in words
   */
  onUndo: (id: string, outcome: ComponentChildren) => Promise<void>;
}
