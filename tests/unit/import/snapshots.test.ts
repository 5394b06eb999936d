import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { csvOf, fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

const HEADERS = ['Account ID', 'Account', 'ARR'];
const month = (factor: number): TestCell[][] => [
  ['A-1', 'Alder Ltd', 100 * factor],
  ['A-2', 'Birch Ltd', 200 * factor],
];

describe('a book that holds several months', () => {
  it('by a date column: the latest counts, an earlier one can be chosen, what is gone is counted', () => {
    const rows: TestCell[][] = [
      ['Month', ...HEADERS],
      ['2026-08-31', 'A-3', 'Cobalt Ltd', 50],
      ...month(1).map((row): TestCell[] => ['2026-08-31', ...row]),
      ...month(2).map((row): TestCell[] => ['2026-10-31', ...row]),
    ];
    const latest = importBook([fileOf(rows)], {});
    expect([latest.book?.count, latest.totals.arr]).toEqual([2, 600]);
    expect(latest.asOf.date).toBe('2026-10-31');
    expect(latest.issueCounts['duplicate-id']).toBeUndefined();
    const rule = latest.rules.find((one) => one.rule === 'period');
    expect(rule).toMatchObject({ chosen: '2026-10-31' });
    expect(rule?.options.map(({ effect }) => effect)).toEqual(['2 accounts', '3 accounts']);
    expect(latest.issues.find(({ code }) => code === 'period')?.message).toMatch(
      /3 rows of other dates are left out\. 1 account of them/,
    );
    const mapping = { ...latest.mapping, rules: { period: '2026-08-31' } };
    const earlier = importBook([fileOf(rows)], { mapping });
    expect([earlier.book?.count, earlier.totals.arr]).toEqual([3, 350]);
  });

  it('by the names of the sheets', () => {
    const sheet = (name: string, factor: number) => gridOf([HEADERS, ...month(factor)], { name });
    const result = importBook([fileOf([sheet('Oct 2026', 3), sheet('Sept 2026', 1)])], {});
    expect([result.book?.count, result.totals.arr]).toEqual([2, 900]);
  });

  it('by the names of the files', async () => {
    const file = (name: string, arr: number) =>
      csvOf(`Account,ARR,CSM\nAlder Ltd,${String(arr)},Success 1\nBirch Ltd,7,Success 2`, name);
    const files = await Promise.all([file('book_2026-09.csv', 1), file('book_2026-10.csv', 2)]);
    const result = importBook(files, {});
    expect([result.book?.count, result.totals.arr]).toEqual([2, 9]);
  });

  it('an account that stands twice within a date is a duplicate, not a month', () => {
    const rows: TestCell[][] = [
      ['Month', ...HEADERS],
      ...month(1).map((row): TestCell[] => ['2026-08-31', ...row]),
      ...month(2).map((row): TestCell[] => ['2026-10-31', ...row]),
      ['2026-10-31', 'A-1', 'Alder Ltd', 5],
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.issueCounts['period']).toBeUndefined();
    expect(result.issueCounts['duplicate-id']).toBe(3);
  });
});

describe('renewals with a status and an amount', () => {
  it('are renewals, not open deals: they bring no potential', async () => {
    const accounts = await csvOf('Account ID,Account,ARR\nA-1,Alder Ltd,100\nA-2,Birch Ltd,200');
    const renewals = await csvOf(
      'Account ID,Renewal Date,Amount,Status\nA-1,2026-12-01,25,Open\nA-2,2028-01-01,200,Open',
      'renewals.csv',
    );
    const result = importBook([accounts, renewals], { asOf: '2026-06-30' });
    expect(result.mapping.tables.map(({ role }) => role)).toEqual(['accounts', 'renewals']);
    expect(Array.from(result.book?.renewalShare ?? [])).toEqual([0.25, 0]);
    expect(result.totals.potential).toBe(0);
  });

  it('a deal with a stage, a type or a name of its own stays a deal', async () => {
    const deals = await csvOf(
      'Deal,Account,Stage,Amount,Renewal Date\nD1,Alder Ltd,Won,25,2026-12-01\nD2,Birch Ltd,Open,5,2026-12-01',
    );
    expect(importBook([deals], {}).mapping.tables[0]?.role).toBe('opportunities');
  });
});
