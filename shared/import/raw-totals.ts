import { KIND, type Grid, type SheetFile } from '../sheet/grid.ts';
import { foldName } from './text.ts';
import type { ColumnMapping, Mapping, StatedTotal, TableMapping } from './types.ts';
import { parseNumber } from './values/number.ts';

/** What a sheet itself comes to, before any rule, join or correction. */
export interface RawTotals {
  readonly file: string;
  readonly sheet: string;
  readonly role: TableMapping['role'];
  /** Rows of data: without blank rows, notes and totals. */
  readonly rows: number;
  /** Columns of recurring revenue or amounts: the sum as it stands, and what it is multiplied by. */
  readonly sums: readonly {
    readonly header: string;
    readonly sum: number;
    readonly times: number;
  }[];
  /** Columns that name people: how many different ones. */
  readonly people: readonly { readonly header: string; readonly people: number }[];
}

const SHOWN: readonly TableMapping['role'][] = ['accounts', 'subscriptions', 'opportunities'];

/**
 * The totals of the sheets that take part, to hold against what was read: what stands between the
 * first and the last row, but for the sheets' own totals.
 */
export function rawTotals(
  sources: readonly SheetFile[],
  { tables }: Mapping,
  stated: readonly StatedTotal[],
): readonly RawTotals[] {
  return tables.flatMap((table) => {
    const grid = sources
      .find(({ file }) => file === table.file)
      ?.grids.find(({ name }) => name === table.sheet);
    return grid === undefined || !SHOWN.includes(table.role) ? [] : [totalsOf(grid, table, stated)];
  });
}

function totalsOf(grid: Grid, table: TableMapping, stated: readonly StatedTotal[]): RawTotals {
  const { file, sheet, role, dataRows, columns } = table;
  const totals = new Set(
    stated.filter((one) => one.file === file && one.sheet === sheet).map(({ row }) => row - 1),
  );
  return {
    file,
    sheet,
    role,
    rows: dataRows,
    sums: columns
      .filter(({ field }) => field === 'arr' || field === 'amount')
      .map((column) => ({
        header: column.header,
        sum: sumOf(grid, table, column, totals),
        times: column.transform === 'times12' ? 12 : column.transform === 'times4' ? 4 : 1,
      })),
    people: columns
      .filter(({ field }) => field?.startsWith('owner.') === true)
      .map((column) => ({
        header: column.header,
        people: peopleIn(grid, table, column, totals),
      })),
  };
}

function sumOf(
  grid: Grid,
  { firstRow, lastRow }: TableMapping,
  { column, reading }: ColumnMapping,
  totals: ReadonlySet<number>,
): number {
  const cells = grid.columns[column];
  let sum = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    const value = cells?.values[row] ?? 0;
    const kind = cells?.kinds[row];
    if (totals.has(row)) continue;
    if (kind === KIND.number) sum += value;
    else if (kind === KIND.text)
      sum += parseNumber(grid.strings[value] ?? '', reading?.decimal ?? '.')?.value ?? 0;
  }
  return sum;
}

function peopleIn(
  grid: Grid,
  { firstRow, lastRow }: TableMapping,
  { column }: ColumnMapping,
  totals: ReadonlySet<number>,
): number {
  const cells = grid.columns[column];
  const texts = new Set<number>();
  for (let row = firstRow; row <= lastRow; row++) {
    if (cells?.kinds[row] === KIND.text && !totals.has(row)) texts.add(cells.values[row] ?? 0);
  }
  const names = new Set([...texts].map((text) => foldName(grid.strings[text] ?? '')));
  names.delete('');
  return names.size;
}
