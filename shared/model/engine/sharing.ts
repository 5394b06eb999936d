import type { Assumptions } from '../assumptions/types.ts';
import { item } from './columns.ts';
import type { Traits, Values } from './drivers.ts';
import type { ModelTerms } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import type { Work } from './work.ts';

/**
 * Accounts that two or more roles lead: their friction (model equations, section 4), the coordination
 * hours they cost (section 5) and how many there are (section 9).
 */
export function shareBlock(
  { friction, coordination, effort }: Assumptions,
  model: ModelTerms,
  traits: Traits,
  values: Values,
  work: Work,
  tally: Tally,
): void {
  const { count } = traits;
  const { arr } = values;
  const { workedValue, leads } = work;
  const columns = model.leadRoles.map((role) => item(work.ledValue, role));
  workedValue.fill(0, 0, count);
  leads.fill(0, 0, count);
  for (const column of columns) {
    for (let i = 0; i < count; i += 1) {
      const led = column[i] ?? 0;
      if (led === 0) continue;
      workedValue[i] = (workedValue[i] ?? 0) + led;
      leads[i] = (leads[i] ?? 0) + 1;
    }
  }
  let arrTotal = 0;
  let single = 0;
  let service = 0;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    arrTotal += revenue;
    service += values.service[i] ?? 0;
    if (leads[i] === 1) single += revenue;
  }
  add(tally.totals, TOTALS.accounts, count);
  add(tally.totals, TOTALS.arr, arrTotal);
  add(tally.totals, TOTALS.singleArr, single);
  add(tally.totals, TOTALS.serviceHours, service);

  work.friction.fill(0, 0, count);
  if (columns.length < 2) return;
  let dual = 0;
  let dualArr = 0;
  const hours = columns.map(() => 0);
  for (let i = 0; i < count; i += 1) {
    if ((leads[i] ?? 0) < 2) continue;
    const total = workedValue[i] ?? 0;
    const accountHours = coordination.accountHours * saturation(total / effort.valueScale);
    let squares = 0;
    for (let c = 0; c < columns.length; c += 1) {
      const led = columns[c]?.[i] ?? 0;
      if (led === 0) continue;
      squares += (led / total) * (led / total);
      hours[c] = (hours[c] ?? 0) + accountHours;
    }
    work.friction[i] = friction.dualOwner * 2 * (1 - squares);
    dual += 1;
    dualArr += arr[i] ?? 0;
  }
  model.leadRoles.forEach((role, c) => {
    add(tally.coordinationHours, role, hours[c] ?? 0);
  });
  add(tally.totals, TOTALS.dualAccounts, dual);
  add(tally.totals, TOTALS.dualArr, dualArr);
}
