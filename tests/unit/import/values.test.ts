import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { idKey } from '../../../shared/import/text.ts';
import {
  isoDate,
  dateInName,
  parseDate,
  parseMonth,
  proveDate,
} from '../../../shared/import/values/date.ts';
import { currencyIn, parseNumber } from '../../../shared/import/values/number.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

describe('numbers as people write them', () => {
  it.each([
    ['$1,234.50', '.', 1234.5, 'USD'],
    ['1.234,50 €', ',', 1234.5, 'EUR'],
    ['(1,200)', '.', -1200, ''],
    ['-£3', '.', -3, 'GBP'],
    ['1.2M', '.', 1_200_000, ''],
    ['12k', '.', 12_000, ''],
    ['3,5 Mio. €', ',', 3_500_000, 'EUR'],
    ["CHF 1'200", '.', 1200, 'CHF'],
    ['1 234,56', ',', 1234.56, ''],
    ['1.234', ',', 1234, ''],
    ['1.234', '.', 1.234, ''],
    ['1,234', '.', 1234, ''],
    ['0,5', '.', 0.5, ''],
    ['1.2E+05', '.', 120_000, ''],
    ['1200-', '.', -1200, ''],
    ['US$ 12', '.', 12, 'USD'],
    ['12,34,567', '.', 1_234_567, ''],
  ] as const)('%s is %s', (text, decimal, value, currency) => {
    expect(parseNumber(text, decimal)).toMatchObject({ value, currency });
  });

  it.each([
    '',
    'abc',
    '12 apples',
    '1,2,3',
    '1.2.3',
    '--5',
    '12-14',
    '1e999',
    'NaN',
    'Infinity',
    '1'.repeat(60),
  ])('%j is none', (text) => {
    expect(parseNumber(text, '.')).toBeNull();
  });
});

describe('the currency that a header or a number format names', () => {
  it.each([
    ['ARR (INR)', 'INR'],
    ['arr_usd', 'USD'],
    ['ARR in €', 'EUR'],
    ['usdarr', ''],
    ['General', ''],
    ['[$€-407] #,##0', 'EUR'],
    ['[$£-809]#,##0.00', 'GBP'],
    ['[$CHF] 0', 'CHF'],
    ['[$$-409]#,##0', 'USD'],
    ['[$$-1009]#,##0', 'CAD'],
    ['[$kr-41D] #,##0', 'SEK'],
    // A locale alone says how a date is written.
    ['[$-409]mmm d', ''],
  ])('%s: %s', (text, currency) => {
    expect(currencyIn(text)).toBe(currency);
  });

  it('scales figures by what the header says of them', () => {
    const arrUnder = (header: string): number => {
      const rows: TestCell[][] = [1, 2, 3, 4].map((n) => [`Fictional ${String(n)} Ltd`, n]);
      return importBook([fileOf([['Account', header], ...rows])], {}).totals.arr;
    };
    expect(arrUnder('ARR (k INR)')).toBeCloseTo(10e3, 6);
    expect(arrUnder('ARR ($000)')).toBeCloseTo(10e3, 6);
    expect(arrUnder('ARR (SEK m)')).toBeCloseTo(10e6, 6);
    expect(arrUnder('ARR in lakhs')).toBeCloseTo(10e5, 6);
    expect(arrUnder('ARR (INR crore)')).toBeCloseTo(10e7, 6);
  });
});

