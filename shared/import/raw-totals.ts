import { cellAt, type Grid, type SheetFile } from '../sheet/grid.ts';
import { findTables } from './find/find-tables.ts';
import type { FoundTable } from './find/table.ts';
import { cellText, foldName } from './text.ts';
import type { ColumnMapping, Mapping, TableMapping } from './types.ts';
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

/** The totals of the sheets that take part, to hold against what was read. */
export function rawTotals(
  sources: readonly SheetFile[],
  { tables }: Mapping,
): readonly RawTotals[] {
  return tables
    .filter(
      ({ role }) => role === 'accounts' || role === 'subscriptions' || role === 'opportunities',
    )
    .map((table) => totalsOf(sources, table));
}

function totalsOf(sources: readonly SheetFile[], table: TableMapping): RawTotals {
  const { file, sheet, role } = table;
  const source = sources.find((one) => one.file === file);
  const grid = source?.grids.find(({ name }) => name === sheet);
  const found = source && grid && tableOf(source, grid, table);
  return {
    file,
    sheet,
    role,
    rows: found?.rows.length ?? 0,
    sums: table.columns
      .filter(({ field }) => field === 'arr' || field === 'amount')
      .map((column) => ({
        header: column.header,
        sum: found === undefined ? 0 : sumOf(found, column),
        times: column.transform === 'times12' ? 12 : column.transform === 'times4' ? 4 : 1,
      })),
    people: table.columns
      .filter(({ field }) => field?.startsWith('owner.') === true)
      .map((column) => ({
        header: column.header,
        people: found === undefined ? 0 : peopleIn(found, column),
      })),
  };
}

function tableOf(source: SheetFile, grid: Grid, table: TableMapping): FoundTable | undefined {
  const [first] = table.columns;
  const isIt = ({ headerRow, columns }: FoundTable): boolean =>
    headerRow === table.headerRow && columns.some(({ column }) => column === first?.column);
  // Where the user moved the headers, the table is found only by them.
  return (
    findTables(source, grid).find(isIt) ?? findTables(source, grid, table.headerRow).find(isIt)
  );
}

function sumOf({ grid, rows }: FoundTable, { column, reading }: ColumnMapping): number {
  let sum = 0;
  for (const row of rows) {
    const cell = cellAt(grid, row, column);
    if (cell.kind === 'number') sum += cell.value;
    else if (cell.kind === 'text')
      sum += parseNumber(cell.text, reading?.decimal ?? '.')?.value ?? 0;
  }
  return sum;
}

function peopleIn({ grid, rows }: FoundTable, { column }: ColumnMapping): number {
  const names = new Set<string>();
  for (const row of rows) names.add(foldName(cellText(grid, row, column)));
  names.delete('');
  return names.size;
}
