import type { AsOf } from './as-of.ts';
import type { Deals } from './deals.ts';
import type { Joined } from './join.ts';

const YEAR = 365;

/** Something that renews: whose, when (days since 1970-01-01), and how much of it (money a year, NaN = all). */
interface Renewal {
  readonly account: number;
  readonly day: number;
  readonly amount: number;
}

/** What renewals tell of each account. */
export interface RenewalShares {
  /** Share of ARR up for renewal within a year of the as-of day, 0..1; NaN where nothing tells. */
  readonly share: Float64Array;
  /** Accounts whose every date has passed: that tells nothing about the next one. */
  readonly passed: readonly number[];
}

/** From a renewal date by account: 1 within the year, 0 after it. */
export function shareByDate(dates: Float64Array, asOf: AsOf): RenewalShares {
  const passed: number[] = [];
  const share = dates.map((day, account) => {
    if (Number.isNaN(day) || Number.isNaN(asOf.days)) return NaN;
    if (day >= asOf.days) return day <= asOf.days + YEAR ? 1 : 0;
    passed.push(account);
    return NaN;
  });
  return { share, passed };
}

/** From tables of renewals. */
export function shareByRenewals(
  tables: readonly Joined[],
  arr: Float64Array,
  asOf: AsOf,
): RenewalShares {
  const renewals = tables.flatMap(({ view, accountOf }) => {
    const dates = view.dates('renewalDate');
    const amounts = view.figures('amount').values;
    return Array.from(accountOf, (account, row) => ({
      account,
      day: dates[row] ?? NaN,
      amount: amounts[row] ?? NaN,
    }));
  });
  return sharesOf(renewals, arr, asOf);
}

/** What tables of renewals say of each account's next one: a risk or a health. NaN where nothing. */
export function nextByAccount(
  tables: readonly Joined[],
  field: 'health' | 'risk',
  accounts: number,
  asOf: AsOf,
): Float64Array {
  const next = new Float64Array(accounts).fill(NaN);
  const day = new Float64Array(accounts).fill(Infinity);
  for (const { view, accountOf } of tables) {
    if (!view.has(field)) continue;
    const { values } = view.figures(field);
    const dates = view.dates('renewalDate');
    const most = field === 'health' ? 100 : 1;
    accountOf.forEach((account, row) => {
      const value = values[row] ?? NaN;
      const when = dates[row] ?? NaN;
      if (account < 0 || !(value >= 0 && value <= most)) return;
      if (when < asOf.days || !(when < (day[account] ?? Infinity))) return;
      day[account] = when;
      next[account] = value;
    });
  }
  return next;
}

/** Open deals that renew what there is. One that should have closed by now is due now. */
export function renewalDeals(deals: Deals, asOf: AsOf): readonly Renewal[] {
  const renewals: Renewal[] = [];
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const day = deals.closed[row] ?? NaN;
    if (account < 0 || deals.outcome[row] !== 'open' || deals.type[row] !== 'renewal') continue;
    if (!Number.isNaN(day))
      renewals.push({ account, day: Math.max(day, asOf.days), amount: deals.amount[row] ?? NaN });
  }
  return renewals;
}

/** What renews within the year over the ARR, at most all of it; a renewal without an amount is all of it. */
export function sharesOf(
  renewals: readonly Renewal[],
  arr: Float64Array,
  asOf: AsOf,
): RenewalShares {
  const due = new Float64Array(arr.length).fill(NaN);
  const passed = new Set<number>();
  for (const { account, day, amount } of renewals) {
    if (account < 0 || Number.isNaN(day) || Number.isNaN(asOf.days)) continue;
    if (day < asOf.days) passed.add(account);
    else {
      const within = day <= asOf.days + YEAR;
      const part = !within ? 0 : Number.isNaN(amount) ? Infinity : Math.max(0, amount);
      due[account] = (due[account] || 0) + part;
    }
  }
  return {
    share: due.map((value, account) => {
      const own = arr[account] ?? 0;
      if (Number.isNaN(value) || value === Infinity) return Number.isNaN(value) ? NaN : 1;
      return own > 0 ? Math.min(1, value / own) : NaN;
    }),
    passed: [...passed].filter((account) => Number.isNaN(due[account] ?? NaN)),
  };
}
