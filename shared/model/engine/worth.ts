/**
 * Worth of working a motion of an account at full coverage (model equations, section 4), money.
 * `success`: by the ideal owner; `friction`: φ; the last five are the stint's.
 */
export function worthOf(
  value: number,
  size: number,
  hours: number,
  success: number,
  yielded: number,
  friction: number,
  passive: number,
  margin: number,
  payRate: number,
  hourCost: number,
  signalCost: number,
): number {
  const worked = value * Math.min(1, success * yielded * (1 - friction));
  const alone = value * success * passive;
  return margin * (worked - alone) - worked * payRate - hours * hourCost - size * signalCost;
}
