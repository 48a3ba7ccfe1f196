/** Tells whether a value is a `T`. */
export type Guard<T> = (value: unknown) => value is T;

// A frame's script has to stay small, so its few messages do without a validation library.

/** Accepts an object that has just these fields, each as its guard wants it. */
export const isShape =
  <T extends Record<string, unknown>>(fields: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, guard]) => guard((value as Record<string, unknown>)[key]));

/** Accepts the values given. */
export const isOneOf =
  <const T extends readonly unknown[]>(values: T): Guard<T[number]> =>
  (value): value is T[number] =>
    values.includes(value);

/** Accepts a list whose members are all of a kind. */
export const isListOf =
  <T>(member: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(member);

/** Accepts any text. */
export const isText: Guard<string> = (value): value is string => typeof value === 'string';

/** Accepts a number of mentions. */
export const isCount: Guard<number> = (value): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;

/** Accepts text of 1 to 80 characters: a card's id. */
export const isCardId: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 80;
