import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ColumnMapping, ImportResult, Mapping } from '../../../shared/import/types.ts';
import { readMapping, writeMapping } from '../../../shared/project/mapping-file.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';
import { withColumn } from '../../helpers/mappings.ts';

/** The mapping as it comes back from its file. */
function saved({ mapping }: ImportResult): Mapping {
  const read = readMapping(writeMapping(mapping));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const columnOf = (result: ImportResult, header: string): ColumnMapping | undefined =>
  result.mapping.tables.flatMap(({ columns }) => columns).find((one) => one.header === header);
const cycles = (result: ImportResult): number[] => Array.from(result.book?.cycleDays ?? []);

describe('days between two columns', () => {
  const DATES: TestCell[][] = [
    ['Account ID', 'Account', 'ARR', 'First contact', 'Contract signed', 'Renewal date'],
    ['A-1', 'Alder', 100, { date: '2024-01-10' }, { date: '2024-03-10' }, { date: '2026-03-10' }],
    ['A-2', 'Birch', 200, { date: '2024-05-01' }, { date: '2024-05-01' }, null],
    ['A-3', 'Cobalt', 300, { date: '2024-06-11' }, { date: '2024-06-01' }, null],
    ['A-4', 'Dune', 400, null, { date: '2024-07-01' }, null],
    ['A-5', 'Ember', 500, { date: '2024-01-31' }, { date: '2024-12-31' }, null],
  ];
  const result = importBook([fileOf(DATES)], {});

  it('are the sales cycle where no column states one, and that is said', () => {
    // 10 Jan – 10 Mar 2024: 21 + 29 + 10 days; the same day: one; backwards: none; 31 Jan – 31 Dec 2024: 335.
    expect(cycles(result)).toEqual([60, 1, NaN, NaN, 335]);
    expect(columnOf(result, 'Contract signed')).toMatchObject({
      field: 'cycleDays',
      transform: 'daysBetween',
      daysFrom: 'First contact',
    });
    expect(
      result.issues.filter(({ code }) => code === 'transform').map(({ message }) => message),
    ).toEqual([
      'The sales cycle is the days from "First contact" to "Contract signed". Choose other columns if it is not.',
    ]);
    expect(result.issues.filter(({ text }) => text === 'First contact')).toEqual([]);
  });

  it('that run backwards are reported at their cell and left absent', () => {
    expect(result.issues.filter(({ code }) => code === 'negative-cycle')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        row: 4,
        column: 'E',
        message:
          '"Contract signed" (2024-06-01) lies 10 days before "First contact" (2024-06-11): the sales cycle was left empty.',
      }),
    ]);
  });

  it('survive the file of the mapping, and a file whose columns moved', () => {
    const mapping = saved(result);
    expect(importBook([fileOf(DATES)], { mapping })).toEqual(result);
    const moved = DATES.map(([id, name, arr, from, to, renewal]): TestCell[] => [
      to ?? null,
      renewal ?? null,
      from ?? null,
      arr ?? null,
      name ?? null,
      id ?? null,
    ]);
    expect(cycles(importBook([fileOf(moved, 'next.xlsx')], { mapping }))).toEqual(cycles(result));
  });

  it('are what the mapping says, be the columns called as they may', () => {
    const rows: TestCell[][] = DATES.map((row, i) =>
      i === 0 ? ['Account ID', 'Account', 'ARR', 'T0', 'T1', 'Renewal date'] : row,
    );
    const first = importBook([fileOf(rows)], {});
    expect(cycles(first)).toEqual([NaN, NaN, NaN, NaN, NaN]);
    const told = withColumn(first.mapping, 'T1', {
      field: 'cycleDays',
      transform: 'daysBetween',
      daysFrom: 'T0',
    });
    expect(cycles(importBook([fileOf(rows)], { mapping: told }))).toEqual(cycles(result));
    const lost = withColumn(told, 'T1', { daysFrom: 'T9' });
    expect(importBook([fileOf(rows)], { mapping: lost }).issues[0]).toMatchObject({
      code: 'no-such-column',
      text: 'T9',
    });
  });

  it('count in text dates by the order that each column proves', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'Created date', 'Close date'],
      ['Alder', 100, '03/04/2024', '13/04/2024'],
      ['Birch', 100, '31/01/2024', '05/02/2024'],
    ];
    expect(cycles(importBook([fileOf(rows)], {}))).toEqual([10, 5]);
  });

  it('are left alone where a column states the cycle, where the user took it away, or where most run backwards', () => {
    const stated = DATES.map((row, i): TestCell[] => [...row, i === 0 ? 'Sales cycle' : 10 * i]);
    expect(cycles(importBook([fileOf(stated)], {}))).toEqual([10, 20, 30, 40, 50]);
    const none = withColumn(result.mapping, 'Contract signed', { field: null, transform: 'none' });
    expect(cycles(importBook([fileOf(DATES)], { mapping: none }))).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    const backwards = DATES.map(([id, name, arr, from, to, renewal], i): TestCell[] =>
      i === 0
        ? (DATES[0] ?? [])
        : [id ?? null, name ?? null, arr ?? null, to ?? null, from ?? null, renewal ?? null],
    ).filter((_, i) => i !== 3);
    expect(columnOf(importBook([fileOf(backwards)], {}), 'Contract signed')?.field).not.toBe(
      'cycleDays',
    );
  });
});

