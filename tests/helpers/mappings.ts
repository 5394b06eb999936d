import type { ColumnMapping, Mapping } from '../../shared/import/types.ts';

/** The mapping with one column changed as the user would change it. */
export function withColumn(
  mapping: Mapping,
  header: string,
  change: Partial<ColumnMapping>,
): Mapping {
  return {
    ...mapping,
    tables: mapping.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.header === header
          ? { ...column, chosenBy: 'user' as const, confidence: 1, ...change }
          : column,
      ),
    })),
  };
}
