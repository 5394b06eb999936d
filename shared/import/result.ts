import type { ImportResult, Mapping } from './types.ts';
import type { Understood } from './understand.ts';

/** A result that says what was found but has no book. */
export function emptyResult(understood: readonly Understood[], mapping: Mapping): ImportResult {
  return {
    mapping,
    shape: 'accounts',
    source: understood.map(({ source, mapping: table }) => ({
      file: source.file,
      format: source.format,
      sheet: table.sheet,
      headerRow: table.headerRow + 1,
      rows: table.dataRows,
    })),
    fields: {},
    asOf: { date: null, origin: '' },
    totals: { arr: 0, renewing: 0, potential: 0 },
    estimated: {},
    statedTotals: [],
    rules: [],
    joins: [],
    deals: null,
    people: [],
    notPaying: [],
    today: { model: null, evidence: '' },
    issues: [],
    issueCounts: {},
  };
}
