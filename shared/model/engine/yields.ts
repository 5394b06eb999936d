import { bare } from './bare.ts';
import type { AssistTerms, Stint } from './model-terms.ts';
import { BLOCK, WORKSPACE } from './workspace.ts';

const { relationship, rows, yields } = WORKSPACE;

/** Yield (model equations, section 3): 1 where the ideal owner leads and pay pulls nothing, less what is lost. */
export function yieldOf(loss: number, sensitivity: number, pull: number): number {
  return Math.max(0, 1 - sensitivity * (loss - pull));
}

/**
 * What a stint's assists make good of the lead's loss, in the rows from `from` to `to`: left in
 * `yields` for the step that works them. There is at least one assist.
 */
export function helpOf(stint: Stint, from: number, to: number): void {
  const base = stint.motion * BLOCK;
  stint.assists.forEach((assist, a) => {
    const gapShort = stint.lossShort - assist.lossShort;
    const gapSlope = stint.lossSlope - assist.lossSlope;
    addHelp(base, from, to, assist, gapShort, gapSlope, a === 0);
  });
}

function addHelp(
  base: number,
  from: number,
  to: number,
  { involvement: helps }: AssistTerms,
  short: number,
  slope: number,
  first: boolean,
): void {
  const involvement = bare(helps);
  const gapShort = bare(short);
  const gapSlope = bare(slope);
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const help = involvement * Math.max(0, gapShort + gapSlope * (relationship[i] ?? 0));
    yields[base + i] = first ? help : (yields[base + i] ?? 0) + help;
  }
}
