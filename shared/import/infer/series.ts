import type { FoundColumn } from '../find/table.ts';
import type { ColumnTransform } from '../types.ts';
import { parseMonth } from '../values/date.ts';
import type { Profile } from './profile.ts';

/** Of columns that are months or years side by side, the latest one. */
export interface LatestOfSeries {
  readonly index: number;
  readonly columns: number;
  readonly transform: ColumnTransform;
}

const YEAR = /^(?:fy ?)?(?:20)?(\d\d)$/i;

/**
 * The latest filled column of a table whose figures stand month by month or year by year, under
 * headers that name nothing but the period: 'Jan-26', '2026-01', 'FY26'. Null where there are not
 * two such columns.
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
  const months = filled.map((one) => ({ ...one, at: parseMonth(one.header) }));
  const years = filled.map((one) => ({ ...one, at: Number(YEAR.exec(one.header)?.[1] ?? NaN) }));
  return latest(months, 'times12') ?? latest(years, 'none');
}

/** Does a header name a month or year and nothing else? */
export function isPeriod(header: string): boolean {
  return YEAR.test(header.trim()) || !Number.isNaN(parseMonth(header.trim()));
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
