import type { Kind, Layer, RelationType, Stance } from '../pack/schema';
import { t } from '../platform/text';

/** The name of a kind of card. */
export const kindName = (kind: Kind): string => t(`kind_${kind}`);

/** The name of a layer of the stack. */
export const layerName = (layer: Layer): string => t(`layer_${underscored(layer)}`);

/** The name of a stance. */
export const stanceName = (stance: Stance): string => t(`stance_${stance}`);

/** The meaning of a stance, as a sentence. */
export const stanceMeaning = (stance: Stance): string => t(`stance_${stance}_meaning`);

/** A type of relation, as a verb phrase between the names of two cards. */
export const relationName = (type: RelationType): string => t(`relation_${underscored(type)}`);

type Underscored<S extends string> = S extends `${infer A}${' ' | '-'}${infer B}`
  ? `${A}_${Underscored<B>}`
  : S;

// The names of messages contain no spaces and no hyphens.
const underscored = <S extends string>(id: S) => id.replaceAll(/[ -]/g, '_') as Underscored<S>;
