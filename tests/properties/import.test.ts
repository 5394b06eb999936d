import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importBook } from '../../shared/import/import-book.ts';
import { fileOf, gridOf, type TestCell } from '../helpers/grids.ts';

const SEED = 20_260_102;

const headers = [
  'Account ID',
  'Account',
  'ARR',
  'MRR',
  'Stage',
  'Amount',
  'Close Date',
  'Owner',
  'CSM',
  'Status',
  'Health',
  'Renewal Date',
  'Type',
  'Role',
  'Currency',
  'Total',
  '__proto__',
  '',
  'Kunde',
  'Umsatz',
];
const cell: fc.Arbitrary<TestCell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.constantFrom(...headers) },
  { weight: 3, arbitrary: fc.double() },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '1.234,50 €',
      '$12k',
      '(3)',
      '12 %',
      '3/4/2025',
      '31.12.2025',
      'Closed Won',
      'active',
      'Green',
      '#N/A',
      'EUR',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant({ error: '#DIV/0!' }) },
  { weight: 1, arbitrary: fc.constantFrom({ date: '2025-06-30' }, { date: '1700-01-01' }) },
  { weight: 1, arbitrary: fc.double().map((number) => ({ number, format: '[$€-407] #,##0' })) },
);
const sheet = fc.tuple(
  fc.subarray(headers, { minLength: 1 }),
  fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }),
  fc.boolean(),
);

describe('reading any sheets', () => {
  it('ends in a book or an error, all figures defined, the same each time', () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
        const files = sheets.map(([head, rows, withHead], i) =>
          fileOf([gridOf(withHead ? [head, ...rows] : rows)], `f${String(i)}.xlsx`),
        );
        const result = importBook(files, {});
        const errors = result.issues.filter(({ severity }) => severity === 'error').length;
        expect(result.book === undefined).toBe(errors > 0);
        for (const total of Object.values(result.totals)) expect(Number.isFinite(total)).toBe(true);
        expect(result.book?.arr.every((arr) => arr >= 0 && Number.isFinite(arr)) ?? true).toBe(
          true,
        );
        expect(new Set(result.book?.accountId).size).toBe(result.book?.count ?? 0);
        expect(result.book?.accountId.includes('') ?? false).toBe(false);
        const again = importBook(files, { mapping: result.mapping });
        expect(again.totals).toEqual(result.totals);
        expect(again.mapping.tables.map(({ role }) => role)).toEqual(
          result.mapping.tables.map(({ role }) => role),
        );
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

/** A book of accounts and of subscriptions, rows and columns in any order. */
const books = fc.record({
  accounts: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 20 }),
  lines: fc.array(
    fc.tuple(
      fc.nat(),
      fc.integer({ min: 1, max: 9000 }),
      fc.constantFrom('active', 'paused', 'churned', 'trial'),
    ),
    { minLength: 3, maxLength: 40 },
  ),
  shuffle: fc.infiniteStream(fc.nat()),
});

function shuffled<T>(list: readonly T[], stream: Iterator<number>): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice((stream.next().value as number) % left.length, 1));
}

describe('the order of rows and columns', () => {
  it('changes no total', () => {
    fc.assert(
      fc.property(books, ({ accounts, lines, shuffle }) => {
        const head: TestCell[] = ['Account ID', 'Account Name', 'Segment', 'Account Owner', 'CSM'];
        const rows = accounts.map((n): TestCell[] => [
          `A-${String(n)}`,
          `Fictional ${String(n)}`,
          'Small',
          `Seller ${String(n % 3)}`,
          `Success ${String(n % 2)}`,
        ]);
        const lineHead: TestCell[] = ['Subscription ID', 'Account ID', 'MRR', 'Status'];
        const lineRows = lines.map(([pick, mrr, status], i): TestCell[] => [
          `S-${String(i)}`,
          `A-${String(accounts[pick % accounts.length])}`,
          mrr,
          status,
        ]);
        const paid = lines.reduce(
          (sum, [, mrr, status]) =>
            sum + (status === 'active' || status === 'paused' ? 12 * mrr : 0),
          0,
        );
        const order = shuffled([...head.keys()], shuffle);
        const lineOrder = shuffled([...lineHead.keys()], shuffle);
        const arrange = (table: TestCell[][], columns: number[]) =>
          table.map((row) => columns.map((column) => row[column] ?? null));
        const files = [
          fileOf(arrange([head, ...shuffled(rows, shuffle)], order), 'a.xlsx'),
          fileOf(arrange([lineHead, ...shuffled(lineRows, shuffle)], lineOrder), 's.xlsx'),
        ];
        const result = importBook(shuffled(files, shuffle), {});
        expect(result.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(result.book?.count).toBe(accounts.length);
        expect(result.totals.arr).toBe(paid);
        const byId = Object.fromEntries(
          result.book?.accountId.map((id, i) => [id, result.book?.arr[i]]) ?? [],
        );
        for (const n of accounts) {
          const own = lines.reduce(
            (sum, [pick, mrr, status]) =>
              sum +
              (accounts[pick % accounts.length] === n &&
              (status === 'active' || status === 'paused')
                ? 12 * mrr
                : 0),
            0,
          );
          expect(byId[`A-${String(n)}`]).toBe(own);
        }
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});
