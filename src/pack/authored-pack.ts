import type { ArgumentSource, FiguresSource } from './argument-schema';
import type { Authored } from './parse';
import type { CardSource, PackSource } from './schema';

/** An authored pack, read and checked file by file. A pack may do without an argument and without figures. */
export interface AuthoredPack {
  readonly pack: Authored<PackSource>;
  readonly cards: readonly Authored<CardSource>[];
  readonly argument?: Authored<ArgumentSource> | undefined;
  readonly figures?: Authored<FiguresSource> | undefined;
}
