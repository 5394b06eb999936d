import { amountText, countText, plural } from './amount.ts';
import type { BuildInput } from './build/input.ts';
import type { FoundTable } from './find/table.ts';
import { isKnownHeader } from './infer/vocabulary.ts';
import type { IssueList } from './issues.ts';
import type { Draft } from './read/draft.ts';
import type { TableView } from './read/view.ts';
import { cellText, headerWords, oneLine, quote, tableName } from './text.ts';
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
    const headers = mapping.columns.slice(0, 40).map(({ header }) => oneLine(header));
    const rows = headers.length > 0 && mapping.dataRows === 0 ? ' (no rows)' : '';
    return `${tableName(mapping)}: ${headers.length === 0 ? mapping.reason : headers.join(', ')}${rows}`;
  });
  const onSide = understood.filter(({ found: table }) => table !== null && liesOnItsSide(table));
  issues.add('error', 'no-accounts', place, '', () => {
    const [side] = onSide;
    if (side !== undefined)
      return `${tableName(side.mapping)} seems to lie on its side, with the accounts across and their columns down: turn it (copy, paste transposed) and read it again.`;
    return understood.every(({ found: table }) => table === null)
      ? `No sheet holds a table: ${[...found, ...notes.slice(0, 5).map((note) => note.replace(/\.$/, ''))].join('; ')}. Put the names of the columns (Account, ARR, …) in a row above the data, or choose another file.`
      : `No table names accounts and what they pay. Columns found: ${found.join('; ')}. Say which table holds the accounts, or add one.`;
  });
}

/** Do the names of fields stand one under the other in the first column, each beside a value an account? */
function liesOnItsSide({ grid, headerRow, columns, lastRow }: FoundTable): boolean {
  const [first] = columns;
  if (first === undefined || lastRow - headerRow > 60) return false;
  const names: string[] = [];
  for (let row = headerRow; row <= lastRow; row++) names.push(cellText(grid, row, first.column));
  const known = names.filter((name) => isKnownHeader(headerWords(name))).length;
  return known >= 2 && known >= 0.5 * names.filter((name) => name !== '').length;
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
  sayNameless(draft, issues);
}

/** How many rows without a name are named. */
const NAMED_ROWS = 10;

function sayNameless(draft: Draft, issues: IssueList): void {
  const nameless = draft.names.flatMap((name, account) => (name === '' ? [account] : []));
  const [first] = nameless;
  if (first === undefined) return;
  const rows = nameless
    .slice(0, NAMED_ROWS)
    .map((account) => String((draft.place(account).row ?? -1) + 1));
  const more = nameless.length > NAMED_ROWS ? ' …' : '';
  issues.add('warning', 'no-name', draft.place(first, 'name'), draft.ids[first] ?? '', () =>
    nameless.length === 1
      ? 'The account has no name: its id stands in.'
      : `${plural(nameless.length, 'account')} have no name (rows ${rows.join(', ')}${more}): their ids stand in.`,
  );
}

/** Lists the accounts that nobody owns because their deals have several owners and the user wants to decide. */
export function sayOpenOwners(open: readonly number[], draft: Draft, issues: IssueList): void {
  for (const account of open)
    issues.add(
      'warning',
      'owner-open',
      draft.place(account),
      draft.names[account] || (draft.ids[account] ?? ''),
      () =>
        `The deals of ${quote(draft.names[account] || (draft.ids[account] ?? ''))} have several owners: it is to be assigned.`,
    );
}