describe('a lookup', () => {
  const CODED: TestCell[][] = [
    ['Account ID', 'Account', 'ARR', 'Segment Code', 'Cust Status', 'Owner ID', 'Tier No'],
    ['A-1', 'Alder', 100, 1, 'A', 'u1', 1],
    ['A-2', 'Birch', 200, '2.0', 'C', 'u2', 2],
    ['A-3', 'Cobalt', 300, '2', 'a', 'u1', 1],
    ['A-4', 'Dune', 400, 9, 'A', 'u1', 2],
    ...Array.from({ length: 12 }, (_, i): TestCell[] => [
      `B-${String(i)}`,
      `Elm ${String(i)}`,
      10,
      1,
      'A',
      'u2',
      1,
    ]),
  ];
  const SEGMENTS: TestCell[][] = [
    ['Code', 'Segment'],
    [1, 'Small'],
    [2, 'Large'],
  ];
  const STATUS: TestCell[][] = [
    ['Status code', 'Label'],
    ['A', 'Active'],
    ['C', 'Churned'],
  ];
  const OWNERS: TestCell[][] = [
    ['ID', 'Name'],
    ['u1', 'Seller One'],
    ['u2', 'Seller Two'],
  ];
  const files = [
    fileOf(CODED, 'accounts.xlsx'),
    fileOf(SEGMENTS, 'segments.xlsx'),
    fileOf(STATUS, 'status.xlsx'),
    fileOf(OWNERS, 'owners.xlsx'),
  ];
  const result = importBook(files, {});
  const segments = ({ book }: ImportResult): string[] =>
    Array.from(book?.segment.codes ?? []).map((code) => book?.segment.values[code] ?? '');

  it('is inferred where a table of the book has the codes and shares a word with the column, and is said', () => {
    expect(result.mapping.tables.map(({ role }) => role)).toEqual([
      'accounts',
      'codes',
      'codes',
      'codes',
    ]);
    // 1, 2.0 and "2" are found; 9 is not in the table and stands as it is.
    expect(segments(result).slice(0, 4)).toEqual(['Small', 'Large', 'Large', '9']);
    expect(columnOf(result, 'Segment Code')).toMatchObject({
      field: 'segment',
      transform: 'lookup',
      lookup: { file: 'segments.xlsx' },
    });
    expect(result.issues.filter(({ code }) => code === 'unknown-code')).toEqual([
      expect.objectContaining({ severity: 'warning', text: '9', column: 'D' }),
    ]);
    expect(
      result.issues.filter(({ code }) => code === 'transform').map(({ text }) => text),
    ).toEqual(['Segment Code', 'Cust Status', 'Owner ID']);
    expect(result.book?.owners['ae']?.values).toEqual(['', 'Seller One', 'Seller Two']);
  });

  it('gives its words their meaning: a churned account pays nothing', () => {
    expect(columnOf(result, 'Cust Status')?.values).toEqual([
      { text: 'Active', meaning: 'customer', rows: 15 },
      { text: 'Churned', meaning: 'churned', rows: 1 },
    ]);
    expect(result.notPaying.map(({ id }) => id)).toEqual(['A-2']);
  });

  it('is not inferred from numbers alone', () => {
    // 1 and 2 are codes of segments too, but nothing else says that the tiers are.
    expect(columnOf(result, 'Tier No')?.transform).not.toBe('lookup');
  });

  it('survives the file of the mapping, and next month’s files', () => {
    const mapping = saved(result);
    expect(importBook(files, { mapping })).toEqual(result);
    const next = files.map((file) => ({ ...file, file: `october-${file.file}` }));
    const again = importBook(next, { mapping });
    expect(segments(again)).toEqual(segments(result));
    expect(again.notPaying).toEqual(result.notPaying);
  });

  it('is what the mapping says, and says where its table is gone', () => {
    const table = result.mapping.tables.find(({ file }) => file === 'segments.xlsx');
    const { file = '', sheet = '', fingerprint = '' } = table ?? {};
    const told = withColumn(result.mapping, 'Tier No', {
      field: 'region',
      transform: 'lookup',
      lookup: { file, sheet, fingerprint },
    });
    expect(importBook(files, { mapping: told }).book?.region.values).toEqual([
      '',
      'Small',
      'Large',
    ]);
    const without = importBook([fileOf(CODED, 'accounts.xlsx')], { mapping: told });
    expect(without.book?.region.values).toEqual(['', '1', '2']);
    expect(
      without.issues.filter(({ code }) => code === 'no-such-lookup').map(({ text }) => text),
    ).toEqual(expect.arrayContaining(['Tier No']));
  });
});
