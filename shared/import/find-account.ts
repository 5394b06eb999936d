import type { Grid, SheetFile } from '../sheet/grid.ts';
import { KIND } from '../sheet/grid.ts';
import { cellText, columnLetter, foldName, idKey } from './text.ts';
import type { Mapping, TableMapping, TableRole } from './types.ts';

/** Where a table of the sources speaks of an account. */
export interface AccountPlace {
  readonly file: string;
  readonly sheet: string;
  readonly role: TableRole;
  /** As the spreadsheet program shows them: row 1, column 'A'. */
  readonly row: number;
  readonly column: string;
  /** Further rows of the table that speak of it. */
  readonly more: number;
}

/** Columns that name an account, best first. */
const NAMING = ['accountId', 'name', 'accountName'];

/** Where an account was read: its first row in each table that names it, by id, else by name. */
export function placesOfAccount(
  sources: readonly SheetFile[],
  { tables }: Pick<Mapping, 'tables'>,
  account: { readonly id: string; readonly name: string },
): readonly AccountPlace[] {
  return tables.flatMap((table) => {
    const grid = sources
      .find(({ file }) => file === table.file)
      ?.grids.find(({ name }) => name === table.sheet);
    if (table.role === 'ignored' || grid === undefined) return [];
    return placeIn(grid, table, account) ?? [];
  });
}

function placeIn(
  grid: Grid,
  table: TableMapping,
  account: { readonly id: string; readonly name: string },
): AccountPlace | null {
  for (const field of NAMING) {
    const column = table.columns.find((each) => each.field === field)?.column;
    if (column === undefined) continue;
    const isId = field === 'accountId';
    const rows = rowsWith(grid, table, column, isId ? account.id : account.name, isId);
    const [first] = rows;
    if (first === undefined) continue;
    const { file, sheet, role } = table;
    const more = rows.length - 1;
    return { file, sheet, role, row: first + 1, column: columnLetter(column), more };
  }
  return null;
}

/** Rows whose cell is this text; where none is to the letter, those that the reading takes for the same. */
function rowsWith(
  grid: Grid,
  { firstRow, lastRow }: TableMapping,
  column: number,
  text: string,
  isId: boolean,
): readonly number[] {
  const cells = grid.columns[column];
  if (cells === undefined || text === '') return [];
  const all = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
  // Texts are shared: the usual case compares numbers, not a hundred thousand texts.
  const shared = grid.strings.indexOf(text);
  const exact = all.filter((row) => cells.kinds[row] === KIND.text && cells.values[row] === shared);
  if (shared >= 0 && exact.length > 0) return exact;
  const key = isId ? idKey : foldName;
  const wanted = key(text);
  return all.filter((row) => key(cellText(grid, row, column)) === wanted);
}
