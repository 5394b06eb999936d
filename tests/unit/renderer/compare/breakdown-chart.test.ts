import { describe, expect, it } from 'vitest';
import {
  BY_BAND,
  breakdownChart,
  type BreakdownRow,
} from '../../../../renderer/views/compare/breakdown-chart.ts';
import { exampleSubject, plain } from './subject-of-example.ts';

const subject = exampleSubject({ shown: ['allSales', 'split', 'allCsm'] });
const rows: readonly BreakdownRow[] = [
  {
    key: '0',
    label: 'under 30 days',
    accounts: 9,
    estimated: false,
    runRate: { allSales: 100, split: 110, allCsm: 130 },
  },
  {
    key: '30',
    label: '30 to 90 days',
    accounts: 1,
    estimated: true,
    runRate: { allSales: 200, split: 190, allCsm: 230 },
  },
  {
    key: '180',
    label: '180 to 365 days',
    accounts: 4,
    estimated: false,
    runRate: { allSales: 50, split: 5_050, allCsm: 40 },
  },
];

describe('contribution by a part of the book', () => {
  it('says who brings most where, with the largest exception', () => {
    expect(plain(breakdownChart(subject, BY_BAND, rows, rows, 'amount').title)).toBe(
      'All-CSM brings most in 2 of 3 lengths of sale; Split where the sale took 180 to 365 days, by $5 k a year',
    );
    const two = rows.slice(0, 2);
    expect(plain(breakdownChart(subject, BY_BAND, two, two, 'amount').title)).toBe(
      'All-CSM brings most however long the sale took',
    );
  });
  it('names no winner where models tie, and none in rows without accounts', () => {
    const tie = [{ ...rows[0], runRate: { allSales: 1, split: 1, allCsm: 1 } }];
    const empty = [{ ...rows[2], accounts: 0 }];
    for (const none of [tie, empty]) {
      const only = none.flatMap((row) => ('key' in row && row.key ? [row as BreakdownRow] : []));
      expect(plain(breakdownChart(subject, BY_BAND, only, only, 'amount').title)).toBe(
        'Contribution by length of the initial sale',
      );
    }
  });
  it('adds its rows up in the table, whatever is drawn', () => {
    const { series, table } = breakdownChart(subject, BY_BAND, rows, rows.slice(1), 'amount');
    expect(series.groups).toHaveLength(2);
    expect(table.total?.cells.map((cell) => cell.value)).toEqual([350, 5350, 400]);
    expect(table.total?.cells.every((cell) => cell.estimated)).toBe(true);
    expect(series.groups[0]?.detail).toBe('1 account');
  });
  it('shows differences to today, which is nothing itself', () => {
    const { series } = breakdownChart(subject, BY_BAND, rows, rows, 'difference');
    expect(series.cells.map((cells) => cells.map((cell) => cell.value))).toEqual([
      [-10, 0, 20],
      [10, 0, 40],
      [-5000, 0, -5010],
    ]);
    expect(plain(series.unit.title)).toBe('USD a year, against Split');
  });
});
