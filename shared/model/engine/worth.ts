/**
 * Worth of working a motion of an account at full coverage (model equations, section 4), money.
 * `worked` and `alone`: what comes of it if somebody works it, and by itself; `cost`: of the hours it takes.
 */
export function worthOf(
  worked: number,
  alone: number,
  cost: number,
  margin: number,
  payRate: number,
): number {
  return margin * (worked - alone) - worked * payRate - cost;
}
