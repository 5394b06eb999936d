import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import { item } from './lists.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { BLOCK, MOTION_COUNT, NOBODY, RENEWAL, WORKSPACE } from './workspace.ts';
import { worthOf } from './worth.ts';
import { yieldOf } from './yields.ts';

const { value, size, hours, rows } = WORKSPACE;
const { lead, yields, ledValue, engaged } = WORKSPACE;

/** Decides what is worked in a block and adds its hours to the tally (model equations, sections 4 and 5). */
export function workBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  count: number,
  ownership: BlockOwnership,
  losses: Float64Array,
  tally: Tally,
): void {
  engaged.fill(0, 0, count);
  model.leadRoles.forEach((_, place) => ledValue.fill(0, place * BLOCK, place * BLOCK + count));
  const always = assumptions.pursuit.mode === 'always';
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    lead.fill(NOBODY, m * BLOCK, m * BLOCK + count);
    const starts = item(ownership.starts, m);
    item(model.stints, m).forEach((stint, s) => {
      const from = starts[s] ?? 0;
      const to = starts[s + 1] ?? 0;
      if (from === to) return;
      const place = model.leadRoles.indexOf(stint.lead);
      const worked = workStint(stint, losses, place, m === RENEWAL || always, from, to);
      tallyWorked(assumptions, model, stint, worked, tally);
    });
  }
}

/** What a stint works in a block: hours of its lead, sizes and number of the pieces of work. */
export interface Worked {
  readonly hours: number;
  readonly sizes: number;
  readonly count: number;
}

/** Marks the rows that a stint works: what has value and is worth it, or has to be worked (section 4). */
function workStint(
  stint: Stint,
  losses: Float64Array,
  place: number,
  regardless: boolean,
  from: number,
  to: number,
): Worked {
  const { engaged: bits, lead: role } = stint;
  const sensitivity = bare(stint.sensitivity);
  const pull = bare(stint.pull);
  const winRate = bare(stint.winRate);
  const passive = bare(stint.passive);
  const margin = bare(stint.margin);
  const payRate = bare(stint.payRate);
  const hourCost = bare(stint.hourCost);
  const signalCost = bare(stint.signalCost);
  const base = stint.motion * BLOCK;
  const ledBase = place * BLOCK;
  let hourSum = 0;
  let sizeSum = 0;
  let count = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const v = value[base + i] ?? 0;
    if (!(v > 0)) continue;
    const yielded = yieldOf(losses[base + i] ?? 0, sensitivity, pull);
    const part = size[base + i] ?? 0;
    const time = hours[base + i] ?? 0;
    if (!regardless) {
      const worked = v * Math.min(1, winRate * yielded);
      const cost = time * hourCost + part * signalCost;
      if (worthOf(worked, v * winRate * passive, cost, margin, payRate) < 0) continue;
    }
    lead[base + i] = role;
    yields[base + i] = yielded;
    ledValue[ledBase + i] = (ledValue[ledBase + i] ?? 0) + v;
    engaged[i] = (engaged[i] ?? 0) | bits;
    hourSum += time;
    sizeSum += part;
    count += 1;
  }
  return { hours: hourSum, sizes: sizeSum, count };
}

/** Hours of the lead, its assists and the signals of a stint (section 5). */
export function tallyWorked(
  { coordination }: Assumptions,
  model: ModelTerms,
  stint: Stint,
  worked: Worked,
  tally: Tally,
): void {
  const hourSums = stint.motion === RENEWAL ? tally.renewalHours : tally.upsellHours;
  add(hourSums, stint.lead, worked.hours);
  for (const assist of stint.assists) add(hourSums, assist.role, assist.involvement * worked.hours);
  add(tally.leads, stint.motion * model.roles.length + stint.lead, worked.count);
  if (!stint.signals) return;
  const signalHours = coordination.signalHours * worked.sizes;
  add(tally.coordinationHours, stint.lead, signalHours);
  add(tally.coordinationHours, model.service, signalHours);
  add(tally.totals, TOTALS.signals, worked.count);
}
