/**
 * Paths at which `actual` differs from `expected`: numbers by more than 1e-9 relative (absolute
 * below 1), anything else at all, and every missing key. Extra keys in `actual` are allowed.
 */
export function differences(
  actual: unknown,
  expected: unknown,
  tolerance = 1e-9,
  path = '',
): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const close = Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return close ? [] : [`${path}: ${String(actual)} instead of ${String(expected)}`];
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return [`${path}: ${String(actual)}`];
    const found = new Map(Object.entries(actual));
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(found.get(key), value, tolerance, `${path}.${key}`),
    );
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${String(actual)} instead of ${String(expected)}`];
}

/** Paths at which a result holds a number that is not finite. */
export function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${String(value)}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}
