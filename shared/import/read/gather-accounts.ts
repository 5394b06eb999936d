import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { foldName, idKey, tableName } from '../text.ts';
import { accountsOf, readAccounts } from './accounts.ts';
import { accountsByKey, appendDrafts, pickAccounts, type Draft } from './draft.ts';
import { dateInName } from '../values/date.ts';
import type { TableView } from './view.ts';

/** Which tables can stand in for a table of accounts where there is none, best first. */
const STAND_INS = ['subscriptions', 'opportunities', 'renewals', 'health'] as const;

/** The accounts of the book before anything is joined, and the tables they come from; null where no table names any. */
export interface Gathered {
  readonly draft: Draft;
  readonly from: 'accounts' | (typeof STAND_INS)[number];
  /** Headers of the columns of ids and names, for messages. */
  readonly columns: { readonly id: string; readonly name: string };
}

/** Reads the tables of accounts; where there are none, the accounts that subscriptions or deals name. */
export function gatherAccounts(
  views: readonly TableView[],
  rules: RuleBook,
  issues: IssueList,
): Gathered | null {
  const own = views.filter(({ mapping }) => mapping.role === 'accounts');
  if (own.length > 0) {
    const [main, ...others] = own.toSorted(
      (a, b) => worth(b) - worth(a) || time(b) - time(a) || b.count - a.count,
    );
    if (main === undefined) return null;
    let draft = readAccounts(main, issues);
    for (const view of others) draft = unite(draft, main, view, rules, issues);
    return { draft, from: 'accounts', columns: headersOf(main, 'name') };
  }
  for (const from of STAND_INS) {
    const tables = views.filter(({ mapping }) => mapping.role === from);
    const [first, ...others] = tables;
    if (first === undefined) continue;
    let draft = accountsOf(first);
    for (const view of others) draft = appendDrafts(draft, accountsOf(view));
    return { draft: distinct(draft), from, columns: headersOf(first, 'accountName') };
  }
  return null;
}

/** The main table is the one that says most: recurring revenue above all, then columns. */
function worth(view: TableView): number {
  return (view.has('arr') ? 1e3 : 0) + view.fields('').length;
}

/** Of two books of the same worth the later one: by the date or year in the name of its sheet or file; 0 where none says. */
function time({ mapping }: TableView): number {
  const year = (name: string): number => Number(/(?<!\d)20\d\d(?!\d)/.exec(name)?.[0] ?? NaN);
  const names = [mapping.sheet, mapping.file];
  const days = names.map(dateInName).find((day) => !Number.isNaN(day));
  const ofYear = names.map(year).find((one) => !Number.isNaN(one));
  return days ?? (ofYear === undefined ? 0 : (ofYear - 1970) * 365.25);
}

function headersOf(view: TableView, name: string): { id: string; name: string } {
  return {
    id: view.column('accountId')?.header ?? 'account id',
    name: view.column(name)?.header ?? 'account name',
  };
}

/**
 * A second table of accounts: more accounts of the same kind go below, facts about the same accounts
 * beside. Facts fill what is absent, they never replace and never add up.
 */
function unite(
  draft: Draft,
  main: TableView,
  view: TableView,
  rules: RuleBook,
  issues: IssueList,
): Draft {
  const more = readAccounts(view, issues);
  const by = draft.hasIds && more.hasIds ? 'id' : 'name';
  const known = accountsByKey(draft, by);
  const target = Array.from(by === 'id' ? more.ids : more.names, (text) =>
    known.get(by === 'id' ? idKey(text) : foldName(text)),
  );
  const matched = target.filter((account) => account !== undefined).length;
  const name = tableName(view.mapping);
  const isSameKind = view.mapping.fingerprint === main.mapping.fingerprint;
  const recurs = matched >= 0.5 * more.ids.length;
  if (isSameKind && recurs && more.ids.length > 1) {
    const choice = rules.choose(
      `repeated:${name}`,
      `${name} has the accounts of ${tableName(main.mapping)} again. Does it count?`,
      [
        {
          value: 'leaveOut',
          label: 'No, it is the same book at another time',
          effect: `${plural(more.ids.length, 'row')} not counted`,
        },
        {
          value: 'append',
          label: 'Yes, these are further accounts',
          effect: `${plural(more.ids.length, 'row')} added`,
        },
      ],
      'leaveOut',
    );
    if (choice === 'leaveOut') {
      issues.add(
        'warning',
        'table-repeated',
        view.place(null),
        '',
        () =>
          `${name} has ${plural(matched, 'account')} of ${tableName(main.mapping)} again, with the same columns: read as the same book at another time and not counted. Say so if these are further accounts.`,
      );
      return draft;
    }
  }
  if (isSameKind || !recurs) {
    issues.add(
      'info',
      'accounts-appended',
      view.place(null),
      '',
      () =>
        `${name}: ${plural(more.ids.length, 'row')} added to the accounts of ${main.mapping.file}.`,
    );
    return appendDrafts(draft, more);
  }
  issues.add(
    'info',
    'accounts-enriched',
    view.place(null),
    '',
    () =>
      `${name}: facts about ${plural(matched, 'account')} of ${main.mapping.file}; ${plural(more.ids.length - matched, 'row')} without one left out.`,
  );
  const count = draft.ids.length;
  for (const [field, values] of more.texts) {
    const into = draft.texts.get(field) ?? new Array<string>(count).fill('');
    target.forEach((account, row) => {
      if (account !== undefined && into[account] === '') into[account] = values[row] ?? '';
    });
    draft.texts.set(field, into);
  }
  for (const [field, values] of more.numbers) {
    const into = draft.numbers.get(field) ?? new Float64Array(count).fill(NaN);
    target.forEach((account, row) => {
      if (account !== undefined && Number.isNaN(into[account] ?? 0))
        into[account] = values[row] ?? NaN;
    });
    draft.numbers.set(field, into);
  }
  return draft;
}

function distinct(draft: Draft): Draft {
  const keys = accountsByKey(draft, draft.hasIds ? 'id' : 'name');
  return keys.size === draft.ids.length ? draft : pickAccounts(draft, [...keys.values()]);
}
