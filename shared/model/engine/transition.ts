import type { Assumptions } from '../assumptions/types.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { BLOCK, MOTION_COUNT, NOBODY, WORKSPACE } from './workspace.ts';

const { relationship, arr, value, lead, was, workedValue, retained } = WORKSPACE;
const { movedFrom, movedTo, movedValue, arrLost } = WORKSPACE;
/** Hourly cost by role of the model at hand. */
const hourly = new Float64Array(NOBODY + 1);

/** Keeps the leads of the block at hand as today's. */
export function keepAsToday(): void {
  was.set(lead);
}

/** Nothing moves: no model of today, or this is it. */
export function moveNothing(count: number): void {
  movedFrom.fill(NOBODY, 0, count);
  arrLost.fill(0, 0, count);
}

/** Accounts of a block that move, the cost of their hours and the ARR that goes with them. */
export interface Moved {
  readonly accounts: number;
  readonly cost: number;
  readonly arrLost: number;
}

/**
 * An account moves if some motion worked in both models changes its lead (model equations, section
 * 8): the hours it costs and the ARR that goes with the relationship.
 */
export function moveBlock(
  { transition, effort }: Assumptions,
  today: ModelTerms,
  model: ModelTerms,
  count: number,
): Moved {
  moveNothing(count);
  movedValue.fill(0, 0, count);
  for (let m = 0; m < MOTION_COUNT; m += 1)
    if (!alwaysSameLead(today, model, m)) moveMotion(m * BLOCK, count, model.seller);
  hourly.set(model.roles.map((role) => role.hourly));
  const { baseHours, relationHours, relationRisk } = transition;
  const { valueScale } = effort;
  let moved = 0;
  let cost = 0;
  let lost = 0;
  for (let i = 0; i < count; i += 1) {
    const from = movedFrom[i] ?? NOBODY;
    if (from === NOBODY) continue;
    const worked = workedValue[i] ?? 0;
    const hours = baseHours + relationHours * (relationship[i] ?? 0);
    const both = (hourly[from] ?? 0) + (hourly[movedTo[i] ?? NOBODY] ?? 0);
    moved += 1;
    cost += hours * saturation(worked / valueScale) * both;
    const atRisk = (arr[i] ?? 0) * relationRisk * (movedValue[i] ?? 0);
    const loss = Math.min(retained[i] ?? 0, atRisk / worked);
    arrLost[i] = loss;
    lost += loss;
  }
  return { accounts: moved, cost, arrLost: lost };
}

/** Adds what `moveBlock` found to the tally. */
export function tallyMoved({ accounts, cost, arrLost: lost }: Moved, { totals }: Tally): void {
  add(totals, TOTALS.moved, accounts);
  add(totals, TOTALS.movingCost, cost);
  add(totals, TOTALS.arrLost, lost);
}

/** Both models give the motion to the same role everywhere: it cannot move. */
function alwaysSameLead(today: ModelTerms, model: ModelTerms, motion: number): boolean {
  const leads = [...item(today.stints, motion), ...item(model.stints, motion)];
  return leads.every((stint) => stint.lead === item(leads, 0).lead);
}

function moveMotion(base: number, count: number, seller: number): void {
  for (let i = 0; i < count; i += 1) {
    const from = was[base + i] ?? NOBODY;
    const to = lead[base + i] ?? NOBODY;
    if (from === to || from === NOBODY || to === NOBODY) continue;
    const held = relationship[i] ?? 0;
    const goes = (value[base + i] ?? 0) * (from === seller ? held : 1 - held);
    movedValue[i] = (movedValue[i] ?? 0) + goes;
    if (movedFrom[i] === NOBODY) {
      movedFrom[i] = from;
      movedTo[i] = to;
    }
  }
}
