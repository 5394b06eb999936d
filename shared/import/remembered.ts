import type { Mapping } from './types.ts';

/** By this a mapping is found again: the headers of its tables, whatever their files, sheets and order. '' where there are none. */
export function mappingKey({ tables }: Mapping): string {
  return tables
    .map(({ fingerprint }) => fingerprint)
    .filter((print) => print !== '')
    .toSorted()
    .join('-');
}

/** The mapping without what belongs to one month: corrected cells and sample values. */
export function withoutValues(mapping: Mapping): Mapping {
  return {
    ...mapping,
    corrections: [],
    tables: mapping.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, samples: [] })),
    })),
  };
}

/** Nothing said yet, but for the cells corrected: everything is understood anew. */
export function unsaid(corrections: Mapping['corrections']): Mapping {
  return {
    version: 1,
    tables: [],
    rules: {},
    potentialRule: 'larger',
    currency: '',
    rates: {},
    corrections,
    leaveOutNotPaying: false,
  };
}
