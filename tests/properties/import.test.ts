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

describe('joining other tables', () => {
  const tables = fc.record({
    arr: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 3, maxLength: 12 }),
    rows: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9000 })), {
      minLength: 1,
      maxLength: 60,
    }),
    byName: fc.boolean(),
  });

  it('never multiplies the ARR, however many rows an account has in them', () => {
    fc.assert(
      fc.property(tables, ({ arr, rows, byName }) => {
        const key = (pick: number): string =>
          byName ? `Fictional ${String(pick % arr.length)}` : `A-${String(pick % arr.length)}`;
        const header = byName ? 'Account Name' : 'Account ID';
        const file = (
          head: TestCell[],
          name: string,
          row: (pick: number, n: number) => TestCell[],
        ) =>
          fileOf(
            [[header, ...head], ...rows.map(([pick, n]) => [key(pick), ...row(pick, n)])],
            name,
          );
        const day = (n: number) => ({
          date: new Date(n * 86_400_000 + 1.7e12).toISOString().slice(0, 10),
        });
        const files = [
          fileOf(
            [
              ['Account ID', 'Account Name', 'ARR', 'Segment'],
              ...arr.map((value, i): TestCell[] => [
                `A-${String(i)}`,
                `Fictional ${String(i)}`,
                value,
                'Small',
              ]),
            ],
            'accounts.xlsx',
          ),
          file(['Opportunity ID', 'Stage', 'Amount', 'Close Date'], 'deals.xlsx', (_, n) => [
            `D-${String(n)}`,
            n % 2 === 0 ? 'Closed Won' : 'Negotiation',
            n,
            day(n),
          ]),
          file(['Renewal ID', 'Renewal Date', 'Renewal Amount'], 'renewals.xlsx', (_, n) => [
            `R-${String(n)}`,
            day(n),
            n,
          ]),
          file(['Date', 'Health Score'], 'health.xlsx', (_, n) => [day(n), n % 101]),
        ];
        const result = importBook(files, {});
        const total = arr.reduce((sum, value) => sum + value, 0);
        expect(result.mapping.tables.map(({ role }) => role)).toEqual([
          'accounts',
          'opportunities',
          'renewals',
          'health',
        ]);
        expect(result.book?.count).toBe(arr.length);
        expect(result.totals.arr).toBe(total);
        expect(result.totals.renewing).toBeLessThanOrEqual(total * (1 + 1e-9));
        for (const { rows: keyed, matched } of result.joins) expect(matched).toBe(keyed);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});
