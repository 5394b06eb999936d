import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ImportResult } from '../../../shared/import/types.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const AS_OF = { asOf: '2025-12-31' };
const accounts = fileOf(
  [
    ['Account ID', 'Account', 'ARR'],
    ['A-1', 'Alder', 1000],
    ['A-2', 'Birch', 2000],
    ['A-3', 'Cobalt', 3000],
    ['A-4', 'Dune', 4000],
    ['A-5', 'Ember', 5000],
  ],
  'accounts.xlsx',
);
const shares = ({ book }: ImportResult) => Array.from(book?.renewalShare ?? []);
const said = ({ issues }: ImportResult, code: string) =>
  issues.filter((issue) => issue.code === code).map(({ message }) => message);

describe('renewals that have passed', () => {
  it('say nothing about the next one: the account keeps all of it, estimated, and is named', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'Renewal date'],
      ['Alder', 10, { date: '2025-06-30' }],
      ['Birch', 20, { date: '2026-12-31' }],
      ['Cobalt', 30, { date: '2027-01-01' }],
      ['Dune', 40, { date: '2025-12-31' }],
    ];
    const result = importBook([fileOf(rows)], AS_OF);
    // The as-of day itself is due; 365 days later still is, 366 is not.
    expect(shares(result)).toEqual([NaN, 1, 0, 1]);
    expect(result.estimated['renewalShare']).toBe(1);
    expect(said(result, 'renewal-passed')).toEqual([
      '1 account has no renewal date after the as-of date ("Alder"); a date that has passed says nothing about the next one: all their ARR counts as up for renewal, estimated.',
    ]);
  });

  it('are reported of a table of renewals too, unless another date of the account is to come', () => {
    const renewals = fileOf(
      [
        ['Account ID', 'Renewal date', 'Renewal amount'],
        ['A-1', { date: '2025-03-31' }, 1000],
        ['A-2', { date: '2025-03-31' }, 2000],
        ['A-2', { date: '2026-03-31' }, 500],
        ['A-3', { date: '2026-05-31' }, null],
        ['A-4', { date: '2026-05-31' }, 9999],
      ],
      'renewals.xlsx',
    );
    const result = importBook([accounts, renewals], AS_OF);
    expect(shares(result)).toEqual([NaN, 0.25, 1, 1, NaN]);
    expect(said(result, 'renewal-passed')[0]).toContain('1 account has no renewal date after');
    expect(result.totals.renewing).toBe(1000 + 500 + 3000 + 4000 + 5000);
  });
});

describe('open renewal deals', () => {
  const DEALS: TestCell[][] = [
    ['Opportunity ID', 'Account ID', 'Type', 'Stage', 'Amount', 'Created Date', 'Close Date'],
    ['1', 'A-1', 'Renewal', 'Negotiation', 400, { date: '2025-01-01' }, { date: '2026-06-30' }],
    ['2', 'A-1', 'Renewal', 'Negotiation', 100, { date: '2025-01-01' }, { date: '2026-07-31' }],
    // After the year; overdue, so due now; without an amount; won already; no renewal.
    ['3', 'A-2', 'Renewal', 'Proposal', 2000, { date: '2025-01-01' }, { date: '2027-06-30' }],
    ['4', 'A-3', 'Renewal', 'Proposal', 1500, { date: '2025-01-01' }, { date: '2025-11-30' }],
    ['5', 'A-4', 'Renewal', 'Proposal', null, { date: '2025-01-01' }, { date: '2026-02-28' }],
    ['6', 'A-5', 'Renewal', 'Closed Won', 5000, { date: '2025-01-01' }, { date: '2025-02-28' }],
    ['7', 'A-5', 'Upsell', 'Proposal', 500, { date: '2025-01-01' }, { date: '2026-02-28' }],
  ];
  const deals = fileOf(DEALS, 'deals.xlsx');

  it('say what renews within a year where no table of renewals does, and that is said', () => {
    const result = importBook([accounts, deals], AS_OF);
    expect(shares(result)).toEqual([0.5, 0, 0.5, 1, NaN]);
    expect(said(result, 'renewals-from-deals')).toEqual([
      'No table holds renewals: 5 open renewal deals of 4,000 on 4 accounts say what renews within a year. Of the others (1 account) what else tells counts, or all of their ARR, estimated.',
    ]);
    // They are no potential.
    expect(result.totals.potential).toBe(500);
  });

  it('yield to a table of renewals', () => {
    const renewals = fileOf(
      [
        ['Account ID', 'Renewal date', 'Renewal amount'],
        ['A-1', { date: '2026-03-31' }, 1000],
      ],
      'renewals.xlsx',
    );
    const result = importBook([accounts, deals, renewals], AS_OF);
    expect(shares(result)).toEqual([1, NaN, NaN, NaN, NaN]);
    expect(result.issueCounts['renewals-from-deals']).toBeUndefined();
  });

  it('are of no use until somebody says what day it is', () => {
    const undated = fileOf(
      DEALS.slice(0, 3).map((row) => [...row.slice(0, 5), ...row.slice(6)]),
      'deals.xlsx',
    );
    const result = importBook([accounts, undated], {});
    expect(shares(result)).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(result.issueCounts['as-of-unknown']).toBe(1);
  });
});