describe('dates as people write them', () => {
  it.each([
    ['2026-02-01', false, '2026-02-01'],
    ['2026-02-01T10:00:00Z', false, '2026-02-01'],
    ['20260201', false, '2026-02-01'],
    ['3/4/2025', false, '2025-03-04'],
    ['3/4/2025', true, '2025-04-03'],
    ['1.2.2026', false, '2026-02-01'],
    ['5 März 2024', false, '2024-03-05'],
    ['1er', false, ''],
    ['12 de enero de 2025', false, '2025-01-12'],
    ['4 août 2025', false, '2025-08-04'],
    ['Jan 7, 2025', false, '2025-01-07'],
    ['07-Feb-25', false, '2025-02-07'],
    ['31/02/2025', true, ''],
    ['13/13/2025', true, ''],
  ] as const)('%s (day first: %s) is %s', (text, dayFirst, iso) => {
    expect(isoDate(parseDate(text, dayFirst))).toBe(iso);
  });

  it('knows what a text proves about the order of day and month', () => {
    expect(['13/4/2025', '4/13/2025', '3/4/2025', '5/5/2025', 'x'].map(proveDate)).toEqual([
      'dayFirst',
      'monthFirst',
      'either',
      'clear',
      'none',
    ]);
  });
});

describe('months without a day', () => {
  it.each([
    ['Jan 2027', '2027-01-01'],
    ['Jan-27', '2027-01-01'],
    ['Oktober 2026', '2026-10-01'],
    ['2026-09', '2026-09-01'],
    ['2026-13', ''],
    ['Q1 2027', ''],
    ['Room 12', ''],
  ])('%s', (text, day) => {
    expect(isoDate(parseMonth(text))).toBe(day);
  });

  it.each([
    ['Book of Oct 2026', '2026-10-01'],
    ['arr_2026-09.csv', '2026-09-01'],
    ['export 20260930.csv', '2026-09-30'],
    ['Sheet1', ''],
  ])('in a name: %s', (name, day) => {
    expect(isoDate(dateInName(name))).toBe(day);
  });
});

describe('ids', () => {
  it('join across 18, 18.0 and "18", and nothing else is changed', () => {
    expect(['18', '18.0', '"18"', ' 18 ', '018', '1E5', 'a.0'].map(idKey)).toEqual([
      '18',
      '18',
      '18',
      '18',
      '018',
      '1E5',
      'a.0',
    ]);
  });
});

const book = (headers: string[], ...rows: TestCell[][]) =>
  importBook([fileOf([headers, ...rows])], {});

