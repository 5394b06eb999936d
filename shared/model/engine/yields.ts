import type { Stint } from './model-terms.ts';

/**
 * Yield of rows `rows[from] … rows[to − 1]` under a stint (model equations, section 3): 1 where the
 * ideal owner leads and pay pulls nothing, less what the lead loses, after what its assists make good.
 */
export function yieldsInto(
  yields: Float64Array,
  stint: Stint,
  relationship: Float64Array,
  rows: Uint16Array,
  from: number,
  to: number,
): void {
  const { lossShort, lossSlope, sensitivity, pull, assists } = stint;
  if (assists.length === 0) {
    for (let k = from; k < to; k += 1) {
      const i = rows[k] ?? 0;
      const loss = lossShort + lossSlope * (relationship[i] ?? 0);
      yields[i] = Math.max(0, 1 - sensitivity * (loss - pull));
    }
    return;
  }
  // The help of all assists first, then what is left of the loss.
  for (let k = from; k < to; k += 1) yields[rows[k] ?? 0] = 0;
  for (const assist of assists) {
    const { involvement } = assist;
    const gapShort = lossShort - assist.lossShort;
    const gapSlope = lossSlope - assist.lossSlope;
    for (let k = from; k < to; k += 1) {
      const i = rows[k] ?? 0;
      const gap = gapShort + gapSlope * (relationship[i] ?? 0);
      yields[i] = (yields[i] ?? 0) + involvement * Math.max(0, gap);
    }
  }
  for (let k = from; k < to; k += 1) {
    const i = rows[k] ?? 0;
    const loss = lossShort + lossSlope * (relationship[i] ?? 0) - (yields[i] ?? 0);
    yields[i] = Math.max(0, 1 - sensitivity * (Math.max(0, loss) - pull));
  }
}
