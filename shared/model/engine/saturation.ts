/**
 * 1 − exp(−t) for t ≥ 0: the curve of the relationship held, of the size of a piece of work and of
 * service hours (model equations, section 3). Its exponential is the engine's dearest operation, and
 * the platform's is three times slower than this one: 2^(−n/256) from a table times a short series for
 * the rest. Its error stays below 4e-16 absolute (tested against the platform's).
 */
export function saturation(t: number): number {
  // exp(−40) is below half the last bit of 1.
  if (!(t < 40)) return 1;
  // Rounded as a floating-point number, so that the series need not wait for an integer.
  const n = t * STEPS_PER_UNIT + NO_FRACTION - NO_FRACTION;
  const r = n * UNIT_PER_STEP - t;
  const squared = r * r;
  const series = 1 + r + squared * (1 / 2 + r * (1 / 6) + squared * (1 / 24));
  return 1 - (POWERS[n | 0] ?? 0) * series;
}

/** So large that a sum with it has no digits left behind the point: 1.5 · 2^52. */
const NO_FRACTION = 1.5 * 2 ** 52;

const STEPS_PER_UNIT = 256 / Math.LN2;
const UNIT_PER_STEP = Math.LN2 / 256;
/** 2^(−n/256), as far as t < 40 reaches; few accounts need more than its first kilobytes. */
const POWERS = Float64Array.from({ length: Math.ceil(40 * STEPS_PER_UNIT) + 1 }, (_, n) =>
  Math.pow(2, -n / 256),
);