describe('columns of one book', () => {
  it('read German amounts by their own evidence, the ambiguous ones too', () => {
    const result = book(
      ['Kunde', 'ARR', 'CSM'],
      ['Alder', '1.234', 'S 1'],
      ['Birch', '2.000,50 €', 'S 1'],
      ['Dune', '12.000', 'S 2'],
    );
    expect(Array.from(result.book?.arr ?? [])).toEqual([1234, 2000.5, 12_000]);
    expect(result.book?.currency).toBe('EUR');
    expect(result.mapping.tables[0]?.columns[1]?.reading).toMatchObject({ decimal: ',' });
  });

  it('ask where nothing proves what 1.234 is, and take the answer', () => {
    const rows: TestCell[][] = [
      ['Alder', '1.234', 'S 1'],
      ['Birch', '2.500', 'S 1'],
    ];
    const headers = ['Customer', 'ARR', 'CSM'];
    const asked = book(headers, ...rows);
    expect(asked.rules.map(({ rule, chosen }) => [rule, chosen])).toEqual([['decimal:ARR', ',']]);
    const mapping = { ...asked.mapping, rules: { 'decimal:ARR': '.' } };
    const answered = importBook([fileOf([headers, ...rows])], { mapping });
    expect([asked.totals.arr, answered.totals.arr]).toEqual([3734, 3.734]);
  });

  it('decide day or month first by the column, else ask', () => {
    const headers = ['Customer', 'ARR', 'Renewal Date', 'Customer since'];
    const proven = book(
      headers,
      ['Alder', 10, '25/12/2026', '1/2/2020'],
      ['Birch', 20, '3/4/2026', '1/3/2020'],
    );
    expect(proven.mapping.tables[0]?.columns[2]?.reading?.dayFirst).toBe(true);
    expect(proven.rules.map(({ rule, chosen }) => [rule, chosen])).toEqual([
      ['dates:Customer since', 'dayFirst'],
    ]);
    const open = book(headers.slice(0, 3), ['Alder', 10, '3/4/2026'], ['Birch', 20, '5/6/2026']);
    expect(open.rules.map(({ rule, chosen }) => [rule, chosen])).toEqual([
      ['dates:Renewal Date', 'monthFirst'],
    ]);
  });

  it('read shares, percents and health in the scale they stand in', () => {
    const headers = ['Customer', 'ARR', 'Churn Risk', 'Health'];
    const points = book(
      headers,
      ['Alder', 10, 12, 'Green'],
      ['Birch', 20, 40, 'Red'],
      ['Dune', 5, 7, 'yellow'],
    );
    expect(Array.from(points.book?.risk ?? [])).toEqual([0.12, 0.4, 0.07]);
    expect(Array.from(points.book?.health ?? [])).toEqual([85, 15, 50]);
    const texts = book(headers, ['Alder', 10, '12%', '80'], ['Birch', 20, '0.5 %', '90%']);
    expect(Array.from(texts.book?.risk ?? [])).toEqual([0.12, 0.005]);
    expect(Array.from(texts.book?.health ?? [])).toEqual([80, 90]);
    const typed = book(headers, [
      'Alder',
      10,
      { number: 0.12, format: '0%' },
      { number: 0.8, format: '0%' },
    ]);
    expect([typed.book?.risk[0], typed.book?.health[0]]).toEqual([0.12, 80]);
  });

  it('scale figures whose header says thousands', () => {
    expect(
      book(['Customer', 'ARR (k€)', 'CSM'], ['Alder', 12.5, 'S 1'], ['Birch', 7, 'S 1']).totals.arr,
    ).toBe(19_500);
  });

  it('name the cell of text among figures, of an error, of a figure out of range', () => {
    const result = book(
      ['Customer', 'ARR', 'Sales Cycle (days)', 'Health'],
      ['Alder', 100, 30, 50],
      ['Birch', 'call them', 0, 60],
      ['Dune', { error: '#N/A' }, 40, 130],
      ['Ember', -50, 20, 70],
      ['Fjord', 5, 20, 70],
      ['Garnet', 5, 20, 70],
    );
    const at = (code: string) =>
      result.issues
        .filter((issue) => issue.code === code)
        .map(({ column, row, text }) => `${String(column)}${String(row)} ${text}`);
    expect(at('not-a-number')).toEqual(['B3 call them']);
    expect(at('error-cell')).toEqual(['B4 #N/A']);
    expect(at('out-of-range')).toEqual(['C3 0', 'D4 130']);
    expect(at('negative-arr')).toEqual(['B5 -50']);
    expect(result.totals.arr).toBe(110);
    expect(result.notPaying).toHaveLength(3);
  });

  it('refuse mixed currencies without a rate and convert with one', () => {
    const headers = ['Customer', 'ARR', 'Currency', 'CSM'];
    const rows: TestCell[][] = [
      ['Alder', 100, 'EUR', 'S 1'],
      ['Birch', 200, 'EUR', 'S 1'],
      ['Dune', 50, 'USD', 'S 2'],
    ];
    const refused = book(headers, ...rows);
    expect(refused.book).toBeUndefined();
    expect(refused.issues[0]).toMatchObject({ code: 'mixed-currencies', severity: 'error' });
    const mapping = { ...refused.mapping, currency: 'EUR', rates: { USD: 0.9 } };
    const converted = importBook([fileOf([headers, ...rows])], { mapping });
    expect([converted.book?.currency, converted.totals.arr]).toEqual(['EUR', 345]);
  });

  it('take a correction in place of the cell, and leave the source as it is', () => {
    const file = fileOf([
      ['Customer', 'ARR', 'CSM'],
      ['Alder', 'n.n.', 'S 1'],
      ['Birch', 20, 'S 1'],
    ]);
    const first = importBook([file], {});
    const corrections = [{ file: 'book.xlsx', sheet: 'Sheet1', row: 1, column: 1, text: '1,500' }];
    const second = importBook([file], { mapping: { ...first.mapping, corrections } });
    expect(second.totals.arr).toBe(1520);
    expect(importBook([file], {}).totals.arr).toBe(20);
  });
});
