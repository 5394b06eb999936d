import { describe, expect, it } from 'vitest';
import { carryCorrections } from '../../../shared/import/carry-corrections.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { filesThatStay } from '../../../shared/import/table-again.ts';
import type { Mapping } from '../../../shared/import/types.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const HEADERS = ['Account ID', 'Account', 'ARR', 'Account Owner'];
const BEFORE: TestCell[][] = [
  HEADERS,
  ['A-1', 'Alder Freight', 'n/s', 'Seller 1'],
  ['A-2', 'Birch Foods', '2O00', 'Seller 1'],
  ['A-3', 'Cobalt Air', 'call', 'Seller 2'],
];
const CORRECTED = [
  { file: 'book.xlsx', sheet: 'Sheet1', row: 1, column: 2, text: '1000' },
  { file: 'book.xlsx', sheet: 'Sheet1', row: 2, column: 2, text: '2000' },
  { file: 'book.xlsx', sheet: 'Sheet1', row: 3, column: 2, text: '3000' },
];

function read(rows: TestCell[][], corrections: Mapping['corrections'] = []) {
  const source = fileOf(rows);
  const [grid] = source.grids;
  if (grid === undefined) throw new Error('no grid');
  const placed = corrections.map((one) => ({ ...one, file: source.file, sheet: grid.name }));
  const { mapping } = importBook([source], {});
  return { sources: [source], mapping: { ...mapping, corrections: placed } };
}

describe('corrections in next month’s file', () => {
  it('follow their row and column where the cell still says the same', () => {
    const after = read([
      ['Account Owner', 'ARR', 'Account', 'Account ID'],
      ['Seller 2', 'call', 'Cobalt Air', 'A-3'],
      ['Seller 3', 500, 'Dune Bank', 'A-4'],
      ['Seller 1', 'n/s', 'Alder Freight', 'A-1'],
      ['Seller 1', '2O00', 'Birch Foods', 'A-2'],
    ]);
    const { kept, lost } = carryCorrections(read(BEFORE, CORRECTED), after);
    expect(kept.map(({ row, column, text }) => [row, column, text])).toEqual([
      [3, 1, '1000'],
      [4, 1, '2000'],
      [1, 1, '3000'],
    ]);
    expect(lost).toEqual([]);
  });

  it('are lost where the source says something else, or the row has gone', () => {
    const after = read([
      HEADERS,
      ['A-1', 'Alder Freight', 1100, 'Seller 1'],
      ['A-2', 'Birch Foods', '2O00', 'Seller 1'],
    ]);
    const { kept, lost } = carryCorrections(read(BEFORE, CORRECTED), after);
    expect(kept.map(({ text }) => text)).toEqual(['2000']);
    expect(lost.map(({ correction, original, now }) => [correction.text, original, now])).toEqual([
      ['1000', 'n/s', '1100'],
      ['3000', 'call', null],
    ]);
  });

  it('are lost where two rows could be meant', () => {
    const after = read([
      HEADERS,
      ['A-1', 'Alder Freight', 'n/s', 'Seller 1'],
      ['A-1', 'Alder Freight', 'n/s', 'Seller 2'],
    ]);
    const { kept } = carryCorrections(read(BEFORE, CORRECTED.slice(0, 1)), after);
    expect(kept).toEqual([]);
  });
});

describe('files that new data says nothing about', () => {
  const accounts = fileOf([HEADERS.slice(0, 2), ['A-1', 'Alder Freight'], ['A-2', 'Birch Foods']]);
  const subscriptions = fileOf([
    ['Subscription ID', 'Account ID', 'MRR', 'Status'],
    ['S-1', 'A-1', 100, 'active'],
    ['S-2', 'A-2', 200, 'active'],
  ]);
  const { mapping: both } = importBook(
    [
      { ...accounts, file: 'accounts.csv' },
      { ...subscriptions, file: 'subscriptions.csv' },
    ],
    {},
  );
  const alone = (file: string, source = subscriptions): Mapping =>
    importBook([{ ...source, file }], { mapping: both }).mapping;

  it('stay where the new files bring some of the tables', () => {
    expect(filesThatStay(both, alone('subscriptions-march.csv'))).toEqual(['accounts.csv']);
  });

  it('go where a new file has their name', () => {
    expect(filesThatStay(both, alone('accounts.csv'))).toEqual([]);
  });

  it('go where the new files are another book', () => {
    const other = fileOf([
      ['Client', 'Annual revenue recurring', 'Success manager'],
      ['Dune Bank', 100, 'Success 1'],
      ['Elm Retail', 200, 'Success 2'],
    ]);
    expect(filesThatStay(both, alone('other.csv', other))).toEqual([]);
  });
});
