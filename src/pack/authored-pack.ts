import type { ArgumentSource, FiguresSource } from './argument-schema';
import type { Authored } from './parse';
import type { CardSource, PackSource } from './schema';

/** An authored pack whose files are valid one by one. Argument and figures are optional. */
export interface AuthoredPack {
  readonly pack: Authored<PackSource>;
  readonly cards: readonly Authored<CardSource>[];
  readonly argument?: Authored<ArgumentSource> | undefined;
  readonly figures?: Authored<FiguresSource> | undefined;
}
