import type { Grid } from '../../sheet/grid.ts';
import { isKnownHeader } from '../infer/vocabulary.ts';
import { cellText, columnLetter, headerWords } from '../text.ts';
import { isFilled } from './row-shape.ts';
import type { FoundColumn } from './table.ts';

/** Rows of a table's headers (upper: group names, null for none) and the row after its last. */
export interface Extent {
  readonly upper: number | null;
  readonly lower: number;
  readonly end: number;
}

/** How many rows are looked at to see whether a column holds anything beside the others. */
const LOOK_AT = 400;

/**
 * The columns of the table under these headers, or of several tables side by side: two runs of
 * columns with an empty one between are two tables where the second repeats a header of the first or
 * ends elsewhere. A lone, mostly empty column beside the table is a note and left out.
 */
export function splitColumns(grid: Grid, extent: Extent): FoundColumn[][] {
  const headers = readHeaders(grid, extent);
  const used = grid.columns.map((_, column) => usage(grid, column, extent));
  const runs: number[][] = [];
  let run: number[] = [];
  for (let column = 0; column <= grid.columns.length; column++) {
    const empty =
      column === grid.columns.length || (headers[column] === undefined && used[column] === 0);
    if (!empty) run.push(column);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  const groups = mergeRuns(runs, headers, grid, extent);
  const hidden = new Set(grid.hiddenColumns);
  return groups.map((columns) =>
    columns.map((column) => ({
      column,
      header: headers[column]?.whole ?? `Column ${columnLetter(column)}`,
      ownHeader: headers[column]?.own ?? '',
      hidden: hidden.has(column),
    })),
  );
}

interface Header {
  readonly own: string;
  readonly whole: string;
}

function readHeaders(grid: Grid, { upper, lower }: Extent): (Header | undefined)[] {
  let group = '';
  let groupEnd = -1;
  return grid.columns.map((_, column) => {
    const own = cellText(grid, lower, column);
    const above = upper === null ? '' : cellText(grid, upper, column);
    if (above !== '') {
      group = above;
      const merge = grid.merges.find(([first, left]) => first === upper && left === column);
      groupEnd = merge === undefined ? Infinity : merge[3];
    }
    if (own === '') return above === '' ? undefined : { own: above, whole: above };
    const belongs = upper !== null && group !== '' && column <= groupEnd;
    return { own, whole: belongs ? `${group} ${own}` : own };
  });
}

/** Share of the first rows in which a column holds something. */
function usage(grid: Grid, column: number, { lower, end }: Extent): number {
  const last = Math.min(end, lower + 1 + LOOK_AT, grid.columns[column]?.kinds.length ?? 0);
  let filled = 0;
  for (let row = lower + 1; row < last; row++) if (isFilled(grid, row, column)) filled++;
  return filled;
}

function mergeRuns(
  runs: readonly (readonly number[])[],
  headers: readonly (Header | undefined)[],
  grid: Grid,
  extent: Extent,
): number[][] {
  const groups: number[][] = [];
  for (const run of runs) {
    const current = groups.at(-1);
    const named = run.filter((column) => headers[column] !== undefined);
    if (current === undefined) {
      if (named.length > 0) groups.push([...run]);
    } else if (isOwnTable(current, named, headers, grid, extent)) groups.push([...run]);
    else if (!isNote(run, headers, grid, extent)) current.push(...run);
  }
  return groups;
}

function isOwnTable(
  left: readonly number[],
  named: readonly number[],
  headers: readonly (Header | undefined)[],
  grid: Grid,
  extent: Extent,
): boolean {
  if (named.length < 2) return false;
  const seen = new Set(left.map((column) => headers[column]?.own.toLowerCase()));
  if (named.some((column) => seen.has(headers[column]?.own.toLowerCase()))) return true;
  return Math.abs(lastUsed(left, grid, extent) - lastUsed(named, grid, extent)) > 1;
}

function lastUsed(columns: readonly number[], grid: Grid, { lower, end }: Extent): number {
  for (let row = Math.min(end, grid.rows) - 1; row > lower; row--)
    if (columns.some((column) => isFilled(grid, row, column))) return row;
  return lower;
}

/** A run of one column without a known name, filled in few rows: somebody's remarks. */
function isNote(
  run: readonly number[],
  headers: readonly (Header | undefined)[],
  grid: Grid,
  extent: Extent,
): boolean {
  const [column] = run;
  if (run.length !== 1 || column === undefined)
    return run.every((one) => headers[one] === undefined);
  const header = headers[column];
  if (header !== undefined && isKnownHeader(headerWords(header.own))) return false;
  const rows = Math.min(extent.end - extent.lower - 1, LOOK_AT);
  return usage(grid, column, extent) < 0.5 * rows;
}
