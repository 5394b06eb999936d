import { MOTIONS } from '../../shared/book/motions.ts';
import type { Breakdown, BreakdownRow } from '../../shared/analysis/breakdown.ts';
import type { ModelResult } from '../../shared/model/result.ts';
import { differences } from './differences.ts';

/** Where the rows of a breakdown do not add up to the totals of its model. */
export function wrongTotals(
  { by, rows }: Breakdown,
  total: ModelResult,
  accounts: number,
): string[] {
  const sum = (value: (row: BreakdownRow) => number) =>
    rows.reduce((all, row) => all + value(row), 0);
  const coordination = total.overlap.coordinationHours;
  const demand = Object.values(total.demandHours).reduce((all, hours) => all + hours, 0);
  const added = {
    arr: sum((row) => row.arr),
    retained: sum((row) => row.retained),
    arrLost: sum((row) => row.arrLost),
    booked: MOTIONS.map((m) => sum((row) => row.bookedByMotion[m])),
    hours: sum((row) => Object.values(row.hours).reduce((all, hours) => all + hours, 0)),
    people: sum((row) => row.people),
    managers: sum((row) => row.managers),
    scorecard: sum((row) => row.scorecard),
    commissionLead: sum((row) => row.commissionLead),
    commissionAssist: sum((row) => row.commissionAssist),
    runRate: sum((row) => row.runRate),
    accounts: by === 'segment' || by === 'cycleBand' ? sum((row) => row.accounts) : accounts,
  };
  return differences(added, {
    arr: total.arr,
    retained: total.retainedArr + total.transition.arrLost,
    arrLost: total.transition.arrLost,
    booked: MOTIONS.map((m) => total.bookedByMotion[m]),
    hours: demand - coordination,
    people: total.cost.people,
    managers: total.cost.managers,
    scorecard: total.cost.scorecard,
    commissionLead: total.cost.commissionLead,
    commissionAssist: total.cost.commissionAssist,
    runRate: total.runRate,
    accounts,
  });
}
