import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import type { ModelTerms } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { BLOCK, MOST_LEADS, WORKSPACE } from './workspace.ts';

const { arr, service, ledValue, workedValue, leads, friction } = WORKSPACE;

/** A block's accounts by how many roles lead them. */
export interface Shared {
  readonly accounts: number;
  readonly arr: number;
  readonly singleArr: number;
  readonly serviceHours: number;
  /** Of accounts that two or more roles lead; null where no model's account can be. */
  readonly dual: Dual | null;
}
interface Dual {
  readonly accounts: number;
  readonly arr: number;
  /** Coordination hours by place of the lead. */
  readonly hours: Float64Array;
}

/**
 * Accounts that two or more roles lead: their friction (model equations, section 4), the coordination
 * hours they cost (section 5) and how many there are (section 9).
 */
export function shareBlock(assumptions: Assumptions, model: ModelTerms, count: number): Shared {
  const places = model.leadRoles.length;
  friction.fill(0, 0, count);
  if (places === 2) return shareBetweenTwo(assumptions, count);
  addUpLeads(places, count);
  let total = 0;
  let single = 0;
  let serviceHours = 0;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    total += revenue;
    serviceHours += service[i] ?? 0;
    if (leads[i] === 1) single += revenue;
  }
  const dual = places < 2 ? null : shareAccounts(assumptions, places, count);
  return { accounts: count, arr: total, singleArr: single, serviceHours, dual };
}

/** The same in one pass: most shared models have two leads. */
function shareBetweenTwo(
  { friction: costs, coordination, effort }: Assumptions,
  count: number,
): Shared {
  const accountHours = bare(coordination.accountHours);
  const perScale = bare(1 / effort.valueScale);
  const dualOwner = bare(costs.dualOwner);
  let total = 0;
  let single = 0;
  let serviceHours = 0;
  let dual = 0;
  let dualArr = 0;
  let hours = 0;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    const first = ledValue[i] ?? 0;
    const second = ledValue[BLOCK + i] ?? 0;
    const all = first + second;
    total += revenue;
    serviceHours += service[i] ?? 0;
    workedValue[i] = all;
    if (first > 0 && second > 0) {
      const perAll = 1 / all;
      const one = first * perAll;
      const other = second * perAll;
      friction[i] = dualOwner * 2 * (1 - (one * one + other * other));
      hours += accountHours * saturation(all * perScale);
      leads[i] = 2;
      dual += 1;
      dualArr += revenue;
    } else {
      leads[i] = all > 0 ? 1 : 0;
      if (all > 0) single += revenue;
    }
  }
  return {
    accounts: count,
    arr: total,
    singleArr: single,
    serviceHours,
    dual: { accounts: dual, arr: dualArr, hours: Float64Array.of(hours, hours) },
  };
}

/** Adds what `shareBlock` found to the tally. */
export function tallyShared({ leadRoles }: ModelTerms, shared: Shared, tally: Tally): void {
  const { dual } = shared;
  add(tally.totals, TOTALS.accounts, shared.accounts);
  add(tally.totals, TOTALS.arr, shared.arr);
  add(tally.totals, TOTALS.singleArr, shared.singleArr);
  add(tally.totals, TOTALS.serviceHours, shared.serviceHours);
  if (dual === null) return;
  add(tally.totals, TOTALS.dualAccounts, dual.accounts);
  add(tally.totals, TOTALS.dualArr, dual.arr);
  leadRoles.forEach((role, place) => {
    add(tally.coordinationHours, role, dual.hours[place] ?? 0);
  });
}

/** Coordination hours by place of the lead, while they are added up. */
const sharedHours = new Float64Array(MOST_LEADS);

function addUpLeads(places: number, count: number): void {
  workedValue.fill(0, 0, count);
  leads.fill(0, 0, count);
  for (let place = 0; place < places; place += 1) {
    const base = place * BLOCK;
    for (let i = 0; i < count; i += 1) {
      const led = ledValue[base + i] ?? 0;
      if (led > 0) {
        workedValue[i] = (workedValue[i] ?? 0) + led;
        leads[i] = (leads[i] ?? 0) + 1;
      }
    }
  }
}

function shareAccounts(
  { friction: costs, coordination, effort }: Assumptions,
  places: number,
  count: number,
): Dual {
  const { accountHours } = coordination;
  const perScale = 1 / effort.valueScale;
  const { dualOwner } = costs;
  let dual = 0;
  let dualArr = 0;
  sharedHours.fill(0);
  for (let i = 0; i < count; i += 1) {
    if ((leads[i] ?? 0) < 2) continue;
    const total = workedValue[i] ?? 0;
    const hours = accountHours * saturation(total * perScale);
    let squares = 0;
    for (let place = 0; place < places; place += 1) {
      const led = ledValue[place * BLOCK + i] ?? 0;
      if (led === 0) continue;
      const share = led / total;
      squares += share * share;
      sharedHours[place] = (sharedHours[place] ?? 0) + hours;
    }
    friction[i] = dualOwner * 2 * (1 - squares);
    dual += 1;
    dualArr += arr[i] ?? 0;
  }
  return { accounts: dual, arr: dualArr, hours: sharedHours.slice(0, places) };
}
