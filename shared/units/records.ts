/** A plain object as it may come from JSON: own keys, unknown values. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** True for an object that is neither an array nor null. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Own property or undefined. Names of roles, models and segments come from files, so a name such
 * as `constructor` must not find what every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The same keys with other values. */
export function mapValues<T extends object, U>(
  record: T,
  change: (value: T[keyof T], key: keyof T & string) => U,
): { -readonly [K in keyof T]: U };
export function mapValues(
  record: PlainObject,
  change: (value: unknown, key: string) => unknown,
): PlainObject {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value, key)]),
  );
}
