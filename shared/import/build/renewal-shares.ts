import type { IssueList } from '../issues.ts';
import type { AsOf } from '../read/as-of.ts';
import type { Draft } from '../read/draft.ts';
import type { Joined } from '../read/join.ts';
import { sayAsOf, shareByDate, shareByRenewals } from '../read/renewals.ts';
import type { TableView } from '../read/view.ts';
import type { ChosenArr } from './arr.ts';

interface RenewalInput {
  readonly draft: Draft;
  readonly arr: ChosenArr;
  readonly renewals: readonly Joined[];
  readonly asOf: AsOf;
  readonly views: readonly TableView[];
  readonly issues: IssueList;
}

/**
 * The share of each account's ARR that is up for renewal within a year: as stated, else from the
 * renewals, else from the account's renewal date, else from the ends of its subscriptions. What none
 * of them tells stays absent.
 */
export function renewalShares({ draft, arr, renewals, asOf, views, issues }: RenewalInput): void {
  const dates = draft.numbers.get('renewalDate');
  const none = new Float64Array(draft.ids.length).fill(NaN);
  const sources = [
    draft.numbers.get('renewalShare') ?? none,
    shareByRenewals(renewals, arr.arr, asOf),
    dates === undefined ? none : shareByDate(dates, asOf),
    arr.endingShare,
  ];
  draft.numbers.set(
    'renewalShare',
    none.map(
      (_, account) =>
        sources.map((source) => source[account] ?? NaN).find((share) => !Number.isNaN(share)) ??
        NaN,
    ),
  );
  const source = views.find((view) => view.has('renewalDate'));
  if (source === undefined) return;
  const passed = dates?.filter((day) => day < asOf.days).length ?? 0;
  sayAsOf(true, passed, asOf, source.place(null, 'renewalDate'), issues);
}
