import { plural } from '../amount.ts';
import type { FoundTable } from '../find/table.ts';
import type { IssueList, Place } from '../issues.ts';
import { quote } from '../text.ts';
import type { ColumnMapping } from '../types.ts';
import { isoDate } from '../values/date.ts';
import { readDates } from './cells.ts';

/** What is needed of a table under its mapping to count days in it. */
interface DatedTable {
  readonly found: FoundTable;
  readonly count: number;
  columnCalled(header: string): ColumnMapping | undefined;
  dates(field: string): Float64Array;
  place(index: number | null, field?: string): Place;
}

/**
 * Days from the date of another column to the date of this one, a row each; at least one, as a sale
 * on the day of its beginning took a day. NaN where a date is absent, or, said, where they run
 * backwards.
 */
export function daysBetween(
  view: DatedTable,
  column: ColumnMapping,
  issues: IssueList,
): Float64Array {
  const from = view.columnCalled(column.daysFrom ?? '');
  if (from === undefined) {
    issues.add(
      'warning',
      'no-such-column',
      view.place(null, 'cycleDays'),
      column.daysFrom ?? '',
      () =>
        `The sales cycle is counted from ${quote(column.daysFrom ?? '')} to ${quote(column.header)}, but there is no column ${quote(column.daysFrom ?? '')} here: choose the column of the earlier date.`,
    );
    return new Float64Array(view.count).fill(NaN);
  }
  const starts = startDates(view, from, issues);
  return view.dates('cycleDays').map((end, row) => {
    const days = end - (starts[row] ?? NaN);
    if (!(days < 0)) return Math.max(1, days);
    issues.add(
      'warning',
      'negative-cycle',
      view.place(row, 'cycleDays'),
      String(days),
      () =>
        `${quote(column.header)} (${isoDate(end)}) lies ${plural(-days, 'day')} before ${quote(from.header)} (${isoDate(starts[row] ?? NaN)}): the sales cycle was left empty.`,
    );
    return NaN;
  });
}

/** The earlier dates; what can't be read among them is said once, here or where the column has a meaning of its own. */
function startDates(view: DatedTable, from: ColumnMapping, issues: IssueList): Float64Array {
  if (from.field === 'since' || from.field === 'renewalDate') return view.dates(from.field);
  const report = (code: string, wrong: string) => (row: number, text: string) => {
    issues.add(
      'warning',
      code,
      { ...view.place(row), column: from.column },
      text,
      () => `${quote(from.header)}: ${quote(text)} ${wrong}: the sales cycle was left empty.`,
    );
  };
  return readDates(view.found, from, {
    bad: report('not-a-date', 'is no date'),
    error: report('error-cell', 'is an error'),
  });
}
