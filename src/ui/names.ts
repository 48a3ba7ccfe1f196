import type { Kind, Layer, RelationType, Stance } from '../pack/schema';
import { t } from '../platform/text';

/** What a card is, in a word. */
export const kindName = (kind: Kind): string => t(`kind_${kind}`);

/** A layer of the stack, in a word or two. */
export const layerName = (layer: Layer): string => t(`layer_${underscored(layer)}`);

/** How firm a statement's ground is, in a word. */
export const stanceName = (stance: Stance): string => t(`stance_${stance}`);

/** What a stance means, in a sentence. */
export const stanceMeaning = (stance: Stance): string => t(`stance_${stance}_meaning`);

/** How one card bears on another: reads as "this card, …, that card". */
export const relationName = (type: RelationType): string => t(`relation_${underscored(type)}`);

type Underscored<S extends string> = S extends `${infer A}${' ' | '-'}${infer B}`
  ? `${A}_${Underscored<B>}`
  : S;

// Names of messages have no spaces and no hyphens.
const underscored = <S extends string>(id: S) => id.replaceAll(/[ -]/g, '_') as Underscored<S>;
