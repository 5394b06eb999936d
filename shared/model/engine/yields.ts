import type { Stint } from './model-terms.ts';
import { BLOCK, WORKSPACE } from './workspace.ts';

const { relationship, rows, yields } = WORKSPACE;

/**
 * Yield where nobody assists (model equations, section 3): 1 where the ideal owner leads and pay pulls
 * nothing, less what the lead loses.
 */
export function yieldOf(loss: number, sensitivity: number, pull: number): number {
  return Math.max(0, 1 - sensitivity * (loss - pull));
}

/** Yields of the rows from `from` to `to` under a stint with assists: what they make good comes off the lead's loss. */
export function assistedYields(stint: Stint, from: number, to: number): void {
  const { lossShort, lossSlope, sensitivity, pull } = stint;
  const base = stint.motion * BLOCK;
  for (let k = from; k < to; k += 1) yields[base + (rows[base + k] ?? 0)] = 0;
  for (const { involvement, ...assist } of stint.assists) {
    const gapShort = lossShort - assist.lossShort;
    const gapSlope = lossSlope - assist.lossSlope;
    addHelp(base, from, to, involvement, gapShort, gapSlope);
  }
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const help = yields[base + i] ?? 0;
    const loss = lossShort + lossSlope * (relationship[i] ?? 0) - help;
    yields[base + i] = yieldOf(Math.max(0, loss), sensitivity, pull);
  }
}

function addHelp(
  base: number,
  from: number,
  to: number,
  involvement: number,
  gapShort: number,
  gapSlope: number,
): void {
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const gap = gapShort + gapSlope * (relationship[i] ?? 0);
    if (gap > 0) yields[base + i] = (yields[base + i] ?? 0) + involvement * gap;
  }
}
