import type { Assumptions } from '../assumptions/types.ts';
import type { ModelTerms } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { BLOCK, MOST_LEADS, WORKSPACE } from './workspace.ts';

const { arr, service, ledValue, workedValue, leads, friction } = WORKSPACE;
/** Coordination hours by place of the lead. */
const sharedHours = new Float64Array(MOST_LEADS);

/**
 * Accounts that two or more roles lead: their friction (model equations, section 4), the coordination
 * hours they cost (section 5) and how many there are (section 9).
 */
export function shareBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  count: number,
  tally: Tally,
): void {
  const places = model.leadRoles.length;
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
  add(tally.totals, TOTALS.accounts, count);
  add(tally.totals, TOTALS.arr, total);
  add(tally.totals, TOTALS.singleArr, single);
  add(tally.totals, TOTALS.serviceHours, serviceHours);
  friction.fill(0, 0, count);
  if (places < 2) return;
  shareAccounts(assumptions, places, count, tally);
  model.leadRoles.forEach((role, place) => {
    add(tally.coordinationHours, role, sharedHours[place] ?? 0);
  });
}

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
  tally: Tally,
): void {
  const { accountHours } = coordination;
  const { valueScale } = effort;
  const { dualOwner } = costs;
  let dual = 0;
  let dualArr = 0;
  sharedHours.fill(0);
  for (let i = 0; i < count; i += 1) {
    if ((leads[i] ?? 0) < 2) continue;
    const total = workedValue[i] ?? 0;
    const hours = accountHours * saturation(total / valueScale);
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
  add(tally.totals, TOTALS.dualAccounts, dual);
  add(tally.totals, TOTALS.dualArr, dualArr);
}
