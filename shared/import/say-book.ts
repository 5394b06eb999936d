import { amountText, countText, plural } from './amount.ts';
import type { BuildInput } from './build/input.ts';
import type { IssueList } from './issues.ts';
import type { Draft } from './read/draft.ts';
import type { TableView } from './read/view.ts';
import { tableName } from './text.ts';
import type { DealSummary } from './types.ts';
import type { Understood } from './understand.ts';

/** Nothing names an account: says what was found instead. */
export function sayNoAccounts(
  understood: readonly Understood[],
  notes: readonly string[],
  issues: IssueList,
): void {
  const [first] = understood;
  const place = { file: first?.mapping.file ?? '', sheet: first?.mapping.sheet ?? '' };
  const found = understood.slice(0, 10).map(({ mapping }) => {
    const headers = mapping.columns.slice(0, 40).map(({ header }) => header);
    return `${tableName(mapping)}: ${headers.length === 0 ? mapping.reason : headers.join(', ')}`;
  });
  issues.add('error', 'no-accounts', place, '', () =>
    understood.every(({ found: table }) => table === null)
      ? `No sheet holds a table: choose a file that holds accounts. ${notes.slice(0, 5).join(' ')}`.trim()
      : `No table names accounts and what they pay. Columns found: ${found.join('; ')}. Say which table holds the accounts, or add one.`,
  );
}

/** What the deals come to, whatever is used of them. */
export function sayDeals(
  deals: DealSummary,
  currency: string,
  view: TableView | undefined,
  issues: IssueList,
): void {
  const days = (mean: number | null): string =>
    mean === null ? 'not known' : `${mean.toFixed(3)} days`;
  const cycles =
    deals.meanCycleClosed === null
      ? ''
      : ` Mean cycle of closed deals ${days(deals.meanCycleClosed)}, of won deals ${days(deals.meanCycleWon)}.`;
  const account =
    deals.withoutAccount === 0
      ? ''
      : ` ${plural(deals.withoutAccount, 'deal')} without an account of the book.`;
  const amount =
    deals.withoutAmount === 0
      ? ''
      : ` ${plural(deals.withoutAmount, 'open deal')} without an amount bring no potential.`;
  issues.add(
    'info',
    'deals',
    view?.place(null) ?? { file: '', sheet: '' },
    '',
    () =>
      `${plural(deals.won, 'won deal')} worth ${amountText(deals.wonValue, currency)}, ${plural(deals.lost, 'lost deal')}, ${plural(deals.open, 'open deal')} worth ${amountText(deals.openValue, currency)}.${cycles}${account}${amount}`,
  );
}

/** Counts who pays nothing today; names missing in the accounts are said too. */
export function sayNotPaying(
  notPaying: number,
  accounts: number,
  { mapping, issues }: BuildInput,
  draft: Draft,
): void {
  const place = draft.place(0);
  if (notPaying > 0)
    issues.add(
      'info',
      'not-paying',
      { ...place, row: null },
      '',
      () =>
        `${plural(notPaying, 'account')} of ${countText(accounts)} ${notPaying === 1 ? 'pays' : 'pay'} nothing today and ${notPaying === 1 ? 'is' : 'are'} ${
          mapping.leaveOutNotPaying ? 'left out' : 'in the book with an ARR of 0'
        }.`,
    );
  draft.names.forEach((name, account) => {
    if (name !== '') return;
    issues.add(
      'warning',
      'no-name',
      draft.place(account, 'name'),
      draft.ids[account] ?? '',
      () => 'The account has no name: its id stands in.',
    );
  });
}
