import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { AsOf } from './as-of.ts';
import type { Joined } from './join.ts';

const YEAR = 365;

/**
 * Share of ARR up for renewal within a year of the as-of day, from a renewal date by account: 1 in
 * it, 0 after it. A date that has passed tells nothing about the next one. NaN where nothing tells.
 */
export function shareByDate(dates: Float64Array, asOf: AsOf): Float64Array {
  return dates.map((day) => {
    if (Number.isNaN(day) || Number.isNaN(asOf.days) || day < asOf.days) return NaN;
    return day <= asOf.days + YEAR ? 1 : 0;
  });
}

/** The same from tables of renewals: what renews within the year over the ARR; without amounts a date says all of it. */
export function shareByRenewals(
  tables: readonly Joined[],
  arr: Float64Array,
  asOf: AsOf,
): Float64Array {
  const mentioned = new Uint8Array(arr.length);
  const whole = new Uint8Array(arr.length);
  const amount = new Float64Array(arr.length);
  for (const { view, accountOf } of tables) {
    const dates = view.dates('renewalDate');
    const amounts = view.figures('amount').values;
    for (let row = 0; row < view.count; row++) {
      const account = accountOf[row] ?? -1;
      const day = dates[row] ?? NaN;
      if (account < 0 || !(day >= asOf.days)) continue;
      mentioned[account] = 1;
      if (day > asOf.days + YEAR) continue;
      const value = amounts[row] ?? NaN;
      if (Number.isNaN(value)) whole[account] = 1;
      else amount[account] = (amount[account] ?? 0) + value;
    }
  }
  return arr.map((value, account) => {
    if (mentioned[account] !== 1) return NaN;
    if (whole[account] === 1) return 1;
    return value > 0 ? Math.min(1, Math.max(0, (amount[account] ?? 0) / value)) : NaN;
  });
}

/** Says where the day comes from, or that renewal dates can't be used without one. */
export function sayAsOf(
  hasDates: boolean,
  passed: number,
  asOf: AsOf,
  place: { readonly file: string; readonly sheet: string },
  issues: IssueList,
): void {
  if (!hasDates) return;
  if (asOf.said.date === null)
    issues.add(
      'warning',
      'as-of-unknown',
      place,
      '',
      () =>
        'The book has renewal dates, but nothing in it says what day it is: give the as-of date. Until then all ARR counts as up for renewal within a year.',
    );
  else
    issues.add(
      'info',
      'as-of',
      place,
      asOf.said.date,
      () =>
        `What renews within a year is counted from ${asOf.said.date ?? ''}: ${asOf.said.origin}.`,
    );
  if (passed > 0)
    issues.add(
      'warning',
      'renewal-passed',
      place,
      '',
      () =>
        `${plural(passed, 'account')} have a renewal date before the as-of date, which says nothing about the next one: all their ARR counts as up for renewal.`,
    );
}
