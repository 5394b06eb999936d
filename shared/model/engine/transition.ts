import type { Assumptions } from '../assumptions/types.ts';
import { item, MOTION_COUNT, NOBODY } from './columns.ts';
import type { Traits, Values } from './drivers.ts';
import type { ModelTerms } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import type { Work } from './work.ts';

/** What moving a block from today's model to another does. Columns by account. */
export interface Moves {
  /** Lead of the first motion that moves, before and after; `NOBODY` where none does. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** Value of the motions that move, weighted with the part of the relationship that goes. */
  readonly movedValue: Float64Array;
  readonly arrLost: Float64Array;
}

export function emptyMoves(length: number): Moves {
  return {
    from: new Uint8Array(length),
    to: new Uint8Array(length),
    movedValue: new Float64Array(length),
    arrLost: new Float64Array(length),
  };
}

/**
 * An account moves if some motion worked in both models changes its lead (model equations, section
 * 8): the hours it costs and the ARR that goes with the relationship. `was`: leads under today's model.
 */
export function moveBlock(
  { transition, effort }: Assumptions,
  model: ModelTerms,
  traits: Traits,
  values: Values,
  was: readonly Uint8Array[],
  work: Work,
  retained: Float64Array,
  moves: Moves,
  tally: Tally,
): void {
  const { count, relationship } = traits;
  const { from, to, movedValue, arrLost } = moves;
  const { seller, roles } = model;
  from.fill(NOBODY, 0, count);
  movedValue.fill(0, 0, count);
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const before = item(was, m);
    const after = item(work.lead, m);
    const value = item(values.value, m);
    for (let i = 0; i < count; i += 1) {
      const old = before[i] ?? NOBODY;
      const now = after[i] ?? NOBODY;
      if (old === now || old === NOBODY || now === NOBODY) continue;
      const held = relationship[i] ?? 0;
      movedValue[i] = (movedValue[i] ?? 0) + (value[i] ?? 0) * (old === seller ? held : 1 - held);
      if (from[i] === NOBODY) {
        from[i] = old;
        to[i] = now;
      }
    }
  }
  const hourly = Float64Array.from(roles, (role) => role.hourly);
  let moved = 0;
  let cost = 0;
  let lost = 0;
  for (let i = 0; i < count; i += 1) {
    arrLost[i] = 0;
    const old = from[i] ?? NOBODY;
    if (old === NOBODY) continue;
    const worked = work.workedValue[i] ?? 0;
    moved += 1;
    cost +=
      (transition.baseHours + transition.relationHours * (relationship[i] ?? 0)) *
      saturation(worked / effort.valueScale) *
      ((hourly[old] ?? 0) + (hourly[to[i] ?? 0] ?? 0));
    const atRisk = (values.arr[i] ?? 0) * transition.relationRisk;
    const loss = Math.min(retained[i] ?? 0, (atRisk * (movedValue[i] ?? 0)) / worked);
    arrLost[i] = loss;
    lost += loss;
  }
  add(tally.totals, TOTALS.moved, moved);
  add(tally.totals, TOTALS.movingCost, cost);
  add(tally.totals, TOTALS.arrLost, lost);
}
