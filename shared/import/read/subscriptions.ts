import { amountText, plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import type { AsOf } from './as-of.ts';
import type { Joined } from './join.ts';

/** What subscriptions say about the accounts: recurring revenue today, and the part of it that ends within a year. */
export interface Recurring {
  /** Money a year, NaN for an account that the tables don't mention. */
  readonly arr: Float64Array;
  /** 0..1, NaN where no end date tells. */
  readonly renewalShare: Float64Array;
}

const YEAR = 365;
type Current = 'activeAndPaused' | 'activeOnly' | 'byDates' | 'all';

/** Sums what is current by account; what counts as current is a rule, shown with its effect. */
export function readSubscriptions(
  tables: readonly Joined[],
  accounts: number,
  asOf: AsOf,
  currency: string,
  rules: RuleBook,
  issues: IssueList,
): Recurring {
  const rule = chooseCurrent(tables, asOf, currency, rules);
  const arr = new Float64Array(accounts).fill(NaN);
  const renewing = new Float64Array(accounts);
  const dated = new Uint8Array(accounts);
  for (const joined of tables) {
    const { view, accountOf } = joined;
    const amounts = view.figures('arr').values;
    const ends = view.dates('endDate');
    const isCurrent = currentRows(joined, rule, asOf);
    sayOddities(joined, isCurrent, asOf, issues);
    for (let row = 0; row < view.count; row++) {
      const account = accountOf[row] ?? -1;
      if (account < 0) continue;
      const amount = amounts[row] ?? NaN;
      const before = arr[account] ?? NaN;
      if (Number.isNaN(before)) arr[account] = 0;
      if (!isCurrent(row) || Number.isNaN(amount)) continue;
      arr[account] = (arr[account] ?? 0) + amount;
      const end = ends[row] ?? NaN;
      if (!Number.isNaN(end)) dated[account] = 1;
      // Without an end date a subscription runs from month to month: it can end any day.
      if (Number.isNaN(end) || end <= asOf.days + YEAR)
        renewing[account] = (renewing[account] ?? 0) + amount;
    }
  }
  const renewalShare = arr.map((value, account) =>
    dated[account] === 1 && value > 0 && !Number.isNaN(asOf.days)
      ? Math.min(1, Math.max(0, (renewing[account] ?? 0) / value))
      : NaN,
  );
  return { arr, renewalShare };
}

function chooseCurrent(
  tables: readonly Joined[],
  asOf: AsOf,
  currency: string,
  rules: RuleBook,
): Current {
  const has = (field: string): boolean => tables.some(({ view }) => view.has(field));
  const byStatus = has('status');
  const byDates = (has('endDate') || has('startDate')) && !Number.isNaN(asOf.days);
  const option = (value: Current, label: string) => ({
    value,
    label,
    effect: `ARR ${amountText(total(tables, value, asOf), currency)}`,
  });
  const options = [
    ...(byStatus
      ? [
          option('activeAndPaused', 'What is active or paused; churned and trial are not'),
          option('activeOnly', 'Only what is active'),
        ]
      : []),
    ...(byDates
      ? [option('byDates', `What runs on ${asOf.said.date ?? ''} by its start and end date`)]
      : []),
    option('all', 'Everything in the table'),
  ];
  const standard: Current = byStatus ? 'activeAndPaused' : byDates ? 'byDates' : 'all';
  return rules.choose(
    'currentSubscriptions',
    'Which subscriptions count as paid today?',
    options,
    standard,
  );
}

function currentRows({ view }: Joined, rule: Current, asOf: AsOf): (row: number) => boolean {
  if (rule === 'all') return () => true;
  if (rule === 'byDates') {
    const [starts, ends] = [view.dates('startDate'), view.dates('endDate')];
    return (row) => !((starts[row] ?? NaN) > asOf.days) && !((ends[row] ?? NaN) < asOf.days);
  }
  const status = view.has('status') ? view.meanings('status') : null;
  // A row whose status is blank or of an unknown word counts: it stands in the list of subscriptions.
  return (row) => {
    const meaning = status?.[row] ?? null;
    if (meaning === null || meaning === '' || meaning === 'active') return true;
    return meaning === 'paused' && rule === 'activeAndPaused';
  };
}

function total(tables: readonly Joined[], rule: Current, asOf: AsOf): number {
  let sum = 0;
  for (const joined of tables) {
    const amounts = joined.view.figures('arr').values;
    const isCurrent = currentRows(joined, rule, asOf);
    amounts.forEach((amount, row) => {
      if ((joined.accountOf[row] ?? -1) >= 0 && !Number.isNaN(amount) && isCurrent(row))
        sum += amount;
    });
  }
  return sum;
}

function sayOddities(
  { view }: Joined,
  isCurrent: (row: number) => boolean,
  asOf: AsOf,
  issues: IssueList,
): void {
  const status = view.has('status') ? view.meanings('status') : [];
  const texts = view.texts('status');
  const unknown = new Map<string, number>();
  const ends = view.dates('endDate');
  let ended = 0;
  for (let row = 0; row < view.count; row++) {
    const text = texts[row] ?? '';
    if (text !== '' && (status[row] ?? '') === '') unknown.set(text, (unknown.get(text) ?? 0) + 1);
    if (status[row] === 'active' && isCurrent(row) && (ends[row] ?? NaN) < asOf.days) ended++;
  }
  for (const [text, rows] of unknown)
    issues.add(
      'warning',
      'unknown-status',
      view.place(null, 'status'),
      text,
      () =>
        `${plural(rows, 'subscription')} with the status "${text.slice(0, 60)}" count as paid: say what it means.`,
    );
  if (ended > 0)
    issues.add(
      'info',
      'active-but-ended',
      view.place(null, 'endDate'),
      '',
      () =>
        `${plural(ended, 'subscription')} are active although their end date has passed: they count as paid.`,
    );
}
