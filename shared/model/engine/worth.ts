import type { Stint } from './model-terms.ts';

/**
 * Worth of working a motion of an account under a stint, at full coverage (model equations, section
 * 4), money. `success`: by the ideal owner; `friction`: φ.
 */
export function worthOf(
  stint: Stint,
  value: number,
  size: number,
  hours: number,
  success: number,
  yielded: number,
  friction: number,
): number {
  const worked = value * Math.min(1, success * yielded * (1 - friction));
  const alone = value * success * stint.passive;
  return (
    stint.margin * (worked - alone) -
    worked * stint.payRate -
    hours * stint.hourCost -
    size * stint.signalCost
  );
}
