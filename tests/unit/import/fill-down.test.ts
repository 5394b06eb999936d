import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

const read = (rows: TestCell[][], merges: [number, number, number, number][] = []) =>
  importBook([fileOf([gridOf(rows, { merges })])], {});

describe('cells that stand for several rows', () => {
  it('take a merged account and its owner into every row, and count a merged figure once', () => {
    const result = read(
      [
        ['Account', 'Product', 'ARR', 'CSM'],
        ['Alder Ltd', 'Core', 100, 'Success 1'],
        [null, 'Add-on', 20, null],
        ['Birch Ltd', 'Core', 70, 'Success 2'],
        [null, 'Add-on', null, null],
      ],
      [
        [1, 0, 2, 0],
        [1, 3, 2, 3],
        [3, 0, 4, 0],
        [3, 2, 4, 2],
      ],
    );
    expect(result.book?.name).toEqual(['Alder Ltd', 'Birch Ltd']);
    expect(Array.from(result.book?.arr ?? [])).toEqual([120, 70]);
    const said = result.issues.filter(({ code }) => code === 'filled-down');
    expect(said.map(({ column, text }) => [column, text])).toEqual([
      ['A', 'Account'],
      ['D', 'CSM'],
    ]);
  });

  it('take the group that a report names once, where its column is a group’s', () => {
    const result = read([
      ['Region', 'Account', 'ARR'],
      ['North', 'Alder Ltd', 1],
      [null, 'Birch Ltd', 2],
      [null, 'Cobalt Ltd', 3],
      ['South', 'Dune Ltd', 4],
      [null, 'Elm Ltd', 5],
    ]);
    const { codes, values } = result.book?.region ?? { codes: [], values: [] };
    expect(Array.from(codes, (code) => values[code])).toEqual([
      ...['North', 'North', 'North'],
      ...['South', 'South'],
    ]);
  });

  it('leave blanks alone where nothing proves a group: ids, remarks, values that repeat', () => {
    const ids = read([
      ['Account ID', 'Account', 'ARR'],
      ['A-1', 'Alder Ltd', 1],
      [null, 'Birch Ltd', 2],
      [null, 'Cobalt Ltd', 3],
      ['A-2', 'Dune Ltd', 4],
      [null, 'Elm Ltd', 5],
    ]);
    expect([ids.book?.count, ids.totals.arr]).toEqual([5, 15]);
    const repeated = read([
      ['Region', 'Account', 'ARR'],
      ['North', 'Alder Ltd', 1],
      [null, 'Birch Ltd', 2],
      [null, 'Cobalt Ltd', 3],
      ['North', 'Dune Ltd', 4],
      [null, 'Elm Ltd', 5],
    ]);
    for (const result of [ids, repeated]) expect(result.issueCounts['filled-down']).toBeUndefined();
  });
});

describe('rows that are about others', () => {
  const rows: TestCell[][] = [
    ['Account', 'ARR', 'CSM'],
    ['Alder Ltd', 100, 'Success 1'],
    ['Birch Ltd', 200, 'Success 1'],
    ['Cobalt Ltd', 600, 'Success 2'],
  ];

  it('averages, counts and the like are no accounts, and no totals', () => {
    const result = read([
      ...rows,
      ['Average', 300],
      ['Anzahl', 3],
      ['Median', 200],
      ['Total', 900],
    ]);
    expect([result.book?.count, result.totals.arr]).toEqual([3, 900]);
    expect(result.issueCounts).toMatchObject({ 'aggregate-row': 3, 'total-row': 1 });
    expect(result.issueCounts['total-disagrees']).toBeUndefined();
  });

  it('an account may be called Max: without other columns the figure decides', () => {
    const narrow = rows.map((row) => row.slice(0, 2));
    const account = read([...narrow, ['Max', 50]]);
    expect([account.book?.count, account.totals.arr]).toEqual([4, 950]);
    const aggregate = read([...narrow, ['Max', 600]]);
    expect([aggregate.book?.count, aggregate.totals.arr]).toEqual([3, 900]);
  });
});

describe('a sheet that can’t be used says what to do', () => {
  const sentence = (result: ReturnType<typeof importBook>) =>
    result.issues.find(({ severity }) => severity === 'error')?.message ?? '';

  it('no names of columns', () => {
    const result = read([1, 2, 3, 4].map((n) => [n, `Fictional ${String(n)} Ltd`, 100 * n]));
    expect(sentence(result)).toMatch(/no row of headers was found\. Put the names of the columns/);
  });

  it('a table on its side', () => {
    const result = read([
      ['Account', 'Alder Ltd', 'Birch Ltd', 'Cobalt Ltd'],
      ['ARR', 1, 2, 3],
      ['CSM', 'Success 1', 'Success 2', 'Success 1'],
    ]);
    expect(sentence(result)).toMatch(/seems to lie on its side.*transposed/);
  });

  it('names of columns and nothing below', () => {
    expect(sentence(read([['Account', 'ARR', 'CSM']]))).toContain('Account, ARR, CSM (no rows)');
  });
});
