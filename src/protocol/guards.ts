/** Checks whether a value is a `T`. */
export type Guard<T> = (value: unknown) => value is T;

// Without a validation library: the script in every frame has to stay small.

/** Accepts an object with exactly these fields, each accepted by its guard. */
export const isShape =
  <T extends Record<string, unknown>>(fields: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, guard]) => guard((value as Record<string, unknown>)[key]));

/** Accepts one of the values. */
export const isOneOf =
  <const T extends readonly unknown[]>(values: T): Guard<T[number]> =>
  (value): value is T[number] =>
    values.includes(value);

/** Accepts an array whose elements the guard accepts. */
export const isListOf =
  <T>(member: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(member);

/** Accepts a string. */
export const isText: Guard<string> = (value): value is string => typeof value === 'string';

/** Accepts an integer from 0 to a million: a number of mentions. */
export const isCount: Guard<number> = (value): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;

/** Accepts a string of 1 to 80 UTF-16 code units: a card's id. */
export const isCardId: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 80;
