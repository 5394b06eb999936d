import { own } from '../../units/records.ts';
import { amountText, plural } from '../amount.ts';
import { headerScores } from '../infer/vocabulary.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { headerWords, quote } from '../text.ts';
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
  const paid = tables.map((joined) => ({
    ...joined,
    yearly: yearlyAmounts(joined, currency, rules, issues),
  }));
  const rule = chooseCurrent(paid, asOf, currency, rules);
  const arr = new Float64Array(accounts).fill(NaN);
  const renewing = new Float64Array(accounts);
  const dated = new Uint8Array(accounts);
  for (const joined of paid) {
    const { view, accountOf, yearly } = joined;
    const ends = view.dates('endDate');
    const isCurrent = currentRows(joined, rule, asOf);
    sayOddities(joined, isCurrent, asOf, issues);
    for (let row = 0; row < view.count; row++) {
      const account = accountOf[row] ?? -1;
      if (account < 0) continue;
      const amount = yearly[row] ?? NaN;
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

interface Paid extends Joined {
  /** What each row pays a year. */
  readonly yearly: Float64Array;
}

const A_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, halfYear: 2, year: 1 };

/**
 * What each row pays a year. A column that is called ARR or MRR says so itself; one that is called
 * 'Amount' doesn't: it is by the row's own billing interval where there is one, else a rule.
 */
function yearlyAmounts(
  { view }: Joined,
  currency: string,
  rules: RuleBook,
  issues: IssueList,
): Float64Array {
  const amounts = view.figures('arr').values;
  const column = view.column('arr');
  if (column === undefined || column.transform !== 'none' || saysPeriod(column.header))
    return amounts;
  const header = quote(column.header);
  const times = (factor: number): Float64Array => amounts.map((amount) => amount * factor);
  const readings = new Map<string, Float64Array>();
  if (view.has('interval')) {
    const intervals = view.meanings('interval');
    readings.set(
      'interval',
      amounts.map((amount, row) => amount * (own(A_YEAR, intervals[row] ?? 'year') ?? 1)),
    );
  }
  readings.set('year', amounts);
  readings.set('quarter', times(4));
  readings.set('month', times(12));
  const labels: Readonly<Record<string, string>> = {
    interval: `The period of ${quote(view.column('interval')?.header ?? '')} in its row`,
    year: 'A year',
    quarter: 'A quarter: × 4',
    month: 'A month: × 12',
  };
  const options = [...readings].map(([value, yearly]) => ({
    value,
    label: labels[value] ?? value,
    effect: `${amountText(sum(yearly), currency)} in all rows`,
  }));
  const [standard] = options;
  const chosen = rules.choose(
    'amountPeriod',
    `${header} does not say what period it is for. Which one?`,
    options,
    standard?.value ?? 'year',
  );
  issues.add(
    view.has('interval') ? 'info' : 'warning',
    'amount-period',
    view.place(null, 'arr'),
    column.header,
    () => `${header} does not say what period it is for. Read as: ${labels[chosen] ?? chosen}.`,
  );
  return readings.get(chosen) ?? amounts;
}

/** Names the header recurring revenue, or a year? */
function saysPeriod(header: string): boolean {
  const words = headerWords(header);
  const scores = headerScores(words);
  const named = ['arr', 'mrr', 'qrr'].some((concept) => (scores.get(concept) ?? 0) >= 0.6);
  return (
    named || /\b(?:acv|annual\w*|year\w*|yr|pa|jahr\w*|anual\w*|annuel\w*)\b/.test(words.join(' '))
  );
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
}

function chooseCurrent(
  tables: readonly Paid[],
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

function total(tables: readonly Paid[], rule: Current, asOf: AsOf): number {
  let sum = 0;
  for (const joined of tables) {
    const isCurrent = currentRows(joined, rule, asOf);
    joined.yearly.forEach((amount, row) => {
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
