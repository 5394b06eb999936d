import { amountText, plural } from '../amount.ts';
import type { AsOf } from '../read/as-of.ts';
import type { Deals } from '../read/deals.ts';
import type { Draft } from '../read/draft.ts';
import type { Joined } from '../read/join.ts';
import { renewalDeals, shareByDate, shareByRenewals, sharesOf } from '../read/renewals.ts';
import type { TableView } from '../read/view.ts';
import { quote } from '../text.ts';
import type { ChosenArr } from './arr.ts';
import type { BuildInput } from './input.ts';

interface RenewalInput {
  readonly draft: Draft;
  readonly arr: ChosenArr;
  readonly renewals: readonly Joined[];
  readonly deals: Deals;
  readonly asOf: AsOf;
  readonly currency: string;
  readonly input: BuildInput;
}

/**
 * The share of each account's ARR that is up for renewal within a year: as stated, else from the
 * renewals (where no table holds them, from the open deals that are renewals), else from the account's
 * renewal date, else from the ends of its subscriptions. What none of them tells stays absent: a date
 * that has passed says nothing about the next one.
 */
export function renewalShares(sources: RenewalInput): void {
  const { draft, arr, renewals, asOf } = sources;
  const dates = draft.numbers.get('renewalDate');
  const none = new Float64Array(draft.ids.length).fill(NaN);
  const events =
    renewals.length > 0 ? shareByRenewals(renewals, arr.arr, asOf) : shareByDeals(sources);
  const byDate = dates === undefined ? null : shareByDate(dates, asOf);
  const told = [draft.numbers.get('renewalShare'), events?.share, byDate?.share, arr.endingShare];
  const shares = none.map(
    (_, account) =>
      told.map((source) => source?.[account] ?? NaN).find((share) => !Number.isNaN(share)) ?? NaN,
  );
  draft.numbers.set('renewalShare', shares);
  const passed = new Set([...(events?.passed ?? []), ...(byDate?.passed ?? [])]);
  const view = dateSource(sources, events !== null);
  if (view === undefined) return;
  sayAsOf(view, sources);
  sayPassed(
    [...passed].filter((account) => Number.isNaN(shares[account] ?? NaN)),
    view,
    sources,
  );
}

/** Open renewal deals in the place of a table of renewals; null where there are none. */
function shareByDeals({ draft, arr, deals, asOf, currency, input }: RenewalInput) {
  const open = renewalDeals(deals, asOf);
  if (open.length === 0) return null;
  const view = input.views.find(({ mapping }) => mapping.role === 'opportunities');
  const accounts = new Set(open.map(({ account }) => account)).size;
  const amount = open.reduce((sum, renewal) => sum + (renewal.amount || 0), 0);
  if (view !== undefined && asOf.said.date !== null)
    input.issues.add(
      'info',
      'renewals-from-deals',
      view.place(null, 'closeDate'),
      '',
      () =>
        `No table holds renewals: ${plural(open.length, 'open renewal deal')} of ${amountText(amount, currency)} on ${plural(accounts, 'account')} say what renews within a year. Of the others (${plural(draft.ids.length - accounts, 'account')}) what else tells counts, or all of their ARR, estimated.`,
    );
  return sharesOf(open, arr.arr, asOf);
}

/** The table whose dates the as-of day decides about: of renewals, of accounts, of deals that renew. */
function dateSource({ input }: RenewalInput, hasEvents: boolean): TableView | undefined {
  const dated = input.views.find((view) => view.has('renewalDate'));
  if (dated !== undefined || !hasEvents) return dated;
  return input.views.find(({ mapping }) => mapping.role === 'opportunities');
}

/** Says where the day comes from, or that renewal dates can't be used without one. */
function sayAsOf(view: TableView, { asOf, input: { issues } }: RenewalInput): void {
  const place = view.place(null, view.has('renewalDate') ? 'renewalDate' : 'closeDate');
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
}

/** How many of the accounts whose renewal has passed are named. */
const NAMED = 5;

function sayPassed(
  passed: readonly number[],
  view: TableView,
  { draft, input: { issues } }: RenewalInput,
): void {
  if (passed.length === 0) return;
  const names = passed
    .slice(0, NAMED)
    .map((account) => quote(draft.names[account] || (draft.ids[account] ?? '')));
  const more = passed.length > NAMED ? ' …' : '';
  issues.add(
    'warning',
    'renewal-passed',
    view.place(null, 'renewalDate'),
    '',
    () =>
      `${plural(passed.length, 'account')} ${passed.length === 1 ? 'has' : 'have'} no renewal date after the as-of date (${names.join(', ')}${more}); a date that has passed says nothing about the next one: all their ARR counts as up for renewal, estimated.`,
  );
}
