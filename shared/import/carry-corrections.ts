import type { Grid, SheetFile } from '../sheet/grid.ts';
import { headerKey } from './fingerprint.ts';
import { tableAgain } from './table-again.ts';
import { cellText } from './text.ts';
import type { ColumnMapping, Mapping, TableMapping } from './types.ts';

type Correction = Mapping['corrections'][number];

/** Source tables and how they are read. */
export interface ReadTables {
  readonly sources: readonly SheetFile[];
  readonly mapping: Mapping;
}

/** A correction that has no place in the new data. */
export interface LostCorrection {
  readonly correction: Correction;
  /** What stood in the cell that was corrected. */
  readonly original: string;
  /** What the same row and column say now; null where they are not there any more. */
  readonly now: string | null;
}

/**
 * Finds the cells that were corrected in newer tables: the same row by its id or name, the same
 * column by its header, and only where the cell still says what was corrected. Whatever the source
 * has put right itself, or dropped, is listed as lost.
 */
export function carryCorrections(
  before: ReadTables,
  after: ReadTables,
): { readonly kept: readonly Correction[]; readonly lost: readonly LostCorrection[] } {
  const kept: Correction[] = [];
  const lost: LostCorrection[] = [];
  for (const correction of before.mapping.corrections) {
    const { found, original, now } = findAgain(correction, before, after);
    if (found === null) lost.push({ correction, original, now });
    else kept.push({ ...found, text: correction.text });
  }
  return { kept, lost };
}

interface Search {
  readonly found: Omit<Correction, 'text'> | null;
  readonly original: string;
  readonly now: string | null;
}

function findAgain(correction: Correction, before: ReadTables, after: ReadTables): Search {
  const { file, sheet, row, column } = correction;
  const grid = gridOf(before.sources, file, sheet);
  const original = grid === undefined ? '' : cellText(grid, row, column);
  const gone: Search = { found: null, original, now: null };
  const table = before.mapping.tables.find(
    (one) => one.file === file && one.sheet === sheet && row >= one.firstRow && row <= one.lastRow,
  );
  const again = table === undefined ? undefined : tableAgain(table, after.mapping.tables);
  const newGrid = again === undefined ? undefined : gridOf(after.sources, again.file, again.sheet);
  if (table === undefined || again === undefined || grid === undefined || newGrid === undefined)
    return gone;
  const own = sameColumn(
    table.columns.find((one) => one.column === column),
    again,
  );
  const key = table.columns.find(({ field }) => field === keyField(table));
  const newKey = sameColumn(key, again);
  if (own === undefined || key === undefined || newKey === undefined) return gone;
  const name = cellText(grid, row, key.column);
  if (name === '') return gone;
  const texts = rowsOf(again)
    .filter((at) => cellText(newGrid, at, newKey.column) === name)
    .map((at) => ({ at, text: cellText(newGrid, at, own.column) }));
  const [same, ...more] = texts.filter(({ text }) => text === original);
  if (same === undefined || more.length > 0)
    return { found: null, original, now: texts[0]?.text ?? null };
  const found = { file: again.file, sheet: again.sheet, row: same.at, column: own.column };
  return { found, original, now: original };
}

/** What tells the rows of a table apart, best first: a row's own id before its account's. */
const KEYS = [
  ...['subscriptionId', 'dealId', 'renewalId', 'personId', 'productId'],
  ...['accountId', 'name', 'accountName', 'product'],
];

function keyField({ columns }: TableMapping): string | undefined {
  return KEYS.find((key) => columns.some(({ field }) => field === key));
}

function sameColumn(
  column: ColumnMapping | undefined,
  { columns }: TableMapping,
): ColumnMapping | undefined {
  if (column === undefined) return undefined;
  const key = headerKey(column.header);
  return columns.find(({ header }) => headerKey(header) === key);
}

function rowsOf({ firstRow, lastRow }: TableMapping): readonly number[] {
  return Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, at) => firstRow + at);
}

function gridOf(sources: readonly SheetFile[], file: string, sheet: string): Grid | undefined {
  return sources.find((source) => source.file === file)?.grids.find((grid) => grid.name === sheet);
}
