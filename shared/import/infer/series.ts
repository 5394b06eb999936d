import type { FoundColumn } from '../find/table.ts';
import type { ColumnTransform } from '../types.ts';
import { parseMonth, parseQuarter } from '../values/date.ts';
import type { Profile } from './profile.ts';

/** Of columns that are months or years side by side, the latest one. */
export interface LatestOfSeries {
  readonly index: number;
  readonly columns: number;
  readonly transform: ColumnTransform;
}

const YEAR = /^(?:fy ?)?(?:20)?(\d\d)$/i;

/** A row of a book has a figure in most of its periods; a row of a calendar in one or two. */
const LEAST_FILLED = 0.34;

/**
 * The latest filled column of a table whose figures stand month by month, quarter by quarter or year
 * by year, under headers that name nothing but the period: 'Jan-26', 'Q1 2026', 'FY26'. Null where
 * there are not two such columns, and where they are hardly filled: that is a calendar.
 */
export function latestOfSeries(
  columns: readonly FoundColumn[],
  profiles: readonly Profile[],
): LatestOfSeries | null {
  const filled = columns.flatMap(({ ownHeader }, index) => {
    const profile = profiles[index];
    return profile !== undefined && profile.filled > 0 && profile.numberShare >= 0.8
      ? [{ index, header: ownHeader.trim() }]
      : [];
  });
  if (isCalendar(columns, profiles)) return null;
  const months = filled.map((one) => ({ ...one, at: parseMonth(one.header) }));
  const quarters = filled.map((one) => ({ ...one, at: parseQuarter(one.header) }));
  const years = filled.map((one) => ({ ...one, at: Number(YEAR.exec(one.header)?.[1] ?? NaN) }));
  return latest(months, 'times12') ?? latest(quarters, 'times4') ?? latest(years, 'none');
}

/** Does a header name a month or year and nothing else? */
export function isPeriod(header: string): boolean {
  const period = header.trim();
  return YEAR.test(period) || ![parseMonth(period), parseQuarter(period)].every(Number.isNaN);
}

/** Do most columns stand for a period, and few rows have more than one or two of them? */
export function isCalendar(columns: readonly FoundColumn[], profiles: readonly Profile[]): boolean {
  const periods = profiles.filter((_, index) => isPeriod(columns[index]?.ownHeader ?? ''));
  const filled = periods.reduce((sum, { filled: cells }) => sum + cells, 0);
  const cells = periods.reduce((sum, { sampled }) => sum + sampled, 0);
  return periods.length >= 4 && filled < LEAST_FILLED * cells;
}

function latest(
  found: readonly { readonly index: number; readonly at: number }[],
  transform: ColumnTransform,
): LatestOfSeries | null {
  const dated = found.filter(({ at }) => !Number.isNaN(at)).toSorted((a, b) => b.at - a.at);
  const [last] = dated;
  return last === undefined || dated.length < 2
    ? null
    : { index: last.index, columns: dated.length, transform };
}
