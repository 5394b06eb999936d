import { KIND, type Grid, type GridColumn } from '../../sheet/grid.ts';
import { headerScores } from '../infer/vocabulary.ts';
import { headerWords } from '../text.ts';
import { isFilled } from './row-shape.ts';
import type { FilledColumn, FoundColumn, TotalRow } from './table.ts';

/**
 * The grid with every merged cell's value in all of its rows below `headerRow`: a merge down a column
 * says the same of each. Figures are left where they stand, since each counts once; the numbers of an
 * id are none.
 */
export function fillMerges(
  grid: Grid,
  headerRow: number,
  columns: readonly FoundColumn[],
): { readonly grid: Grid; readonly filled: readonly FilledColumn[] } {
  const known = new Map(columns.map((one) => [one.column, one]));
  const rowsOf = new Map<number, [number, number][]>();
  for (const [first, column, last] of grid.merges) {
    const header = known.get(column)?.ownHeader;
    if (first <= headerRow || last === first || header === undefined) continue;
    const kind = grid.columns[column]?.kinds[first];
    if (kind === KIND.number && !isId(header)) continue;
    for (let row = first + 1; row <= Math.min(last, grid.rows - 1); row++)
      rowsOf.set(column, [...(rowsOf.get(column) ?? []), [row, first]]);
  }
  return filledGrid(grid, rowsOf, columns);
}

/**
 * The grid with the blank cells of a grouped report filled from above: the first columns of a pivot
 * or of a report by region name their group once. Only where the table proves it: the first row is
 * filled, no group comes twice, the column is a group's (an owner, segment, region, industry) or a
 * total closes every group, and it is no id.
 */
export function fillGroups(
  grid: Grid,
  columns: readonly FoundColumn[],
  rows: Int32Array,
  totals: readonly TotalRow[],
): { readonly grid: Grid; readonly filled: readonly FilledColumn[] } {
  const rowsOf = new Map<number, [number, number][]>();
  for (const { column, ownHeader } of columns) {
    const starts = groupStarts(grid, column, rows);
    if (starts === null || isId(ownHeader)) break;
    if (!namesGroup(ownHeader) && !areClosed(starts, totals)) break;
    const blanks: [number, number][] = [];
    let from = rows[0] ?? 0;
    for (const row of rows)
      if (isFilled(grid, row, column)) from = row;
      else blanks.push([row, from]);
    rowsOf.set(column, blanks);
  }
  return filledGrid(grid, rowsOf, columns);
}

/** Share of rows that may start a group. */
const MOST_STARTS = 0.6;
/** A column that is filled in nearly all of the first rows is no group's. */
const LOOK_AT = 200;

/** Positions of the rows that start a group; null where the column holds none: values repeat, are no text, or hardly a cell is blank. */
function groupStarts(grid: Grid, column: number, rows: Int32Array): readonly number[] | null {
  const cells = grid.columns[column];
  const starts: number[] = [];
  const seen = new Set<number>();
  for (const [position, row] of rows.entries()) {
    if (position === LOOK_AT && starts.length > 0.8 * LOOK_AT) return null;
    if (!isFilled(grid, row, column)) continue;
    const value = cells?.values[row] ?? NaN;
    if (cells?.kinds[row] !== KIND.text || seen.has(value)) return null;
    seen.add(value);
    starts.push(position);
  }
  return starts[0] === 0 && starts.length >= 2 && starts.length <= MOST_STARTS * rows.length
    ? starts
    : null;
}

const GROUPS = ['ae', 'am', 'csm', 'segment', 'region', 'industry'];

function namesGroup(header: string): boolean {
  const scores = headerScores(headerWords(header));
  return GROUPS.some((concept) => (scores.get(concept) ?? 0) >= 0.9);
}

/** Every group but the first starts right after a total. */
function areClosed(starts: readonly number[], totals: readonly TotalRow[]): boolean {
  const ends = new Set(totals.map(({ to }) => to));
  return starts.every((start) => start === 0 || ends.has(start));
}

function isId(header: string): boolean {
  return headerWords(header).some((word) => ['id', 'no', 'nr', 'number', 'key'].includes(word));
}

/** Copies cells: `rowsOf` has by column each row to fill and the row it is filled from. */
function filledGrid(
  grid: Grid,
  rowsOf: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  columns: readonly FoundColumn[],
): { readonly grid: Grid; readonly filled: readonly FilledColumn[] } {
  const changed: GridColumn[] = [...grid.columns];
  const filled: FilledColumn[] = [];
  for (const { column, header } of columns) {
    const cells = grid.columns[column];
    const fills = (rowsOf.get(column) ?? []).filter(
      ([row, from]) => !isFilled(grid, row, column) && isFilled(grid, from, column),
    );
    if (cells === undefined || fills.length === 0) continue;
    const length = Math.max(cells.kinds.length, ...fills.map(([row]) => row + 1));
    const kinds = new Uint8Array(length);
    const values = new Float64Array(length);
    kinds.set(cells.kinds);
    values.set(cells.values);
    const formats = cells.formats === undefined ? undefined : new Uint16Array(length);
    formats?.set(cells.formats ?? []);
    for (const [row, from] of fills) {
      kinds[row] = kinds[from] ?? KIND.empty;
      values[row] = values[from] ?? 0;
      if (formats !== undefined) formats[row] = formats[from] ?? 0;
    }
    changed[column] = { kinds, values, formats };
    filled.push({ column, header, rows: fills.length });
  }
  return filled.length === 0 ? { grid, filled } : { grid: { ...grid, columns: changed }, filled };
}
