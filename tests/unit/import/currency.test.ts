import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ImportOptions, ImportResult } from '../../../shared/import/types.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const ACCOUNTS: TestCell[][] = [
  ['Account', 'Currency', 'ARR'],
  ['Alder', 'EUR', 1000],
  ['Birch', 'EUR', 2000],
  ['Cobalt', 'USD', 500],
  ['Dune', 'JPY', 60_000],
];
const read = (rates: TestCell[][], options: ImportOptions = {}, accounts = ACCOUNTS) =>
  importBook([fileOf(accounts, 'accounts.xlsx'), fileOf(rates, 'rates.xlsx')], options);
const arr = ({ book }: ImportResult) => Array.from(book?.arr ?? [], (value) => Math.round(value));
const said = ({ issues }: ImportResult, code: string) =>
  issues.filter((issue) => issue.code === code).map(({ message }) => message);

describe('exchange rates of the book', () => {
  it('are found, turned the way that they prove, and said', () => {
    const result = read([
      ['Currency', 'Rate'],
      ['EUR', 1],
      ['USD', 0.8],
      ['JPY', 0.005],
    ]);
    expect(result.mapping.tables[1]?.role).toBe('rates');
    // 500 · 0.8 and 60,000 · 0.005.
    expect(arr(result)).toEqual([1000, 2000, 400, 300]);
    expect(result.book?.currency).toBe('EUR');
    expect(said(result, 'converted')).toEqual([
      '1 amount in JPY converted at 1 JPY = 0.005 EUR (rates.xlsx, sheet "Sheet1", column "Rate").',
      '1 amount in USD converted at 1 USD = 0.8 EUR (rates.xlsx, sheet "Sheet1", column "Rate").',
    ]);
    expect(result.rules).toEqual([]);
  });

  it('per unit of the base are turned round: by the header, or by currencies that leave no doubt', () => {
    const turned = read([
      ['Currency', 'Rate'],
      ['EUR', 1],
      ['USD', 1.25],
      ['JPY', 200],
    ]);
    expect(arr(turned)).toEqual([1000, 2000, 400, 300]);
    const called = read(
      [
        ['Code', 'per EUR'],
        ['USD', 1.25],
      ],
      {},
      ACCOUNTS.slice(0, 4),
    );
    expect(arr(called)).toEqual([1000, 2000, 400]);
    expect(called.rules).toEqual([]);
  });

  it('whose direction nothing proves are asked for, with the effect of either answer', () => {
    const rates: TestCell[][] = [
      ['Currency', 'Rate'],
      ['EUR', 1],
      ['USD', 1.25],
    ];
    const result = read(rates, {}, ACCOUNTS.slice(0, 4));
    expect(arr(result)).toEqual([1000, 2000, 625]);
    expect(result.issueCounts['reading-open']).toBe(1);
    expect(result.rules).toEqual([
      expect.objectContaining({
        rule: 'rates:Rate',
        chosen: 'worth',
        options: [
          { value: 'worth', label: '1 USD is 1.25 EUR', effect: '1 USD = 1.25 EUR' },
          { value: 'perBase', label: '1 EUR is 1.25 USD', effect: '1 USD = 0.8 EUR' },
        ],
      }),
    ]);
    const mapping = { ...result.mapping, rules: { 'rates:Rate': 'perBase' } };
    expect(arr(read(rates, { mapping }, ACCOUNTS.slice(0, 4)))).toEqual([1000, 2000, 400]);
  });

  it('make the book’s currency the one they are to, unless the user says another', () => {
    const rates: TestCell[][] = [
      ['From', 'To', 'Rate', 'As of'],
      ['EUR', 'USD', 1.25, { date: '2026-01-31' }],
      ['JPY', 'USD', 0.005, { date: '2026-01-31' }],
      ['USD', 'USD', 1, { date: '2026-01-31' }],
    ];
    const result = read(rates);
    expect(result.book?.currency).toBe('USD');
    expect(arr(result)).toEqual([1250, 2500, 500, 300]);
    const mapping = { ...result.mapping, currency: 'EUR' };
    expect(arr(read(rates, { mapping }))).toEqual([1000, 2000, 400, 240]);
  });

  it('yield to the user’s', () => {
    const result = read([
      ['Currency', 'Rate to EUR'],
      ['USD', 0.8],
      ['JPY', 0.005],
    ]);
    const mapping = { ...result.mapping, rates: { USD: 0.9 } };
    const own = read(
      [
        ['Currency', 'Rate to EUR'],
        ['USD', 0.8],
        ['JPY', 0.005],
      ],
      { mapping },
    );
    expect(arr(own)).toEqual([1000, 2000, 450, 300]);
    expect(said(own, 'converted')[1]).toContain('(your rate)');
  });

  it('beside the currency count row by row', () => {
    const rows: TestCell[][] = [
      ['Account', 'Currency', 'FX rate', 'ARR'],
      ['Alder', 'EUR', 1, 1000],
      ['Birch', 'EUR', 1, 2000],
      ['Cobalt', 'SEK', 0.09, 100],
      ['Dune', 'SEK', 0.1, 100],
      ['Ember', 'SEK', null, 200],
    ];
    // The row without a rate takes the middle of the others, 0.095.
    expect(arr(importBook([fileOf(rows)], {}))).toEqual([1000, 2000, 9, 10, 19]);
  });

  it('that lack one of the currencies leave a question in one sentence', () => {
    const result = read([
      ['Currency', 'Rate'],
      ['EUR', 1],
      ['USD', 0.8],
    ]);
    expect(result.book).toBeUndefined();
    expect(result.issues[0]).toMatchObject({ code: 'mixed-currencies', severity: 'error' });
    expect(result.issues[0]?.message).toContain('give the value of 1 JPY in EUR');
  });

  it('are not seen in what is earned by currency', () => {
    const result = read([
      ['Currency', 'ARR'],
      ['EUR', 3000],
      ['USD', 500],
    ]);
    expect(result.mapping.tables[1]?.role).not.toBe('rates');
    expect(result.issues[0]?.code).toBe('mixed-currencies');
  });

  describe('of several days', () => {
    const day = (date: string): TestCell => ({ date });
    const rates: TestCell[][] = [
      ['Date', 'Currency', 'Rate to EUR'],
      [day('2026-06-30'), 'USD', 0.7],
      [day('2026-09-30'), 'USD', 0.8],
      [day('2026-12-31'), 'USD', 0.9],
      [day('2026-06-30'), 'JPY', 0.004],
      [day('2026-09-30'), 'JPY', 0.005],
      [day('2026-12-31'), 'JPY', 0.006],
    ];

    it('count with that of the as-of day, or the latest before it', () => {
      const result = read(rates, { asOf: '2026-10-15' });
      expect(result.mapping.tables[1]?.role).toBe('rates');
      expect(arr(result)).toEqual([1000, 2000, 400, 300]);
      expect(said(result, 'converted')[1]).toContain('1 USD = 0.8 EUR');
      expect(said(result, 'converted')[1]).toContain('column "Rate to EUR", of 2026-09-30');
      expect(arr(read(rates, { asOf: '2026-09-29' }))).toEqual([1000, 2000, 350, 240]);
      // The order of the rows is of no matter.
      const [head = [], ...rows] = rates;
      expect(arr(read([head, ...rows.toReversed()], { asOf: '2026-10-15' }))).toEqual(arr(result));
    });

    it('count with the latest, and that is said, where nothing says what day it is', () => {
      const result = read(rates);
      expect(arr(result)).toEqual([1000, 2000, 450, 360]);
      expect(said(result, 'as-of-unknown')[0]).toContain('the latest rate of each currency counts');
    });

    it('that all lie after the as-of day are refused', () => {
      const result = read(rates, { asOf: '2026-01-31' });
      expect(result.book).toBeUndefined();
      expect(said(result, 'rates-too-late')).toEqual([
        'rates.xlsx, sheet "Sheet1" has no rate of USD, JPY on or before 2026-01-31 (as given), and a later one is not used. Add the rate of that day, or give another as-of date.',
      ]);
      expect(result.issues[0]?.message).toContain('give the value of 1 JPY, 1 USD in EUR');
    });
  });
});
