import type { Assumptions } from '../assumptions/types.ts';
import type { BlockProfile, MotionProfile } from './block-profile.ts';
import { item } from './lists.ts';
import type { Stint } from './model-terms.ts';
import { RENEWAL } from './workspace.ts';
import { yieldOf } from './yields.ts';

/** Below this part of the value scale the size of a piece of work has too few exact digits to reason about. */
const EXACT_SIZE = 1e-9;
/** Far more than rounding can add up to. */
const SLACK = 1e-6;
const ROUNDING = 1e-12;

/**
 * Whether every piece of work of a stint in a block is worth working, whatever its value. Worth (model equations, section 4) is V · a − size(V) · b with
 * a = margin · (chance − alone) − payRate · chance and b = hours of a full-sized piece · hourCost +
 * signalCost; and size(V) = 1 − exp(−V / valueScale) is at most V / valueScale. So the worth cannot be
 * below 0 where a ≥ b / valueScale, with the least chance and the most hours in the block.
 */
export function surelyWorked(
  { pursuit, effort }: Assumptions,
  stint: Stint,
  { leastHeld, mostHeld, motions }: BlockProfile,
): boolean {
  if (stint.motion === RENEWAL || pursuit.mode === 'always') return true;
  const { lossShort, lossSlope, margin, payRate, winRate, passive } = stint;
  // Assists only make a loss smaller.
  const loss = Math.max(0, lossShort + lossSlope * (lossSlope > 0 ? mostHeld : leastHeld));
  const leastYield = yieldOf(loss, stint.sensitivity, stint.pull);
  const chance = margin < payRate ? 1 : Math.min(1, winRate * leastYield);
  const gain = (margin - payRate) * chance - margin * winRate * passive;
  const { mostEffort } = item(motions, stint.motion);
  const cost = (mostEffort * stint.hourCost + stint.signalCost) / effort.valueScale;
  return gain >= cost * (1 + SLACK) + (margin + payRate) * ROUNDING;
}

/** Whether that holds after values have grown: the least is still large enough to have an exact size. */
export function sureAt(
  { pursuit, effort }: Assumptions,
  { leastValue }: MotionProfile,
  leastGrowth: number,
): boolean {
  const least = leastValue * leastGrowth;
  return pursuit.mode === 'always' ? least > 0 : least >= EXACT_SIZE * effort.valueScale;
}
