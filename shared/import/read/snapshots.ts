import { countText, plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { foldName, idKey } from '../text.ts';
import { isoDate, dateInName } from '../values/date.ts';
import { pickAccounts, type Draft } from './draft.ts';

/** So many of the periods, the latest ones, are offered. */
const MOST_OFFERED = 6;

/**
 * One period of a book that holds several: the same accounts month by month, told apart by a date
 * column or by the months that sheets or files are named after. Which period counts is a rule, the
 * latest unless the user says otherwise. Everything else comes back as it is.
 */
export function onePeriod(draft: Draft, rules: RuleBook, issues: IssueList): Draft {
  const periods = periodsOf(draft);
  if (periods === null) return draft;
  const keys = draft.hasIds ? draft.ids.map(idKey) : draft.names.map(foldName);
  if (new Set(keys).size === keys.length || !tellsApart(keys, periods)) return draft;
  const counts = new Map<number, number>();
  for (const period of periods) counts.set(period, (counts.get(period) ?? 0) + 1);
  const ranked = [...counts].toSorted(([a], [b]) => b - a);
  const [latest] = ranked;
  if (latest === undefined || ranked.length < 2) return draft;
  const chosen = rules.choose(
    'period',
    `The accounts stand there for ${countText(ranked.length)} dates. Which one is the book?`,
    ranked.slice(0, MOST_OFFERED).map(([period, rows]) => ({
      value: isoDate(period),
      label: isoDate(period),
      effect: plural(rows, 'account'),
    })),
    isoDate(latest[0]),
  );
  const keep = keys.flatMap((_, row) => (isoDate(periods[row] ?? NaN) === chosen ? [row] : []));
  const kept = new Set(keep.map((row) => keys[row]));
  const gone = new Set(keys.filter((key) => !kept.has(key))).size;
  issues.add(
    'info',
    'period',
    { ...draft.place(keep[0] ?? 0), row: null },
    chosen,
    () =>
      `The accounts stand there for ${countText(ranked.length)} dates: ${chosen} counts, ${plural(keys.length - keep.length, 'row')} of other dates are left out. ${plural(gone, 'account')} of them are not in it.`,
  );
  return pickAccounts(draft, keep);
}

/** Each row's period as days since 1970-01-01: its own date, else the month of its sheet's or file's name. Null where a row has none. */
function periodsOf(draft: Draft): Float64Array | null {
  const dates = draft.numbers.get('snapshotDate');
  const months = new Map<string, number>();
  const named = (name: string): number => {
    const known = months.get(name) ?? dateInName(name);
    months.set(name, known);
    return known;
  };
  const periods = new Float64Array(draft.ids.length);
  for (let row = 0; row < periods.length; row++) {
    let period = dates?.[row] ?? NaN;
    if (Number.isNaN(period)) {
      const { file, sheet } = draft.place(row);
      period = named(sheet);
      if (Number.isNaN(period)) period = named(file);
      if (Number.isNaN(period)) return null;
    }
    periods[row] = period;
  }
  return periods;
}

/** Does every account stand there once a period at most? */
function tellsApart(keys: readonly string[], periods: Float64Array): boolean {
  const met = new Set<string>();
  for (const [row, key] of keys.entries()) {
    if (key === '') continue;
    const one = `${String(periods[row])} ${key}`;
    if (met.has(one)) return false;
    met.add(one);
  }
  return true;
}
