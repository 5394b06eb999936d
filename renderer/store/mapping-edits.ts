import { POTENTIAL_RULES } from '../../shared/book/book.ts';
import { FIELDS, type FieldInfo } from '../../shared/import/fields.ts';
import type { ColumnMapping, Mapping, TableMapping, TableRole } from '../../shared/import/types.ts';

/** Which table of the sources: a sheet may hold several. */
export type TableKey = Pick<TableMapping, 'file' | 'sheet' | 'headerRow'>;

export function isTable(a: TableKey, b: TableKey): boolean {
  return a.file === b.file && a.sheet === b.sheet && a.headerRow === b.headerRow;
}

/** Gives a table another part to play; its columns are understood anew. */
export function withRole(mapping: Mapping, key: TableKey, role: TableRole): Mapping {
  return withTable(mapping, key, (table) => ({ ...table, role, chosenBy: 'user', columns: [] }));
}

/** Gives a column another meaning, null = not used. A column that had this meaning loses it, unless several may have it. */
export function withField(
  mapping: Mapping,
  key: TableKey,
  column: number,
  field: string | null,
): Mapping {
  return withTable(mapping, key, (table) => ({
    ...table,
    columns: table.columns.map((other): ColumnMapping => {
      if (other.column === column) return { ...other, field, confidence: 1, chosenBy: 'user' };
      if (field === null || other.field !== field || isForMany(table.role, field)) return other;
      return { ...other, field: null, confidence: 1, chosenBy: 'user' };
    }),
  }));
}

function isForMany(role: TableRole, field: string): boolean {
  const known: readonly FieldInfo[] = FIELDS[role];
  return known.some((info) => info.field === field && info.many === true);
}

/** Changes how one column is read: monthly figures, day first, the meaning of its words. */
export function withColumn(
  mapping: Mapping,
  key: TableKey,
  column: number,
  change: Partial<
    Pick<
      ColumnMapping,
      'transform' | 'daysFrom' | 'lookup' | 'measure' | 'product' | 'reading' | 'values'
    >
  >,
): Mapping {
  return withTable(mapping, key, (table) => ({
    ...table,
    columns: table.columns.map((other) =>
      other.column === column ? { ...other, ...change, chosenBy: 'user' } : other,
    ),
  }));
}

/** Chooses another option of a rule. */
export function withRule(mapping: Mapping, rule: string, value: string): Mapping {
  const potentialRule = POTENTIAL_RULES.find((known) => rule === 'potential' && known === value);
  return {
    ...mapping,
    rules: { ...mapping.rules, [rule]: value },
    potentialRule: potentialRule ?? mapping.potentialRule,
  };
}

/** Corrects one cell, apart from the source; null takes the correction back. */
export function withCorrection(
  mapping: Mapping,
  cell: Omit<Mapping['corrections'][number], 'text'>,
  text: string | null,
): Mapping {
  const others = mapping.corrections.filter(
    ({ file, sheet, row, column }) =>
      file !== cell.file || sheet !== cell.sheet || row !== cell.row || column !== cell.column,
  );
  return { ...mapping, corrections: text === null ? others : [...others, { ...cell, text }] };
}

function withTable(
  mapping: Mapping,
  key: TableKey,
  change: (table: TableMapping) => TableMapping,
): Mapping {
  return {
    ...mapping,
    tables: mapping.tables.map((table) => (isTable(table, key) ? change(table) : table)),
  };
}
