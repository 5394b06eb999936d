import { amountText, countText, plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { foldName, idKey, quote, tableName } from '../text.ts';
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

/** What a table is joined to, and where the joining is decided and reported. */
export interface JoinTarget {
  readonly draft: Draft;
  /** Headers of the accounts' own columns of ids and names. */
  readonly columns: { readonly id: string; readonly name: string };
  readonly currency: string;
  readonly rules: RuleBook;
  readonly issues: IssueList;
}

/**
 * Gives every row of a table its account: by id where both sides have one that matches, else by name
 * where names are unique among the accounts and at least 80 % of the rows find theirs, which is a
 * proposal to confirm. Otherwise the table is refused, naming both columns. Null where it is refused
 * or left out. `isSource`: the accounts were read from this very table.
 */
export function joinTable(
  view: TableView,
  { draft, columns: columnsOfAccounts, currency, rules, issues }: JoinTarget,
  isSource: boolean,
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
  if (chosen === undefined) {
    refuse(view, attempts, columnsOfAccounts, issues);
    return null;
  }
  const decision =
    chosen.by === 'name' && !isSource
      ? decide(view, chosen, columnsOfAccounts, rules, issues)
      : CERTAIN;
  if (decision === null) return null;
  const report = { ...reportOf(view, draft, chosen, columnsOfAccounts), ...decision };
  sayUnmatched(view, chosen, report, issues);
  sayUncounted(view, chosen, currency, issues);
  sayUnmentioned(view, report, issues);
  return { view, accountOf: chosen.accountOf, report };
}

type Decision = Pick<JoinReport, 'state' | 'rule'>;
const CERTAIN: Decision = { state: 'certain', rule: '' };

/** A join by name is a proposal: taken and said until the user confirms it or leaves the table out (then null). */
function decide(
  view: TableView,
  { field, accountField, rows, matched }: Attempt,
  columns: JoinTarget['columns'],
  rules: RuleBook,
  issues: IssueList,
): Decision | null {
  const own = view.column(field)?.header ?? '';
  const other = accountField === 'accountId' ? columns.id : columns.name;
  const name = tableName(view.mapping);
  const found = `${quote(own)} to ${quote(other)}, ${percent(matched / rows)} of ${plural(rows, 'row')} match`;
  const rule = `join:${view.mapping.role}:${own}`;
  const choice = rules.choose(
    rule,
    `Are the rows of ${name} joined to the right accounts by name: ${found}?`,
    [
      {
        value: 'proposed',
        label: 'Not checked yet: they are joined by name',
        effect: `${plural(matched, 'row')} joined`,
      },
      {
        value: 'confirmed',
        label: 'Yes, join them by name',
        effect: `${plural(matched, 'row')} joined, ${countText(rows - matched)} not counted`,
      },
      {
        value: 'leaveOut',
        label: 'No, leave the table out',
        effect: `none of ${plural(rows, 'row')} counted`,
      },
    ],
    'proposed',
  );
  if (choice === 'leaveOut') {
    issues.add(
      'info',
      'table-left-out',
      view.place(null),
      '',
      () => `${name} is left out, as you decided: its rows are not joined by name.`,
    );
    return null;
  }
  if (choice === 'proposed')
    issues.add(
      'warning',
      'joined-by-name',
      view.place(null, field),
      own,
      () =>
        `${view.mapping.file} was joined to the accounts by name: ${found}. Check it, or give both an id.`,
    );
  return { state: choice, rule };
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
  columns: JoinTarget['columns'],
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

/** How many unmatched keys, and accounts without a row, are listed. */
const LISTED = 50;

function reportOf(
  view: TableView,
  draft: Draft,
  chosen: Attempt,
  columns: JoinTarget['columns'],
): Omit<JoinReport, keyof Decision> {
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
    unmentioned: unmentionedOf(draft, mentioned),
  };
}

function unmentionedOf({ ids, names }: Draft, mentioned: ReadonlySet<number>): string[] {
  const list: string[] = [];
  for (let account = 0; account < ids.length && list.length < LISTED; account++)
    if (!mentioned.has(account)) list.push(names[account] || (ids[account] ?? ''));
  return list;
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

/** What the rows without an account hold, so that nobody misses money without knowing. */
function sayUncounted(
  view: TableView,
  { accountOf }: Attempt,
  currency: string,
  issues: IssueList,
): void {
  const field = view.has('arr') ? 'arr' : 'amount';
  if (!view.has(field)) return;
  let [lost, all, rows] = [0, 0, 0];
  view.figures(field).values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    all += value;
    if ((accountOf[row] ?? -1) >= 0) return;
    lost += value;
    rows++;
  });
  if (lost <= 0) return;
  issues.add(
    'warning',
    'money-without-account',
    view.place(null, field),
    String(lost),
    () =>
      `${plural(rows, 'row')} of ${tableName(view.mapping)} without an account of the book ${rows === 1 ? 'holds' : 'hold'} ${amountText(lost, currency)}, ${percent(lost / all)} of ${quote(view.column(field)?.header ?? '')}: it is not counted for any account.`,
  );
}

/** Accounts that a table leaves out are no fault of it, but they are said: their figures come from elsewhere or are absent. */
function sayUnmentioned(view: TableView, report: JoinReport, issues: IssueList): void {
  if (report.accountsWithout === 0) return;
  const some = report.unmentioned.slice(0, 5).map((name) => quote(name));
  const more = report.accountsWithout > some.length ? ' …' : '';
  issues.add(
    'info',
    'accounts-without-rows',
    view.place(null),
    '',
    () =>
      `${plural(report.accountsWithout, 'account')} ${report.accountsWithout === 1 ? 'has' : 'have'} no row in ${tableName(view.mapping)}: ${some.join(', ')}${more}`,
  );
}

function percent(share: number): string {
  return `${String(Math.floor(share * 1000) / 10)}%`;
}
