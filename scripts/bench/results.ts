import type { BrowserCostByBrowser } from './browser-report';
import type { Interactions } from './interactions';
import type { Lasting } from './lasting';
import type { LoadPair } from './loads';
import type { Scan } from './scans';

/** All measurements of one run. */
export interface Report {
  readonly machine: string;
  readonly hasSavedPages: boolean;
  /** Bytes of gzip that each frame starts with. */
  readonly frameBytes: number;
  readonly chrome: readonly Scan[];
  readonly firefox: readonly Scan[];
  readonly loads: readonly LoadPair[];
  readonly interactions: { readonly chrome: Interactions; readonly firefox: Interactions };
  readonly lasting: LastingByBrowser;
  readonly browser: BrowserCostByBrowser;
  readonly aliases: readonly { readonly aliases: number; readonly load: number; readonly cost: number }[];
  readonly lengths: readonly { readonly characters: number; readonly cost: number }[];
  readonly tables: readonly { readonly aliases: number; readonly load: number }[];
}

export interface LastingByBrowser {
  readonly chrome: Lasting;
  readonly firefox: Lasting;
}
