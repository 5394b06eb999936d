import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import { foldName, idKey, quote } from '../text.ts';
import type { JoinReport } from '../types.ts';
import type { Draft } from './draft.ts';
import type { TableView } from './view.ts';

/** Rows of a table with the account each belongs to, -1 where there is none. */
export interface Joined {
  readonly view: TableView;
  readonly accountOf: Int32Array;
  readonly report: JoinReport;
}

/** A join by name is only believed from here on. */
const ENOUGH_BY_NAME = 0.8;

interface Attempt {
  readonly by: 'id' | 'name';
  readonly field: 'accountId' | 'accountName';
  readonly accountField: 'accountId' | 'name';
  readonly accountOf: Int32Array;
  readonly rows: number;
  readonly matched: number;
}

/**
 * Gives every row of a table its account: by id where both sides have one that matches, else by name
 * where names are unique among the accounts and at least 80 % of the rows find theirs. Otherwise the
 * table is refused, naming both columns. Null where refused. `isSource`: the accounts were read from
 * this very table.
 */
export function joinTable(
  view: TableView,
  draft: Draft,
  columnsOfAccounts: { readonly id: string; readonly name: string },
  isSource: boolean,
  issues: IssueList,
): Joined | null {
  const attempts = [
    attempt(view, draft, 'accountId', 'accountId'),
    attempt(view, draft, 'accountName', 'name'),
    attempt(view, draft, 'accountId', 'name'),
    attempt(view, draft, 'accountName', 'accountId'),
  ].filter((one) => one !== null);
  const share = (one: Attempt): number => (one.rows === 0 ? 0 : one.matched / one.rows);
  const byId = attempts
    .filter(({ by, matched }) => by === 'id' && matched > 0)
    .toSorted((a, b) => share(b) - share(a))[0];
  const byName = attempts
    .filter((one) => one.by === 'name' && share(one) >= ENOUGH_BY_NAME)
    .toSorted((a, b) => share(b) - share(a))[0];
  const chosen = byId !== undefined && (byName === undefined || share(byId) >= 0.5) ? byId : byName;
  const file = view.mapping.file;
  if (chosen === undefined) {
    refuse(view, attempts, columnsOfAccounts, issues);
    return null;
  }
  const report = reportOf(view, draft, chosen, columnsOfAccounts);
  if (chosen.by === 'name' && !isSource)
    issues.add(
      'warning',
      'joined-by-name',
      view.place(null, chosen.field),
      report.column,
      () =>
        `${file} was joined to the accounts by name: ${quote(report.column)} to ${quote(report.accountColumn)}, ${percent(share(chosen))} of ${plural(chosen.rows, 'row')} match. Check it, or give both an id.`,
    );
  sayUnmatched(view, chosen, report, issues);
  return { view, accountOf: chosen.accountOf, report };
}

function attempt(
  view: TableView,
  draft: Draft,
  field: Attempt['field'],
  accountField: Attempt['accountField'],
): Attempt | null {
  const has = accountField === 'accountId' ? draft.hasIds : draft.hasNames;
  if (!view.has(field) || !has) return null;
  const isId = accountField === 'accountId';
  const accounts = uniqueKeys(isId ? draft.ids : draft.names, isId);
  const texts = view.texts(field);
  const accountOf = new Int32Array(texts.length).fill(-1);
  let [rows, matched] = [0, 0];
  const known = new Map<string, number>();
  texts.forEach((text, index) => {
    if (text === '') return;
    rows++;
    let account = known.get(text);
    if (account === undefined) {
      account = accounts.get(isId ? idKey(text) : foldName(text)) ?? -1;
      known.set(text, account);
    }
    if (account < 0) return;
    accountOf[index] = account;
    matched++;
  });
  return { by: isId ? 'id' : 'name', field, accountField, accountOf, rows, matched };
}

/** Keys that stand for one account only; a name that two accounts share joins nothing. */
function uniqueKeys(texts: readonly string[], isId: boolean): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  texts.forEach((text, account) => {
    const key = isId ? idKey(text) : foldName(text);
    if (key !== '') keys.set(key, keys.has(key) && !isId ? -1 : (keys.get(key) ?? account));
  });
  return keys;
}

function refuse(
  view: TableView,
  attempts: readonly Attempt[],
  columns: { readonly id: string; readonly name: string },
  issues: IssueList,
): void {
  const best = attempts.toSorted((a, b) => b.matched - a.matched)[0];
  const own = best === undefined ? '' : (view.column(best.field)?.header ?? '');
  const other = best?.accountField === 'accountId' ? columns.id : columns.name;
  issues.add('error', 'join-refused', view.place(null, best?.field), own, () =>
    best === undefined
      ? `${view.mapping.file} has no column that names the account of a row. Choose one, or leave the table out.`
      : `${view.mapping.file} can't be joined to the accounts: of ${plural(best.rows, 'row')} only ${String(best.matched)} find their account by ${quote(own)} and ${quote(other)} (80 % are needed). Choose other columns, or leave the table out.`,
  );
}

/** How many unmatched keys are listed. */
const LISTED = 50;

function reportOf(
  view: TableView,
  draft: Draft,
  chosen: Attempt,
  columns: { readonly id: string; readonly name: string },
): JoinReport {
  const texts = view.texts(chosen.field);
  const unmatched = new Map<string, number>();
  const mentioned = new Set<number>();
  texts.forEach((text, index) => {
    const account = chosen.accountOf[index] ?? -1;
    if (account >= 0) mentioned.add(account);
    else if (text !== '') unmatched.set(text, (unmatched.get(text) ?? 0) + 1);
  });
  return {
    file: view.mapping.file,
    sheet: view.mapping.sheet,
    role: view.mapping.role,
    column: view.column(chosen.field)?.header ?? '',
    accountColumn: chosen.accountField === 'accountId' ? columns.id : columns.name,
    by: chosen.by,
    rows: chosen.rows,
    matched: chosen.matched,
    withoutKey: texts.length - chosen.rows,
    unmatched: [...unmatched]
      .map(([text, rows]) => ({ text, rows }))
      .toSorted((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1))
      .slice(0, LISTED),
    accountsWithout: draft.ids.length - mentioned.size,
  };
}

function sayUnmatched(
  view: TableView,
  chosen: Attempt,
  report: JoinReport,
  issues: IssueList,
): void {
  const texts = view.texts(chosen.field);
  if (chosen.matched < chosen.rows)
    texts.forEach((text, index) => {
      if (text === '' || (chosen.accountOf[index] ?? -1) >= 0) return;
      issues.add(
        'warning',
        'no-such-account',
        view.place(index, chosen.field),
        text,
        () =>
          `No account has ${quote(report.accountColumn)} ${quote(text)}: the row is not counted.`,
      );
    });
  if (report.withoutKey > 0)
    issues.add(
      'warning',
      'rows-without-account',
      view.place(null, chosen.field),
      '',
      () =>
        `${plural(report.withoutKey, 'row')} of ${view.mapping.file} name no account and are not counted.`,
    );
}

function percent(share: number): string {
  return `${String(Math.floor(share * 1000) / 10)} %`;
}
