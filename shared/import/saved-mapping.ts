import type { Grid } from '../sheet/grid.ts';
import type { FoundTable } from './find/table.ts';
import { headerKey } from './fingerprint.ts';
import { cellText } from './text.ts';
import type { ColumnMapping, Mapping, TableMapping } from './types.ts';

/** A table of a saved mapping that speaks for a table found now. */
export interface SavedTable {
  readonly table: TableMapping;
}

/** How much of a saved table's headers must be found again for it to speak for a table of another file. */
const SAME_TABLE = 0.8;

/**
 * The row that a saved mapping says the headers stand in, where it is still so: the same file and
 * sheet, chosen by the user or with the same first header. Undefined where the headers are to be found.
 */
export function headerRowOf(
  mapping: Mapping | undefined,
  file: string,
  grid: Grid,
): number | undefined {
  const tables = (mapping?.tables ?? []).filter(
    (table) => table.file === file && table.sheet === grid.name && table.headerRow >= 0,
  );
  const [table] = tables;
  if (table === undefined || tables.length !== 1 || table.chosenBy !== 'user') return undefined;
  if (table.headerRow >= grid.rows) return undefined;
  if (table.columns.length === 0) return table.headerRow;
  const [first] = table.columns;
  const stands = first !== undefined && cellText(grid, table.headerRow, first.column);
  return stands !== false && first?.header.endsWith(stands) === true ? table.headerRow : undefined;
}

/** The saved table that speaks for this one: same headers, else same place and most headers, else most headers anywhere. */
export function matchTable(
  mapping: Mapping | undefined,
  found: FoundTable,
  print: string,
): SavedTable | null {
  const tables = mapping?.tables ?? [];
  const here = (table: TableMapping): boolean =>
    table.file === found.source.file && table.sheet === found.grid.name;
  const same = tables.filter((table) => table.fingerprint === print && table.columns.length > 0);
  const exact =
    same.find((table) => here(table) && table.headerRow === found.headerRow) ??
    same.find(here) ??
    same[0];
  if (exact !== undefined) return { table: exact };
  const bare = tables.find(
    (table) => here(table) && table.headerRow === found.headerRow && table.columns.length === 0,
  );
  if (bare !== undefined) return { table: bare };
  const keys = new Set(found.columns.map(({ header }) => headerKey(header)));
  const ranked = tables
    .map((table) => {
      const used = table.columns.filter(({ field }) => field !== null);
      const again = used.filter(({ header }) => keys.has(headerKey(header))).length;
      return { table, share: used.length === 0 ? 0 : again / used.length };
    })
    .filter(({ table, share }) => share >= (here(table) ? 0.5 : SAME_TABLE))
    .toSorted((a, b) => Number(here(b.table)) - Number(here(a.table)) || b.share - a.share);
  return ranked[0] === undefined ? null : { table: ranked[0].table };
}

/** The saved meaning of each column found now, by header, wherever the columns moved. */
export function matchColumns({ table }: SavedTable, found: FoundTable): Map<number, ColumnMapping> {
  const byKey = new Map<string, ColumnMapping[]>();
  for (const column of table.columns) {
    const key = headerKey(column.header);
    byKey.set(key, [...(byKey.get(key) ?? []), column]);
  }
  const matched = new Map<number, ColumnMapping>();
  found.columns.forEach(({ header, column }, index) => {
    const list = byKey.get(headerKey(header)) ?? [];
    const same = list.find((saved) => saved.column === column) ?? list[0];
    if (same === undefined) return;
    byKey.set(
      headerKey(header),
      list.filter((saved) => saved !== same),
    );
    matched.set(index, same);
  });
  return matched;
}
