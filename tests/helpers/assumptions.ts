import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { parseAssumptions } from '../../shared/model/assumptions/parse.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';

/** The defaults with a part changed, as a file would; throws what is wrong with the part. */
export function assumptionsWith(part: unknown, base: Assumptions = DEFAULTS): Assumptions {
  const result = parseAssumptions(part, base);
  if (!result.ok) throw new Error(result.error.map((issue) => issue.message).join('\n'));
  return result.value;
}

/** Runs a generator to its end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
