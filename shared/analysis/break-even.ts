/** Steps that narrow a bracket to a four-thousandth: finer than anyone reads a slider. */
const STEPS = 12;

/**
 * Where a change of sign lies between two values, by halving: `difference` has one sign at `from`
 * and the other at `to`. Gives the value next to the crossing, on the side of `to`; null where the
 * signs are the same ("none in range"). A generator, one step an evaluation.
 */
export function* breakEvenBetween(
  from: number,
  to: number,
  difference: (value: number) => number,
): Generator<number, number | null> {
  const sign = Math.sign(difference(from));
  if (Math.sign(difference(to)) === sign) return null;
  let [same, other] = [from, to];
  for (let step = 0; step < STEPS; step++) {
    const middle = (same + other) / 2;
    if (Math.sign(difference(middle)) === sign) same = middle;
    else other = middle;
    yield other;
  }
  return other;
}
