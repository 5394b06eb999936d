import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import { saturation } from './saturation.ts';
import type { Worked } from './work.ts';
import { WORKSPACE } from './workspace.ts';

const { complexity, effortScale, value } = WORKSPACE;

/** What there is to work of renewals in a later year, their values given: all that have value (model equations, section 3). */
export function sizeUpRenewals({ motions, effort }: Assumptions, count: number): Worked {
  const perScale = bare(1 / effort.valueScale);
  const fixed = bare(motions.renewal.hours * (1 - motions.renewal.newness));
  const scaled = bare(motions.renewal.hours * motions.renewal.newness);
  let hours = 0;
  let sizes = 0;
  let pieces = 0;
  for (let i = 0; i < count; i += 1) {
    const v = value[i] ?? 0;
    if (!(v > 0)) continue;
    const part = saturation(v * perScale);
    hours += (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    sizes += part;
    pieces += 1;
  }
  return { hours, sizes, count: pieces };
}
