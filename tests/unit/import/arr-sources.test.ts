import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { csvOf } from '../../helpers/grids.ts';

const read = async (lines: readonly string[], rules: Readonly<Record<string, string>> = {}) => {
  const file = await csvOf(lines.join('\n'));
  const plain = importBook([file], { asOf: '2026-10-31' });
  if (Object.keys(rules).length === 0) return plain;
  return importBook([file], { asOf: '2026-10-31', mapping: { ...plain.mapping, rules } });
};
type Result = Awaited<ReturnType<typeof read>>;
const arrOf = (result: Result) => Array.from(result.book?.arr ?? []);
const said = (result: Result, code: string) =>
  result.issues.find((issue) => issue.code === code)?.message ?? '';

describe('recurring revenue that no column is called', () => {
  const byMonth = ['Customer,CSM,Aug-26,Oct-26,Sep-26', 'Alder,C 1,9,10,8', 'Birch,C 2,1,20,3'];

  it('is the latest of the columns by month, × 12, and said', async () => {
    const result = await read(byMonth);
    expect(arrOf(result)).toEqual([120, 240]);
    expect(said(result, 'arr-from-period')).toMatch(/the latest .*"Oct-26", is taken for it, × 12/);
  });

  it('is the latest of the columns by year', async () => {
    const result = await read(['Customer,CSM,2025,2026', 'Alder,C 1,9,10', 'Birch,C 2,1,20']);
    expect(arrOf(result)).toEqual([10, 20]);
    expect(said(result, 'arr-from-period')).toMatch(/"2026", is taken for it\. Choose/);
  });

  it('gives way to a column that is called ARR', async () => {
    const result = await read(byMonth.map((line, at) => `${line},${at === 0 ? 'ARR' : '7'}`));
    expect(arrOf(result)).toEqual([7, 7]);
    expect(said(result, 'arr-from-period')).toBe('');
  });

  it('is a contract’s whole value over its term, in the unit that the header or the terms say', async () => {
    const months = await read(['Customer,TCV,Term (months)', 'Alder,360,36', 'Birch,100,12']);
    expect(arrOf(months)).toEqual([120, 100]);
    expect(said(months, 'arr-from-contracts')).toMatch(/"TCV" over .* read in months/);
    expect(arrOf(await read(['Customer,TCV,Contract term', 'Alder,360,3', 'Birch,9,1']))).toEqual([
      ...[120, 9],
    ]);
    const unknown = await read(['Customer,TCV,CSM', 'Alder,360,C 1', 'Birch,100,C 2']);
    expect(unknown.book).toBeUndefined();
  });
});

describe('what a subscription’s amount is for', () => {
  const rows = [
    'Subscription ID,Customer,Amount,Interval,Status',
    'S1,Alder,10,month,active',
    'S2,Alder,30,quarter,active',
    'S3,Birch,100,year,active',
    'S4,Birch,100,,active',
  ];

  it('is said by its interval, row by row', async () => {
    const result = await read(rows);
    expect(arrOf(result)).toEqual([240, 200]);
    expect(said(result, 'amount-period')).toMatch(/Read as: The period of "Interval" in its row/);
  });

  it('without one is asked: a year until the user says otherwise', async () => {
    const plain = rows.map((line) => line.replace(/,[a-z]*(?=,active)|,Interval/, ''));
    const year = await read(plain);
    expect(arrOf(year)).toEqual([40, 200]);
    expect(said(year, 'amount-period')).toMatch(/does not say what period .*Read as: A year/);
    expect(arrOf(await read(plain, { amountPeriod: 'month' }))).toEqual([480, 2400]);
  });

  it('is no question where the column says it: billed monthly, an ARR stays a year’s', async () => {
    const result = await read(rows.map((line) => line.replace('Amount', 'ARR')));
    expect(arrOf(result)).toEqual([40, 200]);
    expect(result.issueCounts['amount-period']).toBeUndefined();
  });
});

describe('what speaks for a column', () => {
  it('errors and placeholders do not speak against one that is called ARR', async () => {
    const values = ['100', '200', '#N/A', '#N/A', 'TBD', 'n/a', '#REF!'];
    const result = await read(['Account,ARR', ...values.map((v, at) => `Firm ${String(at)},${v}`)]);
    expect(result.totals.arr).toBe(300);
    expect(result.issueCounts['error-cell']).toBe(3);
  });

  it('a lone owner without a role is taken for the account executive, and said', async () => {
    const alone = await read(['Account,ARR,Owner', 'Alder,1,P 1', 'Birch,2,P 2']);
    expect(said(alone, 'owner-role')).toMatch(/"Owner" does not say what role/);
    const beside = await read([
      'Account,ARR,Account Owner,CSM',
      'Alder,1,P 1,C 1',
      'Birch,2,P 2,C 2',
    ]);
    expect(beside.issueCounts['owner-role']).toBeUndefined();
  });
});
