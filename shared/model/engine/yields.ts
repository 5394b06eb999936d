import { bare } from './bare.ts';
import { item } from './lists.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { BLOCK, MOTION_COUNT, WORKSPACE } from './workspace.ts';

const { relationship, rows } = WORKSPACE;

/** Yield (model equations, section 3): 1 where the ideal owner leads and pay pulls nothing, less what is lost. */
export function yieldOf(loss: number, sensitivity: number, pull: number): number {
  const left = 1 - sensitivity * (loss - pull);
  return left > 0 ? left : 0;
}

/**
 * What is lost because of who leads, less what the assists make good (section 3), by motion and row,
 * into `losses`: the same in every year, and it does not depend on pay.
 */
export function loseBlock(
  model: ModelTerms,
  { starts }: BlockOwnership,
  losses: Float64Array,
): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const bounds = item(starts, m);
    item(model.stints, m).forEach((stint, s) => {
      const from = bounds[s] ?? 0;
      const to = bounds[s + 1] ?? 0;
      if (from === to) return;
      loseAlone(losses, stint, from, to);
      for (const { involvement, lossShort, lossSlope } of stint.assists) {
        const gapShort = stint.lossShort - lossShort;
        makeGood(losses, m, from, to, involvement, gapShort, stint.lossSlope - lossSlope);
      }
    });
  }
}

function loseAlone(losses: Float64Array, stint: Stint, from: number, to: number): void {
  const lossShort = bare(stint.lossShort);
  const lossSlope = bare(stint.lossSlope);
  const base = stint.motion * BLOCK;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    losses[base + i] = lossShort + lossSlope * (relationship[i] ?? 0);
  }
}

/** Assists help where they are better than the lead, never beyond nothing lost. */
function makeGood(
  losses: Float64Array,
  motion: number,
  from: number,
  to: number,
  involvement: number,
  gapShort: number,
  gapSlope: number,
): void {
  const helps = bare(involvement);
  const short = bare(gapShort);
  const slope = bare(gapSlope);
  const base = motion * BLOCK;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const help = helps * Math.max(0, short + slope * (relationship[i] ?? 0));
    losses[base + i] = Math.max(0, (losses[base + i] ?? 0) - help);
  }
}
