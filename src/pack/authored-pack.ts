import type { ArgumentSource, FiguresSource } from './argument-schema';
import type { Authored } from './parse';
import type { CardSource, PackSource, TextSource } from './schema';

/** An authored pack whose files are valid one by one. Argument and figures are optional. */
export interface AuthoredPack {
  readonly pack: Authored<PackSource>;
  readonly source: Authored<TextSource>;
  readonly cards: readonly Authored<CardSource>[];
  readonly argument?: Authored<ArgumentSource> | undefined;
  readonly figures?: Authored<FiguresSource> | undefined;
}
