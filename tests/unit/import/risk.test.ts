import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ImportResult, Mapping } from '../../../shared/import/types.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const NAMES = ['Alder', 'Birch', 'Cobalt', 'Dune'];
/** Accounts with one more column, and what came of it. */
const withColumn = (header: string, values: readonly TestCell[], mapping?: Mapping) =>
  importBook(
    [
      fileOf([
        ['Account', 'ARR', header],
        ...values.map((value, i): TestCell[] => [NAMES[i] ?? '', 100 + i, value]),
      ]),
    ],
    { mapping },
  );
const risk = ({ book }: ImportResult) => Array.from(book?.risk ?? []);
const health = ({ book }: ImportResult) => Array.from(book?.health ?? []);
const said = ({ issues }: ImportResult, code: string) =>
  issues.filter((issue) => issue.code === code).map(({ message }) => message);

describe('the chance that a renewal comes', () => {
  it.each<readonly [string, readonly TestCell[]]>([
    ['Renewal probability', [0.9, 1, 0.25, 0]],
    ['Renewal Probability (%)', [90, 100, 25, 0]],
    ['Likelihood to renew', ['90%', '100 %', '25%', '0%']],
    ['Verlängerungswahrscheinlichkeit', ['90 %', '100 %', '25 %', '0 %']],
  ])('%s is a risk of what is left', (header, values) => {
    const result = withColumn(header, values);
    expect(risk(result)).toEqual([0.1, 0, 0.75, 1]);
    expect(said(result, 'transform')).toEqual([
      `"${header}" is the chance that the renewal comes: the risk is what is left to 100 %.`,
    ]);
  });

  it('turned round by the user is read as it stands', () => {
    const { mapping } = withColumn('Renewal probability', [0.9, 1, 0.25, 0]);
    const tables = mapping.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.field === 'risk'
          ? { ...column, chosenBy: 'user' as const, transform: 'none' as const }
          : column,
      ),
    }));
    const again = withColumn('Renewal probability', [0.9, 1, 0.25, 0], { ...mapping, tables });
    expect(risk(again)).toEqual([0.9, 1, 0.25, 0]);
  });

  it('of the next renewal counts, in a table of renewals', () => {
    const accounts = fileOf([['Account', 'ARR'], ...NAMES.map((name, i) => [name, 100 + i])]);
    const renewals = fileOf(
      [
        ['Renewal ID', 'Account', 'Renewal date', 'Renewal amount', 'Renewal probability'],
        ['R-1', 'Alder', { date: '2025-06-30' }, 100, 0.2],
        ['R-2', 'Alder', { date: '2027-06-30' }, 100, 0.4],
        ['R-3', 'Alder', { date: '2026-06-30' }, 100, 0.7],
        ['R-4', 'Birch', { date: '2026-03-31' }, 101, 1],
        ['R-5', 'Cobalt', { date: '2026-03-31' }, 102, 0.5],
        ['R-6', 'Dune', { date: '2026-03-31' }, 103, null],
      ],
      'renewals.xlsx',
    );
    const result = importBook([accounts, renewals], { asOf: '2025-12-31' });
    expect(risk(result)).toEqual([0.3, 0, 0.5, NaN]);
  });
});

describe('words of risk', () => {
  it('that are levels are read as a health, the high risk as the low health, word by word', () => {
    const result = withColumn('Churn Risk', ['High', 'Medium', 'low', 'Low']);
    expect(health(result)).toEqual([15, 50, 85, 85]);
    expect(said(result, 'reading')[0]).toContain('"High" 15, "Medium" 50, "low" 85, "Low" 85');
    expect(said(result, 'transform')).toEqual([
      '"Churn Risk" says how high the risk is: a high one is a low health.',
    ]);
  });

  it('that are colours are colours, whatever the column is called', () => {
    expect(health(withColumn('Renewal risk', ['Red', 'Amber', 'Green', 'Green']))).toEqual([
      15, 50, 85, 85,
    ]);
    expect(health(withColumn('Health', ['High', 'Medium', 'at risk', 'Low']))).toEqual([
      85, 50, 15, 15,
    ]);
  });

  it('that say no chance are named and not read', () => {
    const result = withColumn('Renewal forecast', ['Committed', 'Likely', 'At risk', 'Likely']);
    expect(risk(result)).toEqual([NaN, NaN, NaN, NaN]);
    expect(said(result, 'risk-not-read')).toEqual([
      '"Renewal forecast" says in words how a renewal stands ("Committed", "Likely", "At risk"), and no word says what its chance is: it is not read. Give the risk in percent, or choose Health for it if these are colours or levels of health.',
    ]);
  });

  it('and grades, of which nobody knows which way they go, too', () => {
    for (const header of ['Churn risk', 'Renewal probability']) {
      const result = withColumn(header, [1, 2, 5, 4]);
      expect(risk(result).concat(health(result)).every(Number.isNaN)).toBe(true);
      expect(said(result, 'risk-not-read')).toEqual([
        `"${header}" grades up to 5, and nothing says what chance a grade stands for: it is not read. Give it in percent.`,
      ]);
    }
  });

  it('elsewhere are an ordinary column that is not used', () => {
    const result = withColumn('Priority', ['High', 'Low', 'High', 'Low']);
    expect(said(result, 'risk-not-read')).toEqual([]);
    expect(said(result, 'column-not-used')).toEqual(['The column "Priority" is not used.']);
  });
});
