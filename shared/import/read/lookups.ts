import type { FoundTable } from '../find/table.ts';
import { idKey } from '../text.ts';
import type { ColumnMapping, LookupTable, TableMapping, TableRole } from '../types.ts';
import { readTexts } from './cells.ts';

/** What each code stands for; undefined where the table doesn't say. */
export type Lookup = (code: string) => string | undefined;

/** Columns that a table looks up by, and what it gives: only tables of these roles say what codes stand for. */
const SIDES: Partial<Record<TableRole, readonly [code: string, meaning: string]>> = {
  codes: ['code', 'meaning'],
  people: ['personId', 'name'],
  products: ['productId', 'product'],
};

/** A table as lookups need it. */
export interface CodeTable {
  readonly found: FoundTable | null;
  readonly mapping: TableMapping;
}

/** The columns of codes and of what they stand for; null where the table has not both. */
export function lookupSides({
  mapping,
}: CodeTable): { readonly code: ColumnMapping; readonly meaning: ColumnMapping } | null {
  const [codeField, meaningField] = SIDES[mapping.role] ?? [];
  if (codeField === undefined) return null;
  const code = mapping.columns.find(({ field }) => field === codeField);
  const meaning = mapping.columns.find(({ field }) => field === meaningField);
  return code === undefined || meaning === undefined ? null : { code, meaning };
}

/** How a column refers to a table of codes. */
export function lookupTo({ file, sheet, fingerprint }: TableMapping): LookupTable {
  return { file, sheet, fingerprint };
}

/** The table that a column refers to: by its headers, and of several such tables by sheet and file, so that next month's file is found too. */
export function tableReferred<Table extends CodeTable>(
  tables: readonly Table[],
  { file, sheet, fingerprint }: LookupTable,
): Table | undefined {
  const same = tables.filter(
    (table) => table.mapping.fingerprint === fingerprint && lookupSides(table) !== null,
  );
  const onSheet = same.filter(({ mapping }) => mapping.sheet === sheet);
  return onSheet.find(({ mapping }) => mapping.file === file) ?? onSheet[0] ?? same[0];
}

/** Reads a table of codes. `18`, `18.0` and `"18"` are one code; case doesn't matter where it tells nothing apart. */
export function lookupOf(table: CodeTable): Lookup | null {
  const sides = lookupSides(table);
  if (table.found === null || sides === null) return null;
  const codes = readTexts(table.found, sides.code, () => undefined);
  const meanings = readTexts(table.found, sides.meaning, () => undefined);
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  codes.forEach((code, row) => {
    const meaning = meanings[row] ?? '';
    const key = idKey(code);
    if (key === '' || meaning === '') return;
    if (!exact.has(key)) exact.set(key, meaning);
    if (!folded.has(key.toLowerCase())) folded.set(key.toLowerCase(), meaning);
  });
  return (code) => exact.get(idKey(code)) ?? folded.get(idKey(code).toLowerCase());
}
