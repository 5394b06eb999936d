import type { Assumptions } from '../assumptions/types.ts';
import { item, MOTION_COUNT, NOBODY, RENEWAL } from './columns.ts';
import type { Traits, Values } from './drivers.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { worthOf } from './worth.ts';
import { yieldsInto } from './yields.ts';

/** What a model does with the accounts of one block in one year. */
export interface Work {
  /** By motion: index of the role that leads, `NOBODY` where the motion is not worked. */
  readonly lead: readonly Uint8Array[];
  readonly yields: readonly Float64Array[];
  /** Value of the worked motions; by role of lead, and in all. */
  readonly ledValue: readonly Float64Array[];
  readonly workedValue: Float64Array;
  /** How many roles lead something. */
  readonly leads: Uint8Array;
  /** Bits of `ENGAGED`. */
  readonly engaged: Uint8Array;
  /** φ: friction of a shared account. */
  readonly friction: Float64Array;
}

export function emptyWork(model: ModelTerms, length: number): Work {
  const bytes = () => new Uint8Array(length);
  const numbers = () => new Float64Array(length);
  return {
    lead: model.stints.map(bytes),
    yields: model.stints.map(numbers),
    ledValue: model.roles.map(numbers),
    workedValue: numbers(),
    leads: bytes(),
    engaged: bytes(),
    friction: numbers(),
  };
}

/** Decides what is worked in a block and adds its hours to the tally (model equations, sections 4 and 5). */
export function workBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  traits: Traits,
  values: Values,
  ownership: BlockOwnership,
  work: Work,
  tally: Tally,
): void {
  const { count } = traits;
  work.engaged.fill(0, 0, count);
  for (const role of model.leadRoles) item(work.ledValue, role).fill(0, 0, count);
  const always = assumptions.pursuit.mode === 'always';
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    item(work.lead, m).fill(NOBODY, 0, count);
    const { rows, starts } = item(ownership, m);
    const stints = item(model.stints, m);
    for (let s = 0; s < stints.length; s += 1) {
      const from = starts[s] ?? 0;
      const to = starts[s + 1] ?? 0;
      if (from === to) continue;
      const stint = item(stints, s);
      yieldsInto(item(work.yields, m), stint, traits.relationship, rows, from, to);
      const worked = workStint(stint, m === RENEWAL || always, values, work, rows, from, to);
      tallyStint(assumptions, model, stint, worked, tally);
    }
  }
}

interface Worked {
  hours: number;
  sizes: number;
  count: number;
}

/** Marks the rows that a stint works: what has value and is worth it, or has to be worked (section 4). */
function workStint(
  stint: Stint,
  regardless: boolean,
  values: Values,
  work: Work,
  rows: Uint16Array,
  from: number,
  to: number,
): Worked {
  const { motion, lead: role, engaged: bits, winRate } = stint;
  const value = item(values.value, motion);
  const sizes = item(values.size, motion);
  const hours = item(values.hours, motion);
  const yields = item(work.yields, motion);
  const lead = item(work.lead, motion);
  const ledValue = item(work.ledValue, role);
  const { engaged } = work;
  const worked: Worked = { hours: 0, sizes: 0, count: 0 };
  let hourSum = 0;
  let sizeSum = 0;
  let count = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[k] ?? 0;
    const v = value[i] ?? 0;
    if (!(v > 0)) continue;
    const size = sizes[i] ?? 0;
    const hour = hours[i] ?? 0;
    if (regardless || worthOf(stint, v, size, hour, winRate, yields[i] ?? 0, 0) >= 0) {
      lead[i] = role;
      ledValue[i] = (ledValue[i] ?? 0) + v;
      engaged[i] = (engaged[i] ?? 0) | bits;
      hourSum += hour;
      sizeSum += size;
      count += 1;
    }
  }
  worked.hours = hourSum;
  worked.sizes = sizeSum;
  worked.count = count;
  return worked;
}

/** Hours of the lead, its assists and the signals of a stint (section 5). */
function tallyStint(
  { coordination }: Assumptions,
  model: ModelTerms,
  stint: Stint,
  worked: Worked,
  tally: Tally,
): void {
  const hours = stint.motion === RENEWAL ? tally.renewalHours : tally.upsellHours;
  add(hours, stint.lead, worked.hours);
  for (const assist of stint.assists) add(hours, assist.role, assist.involvement * worked.hours);
  add(tally.leads, stint.motion * model.roles.length + stint.lead, worked.count);
  if (!stint.signals) return;
  const signalHours = coordination.signalHours * worked.sizes;
  add(tally.coordinationHours, stint.lead, signalHours);
  add(tally.coordinationHours, model.service, signalHours);
  add(tally.totals, TOTALS.signals, worked.count);
}
