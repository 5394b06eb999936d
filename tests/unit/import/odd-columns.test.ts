import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

describe('an owner without a role', () => {
  const rows: TestCell[][] = [
    ['Account', 'ARR', 'Owner'],
    ['Alder', 10, 'P 1'],
    ['Birch', 20, 'P 2'],
  ];
  it('is offered as the account executive first, then as the others', () => {
    const result = importBook([fileOf(rows)], {});
    expect(result.issueCounts['owner-role']).toBe(1);
    const column = result.mapping.tables[0]?.columns[2];
    expect(column?.field).toBe('owner.ae');
    expect(column?.candidates.map(({ field }) => field)).toEqual([
      'owner.ae',
      'owner.am',
      'owner.csm',
    ]);
    const beside = rows.map((row, i): TestCell[] => [...row, i === 0 ? 'CSM' : 'S 1']);
    expect(importBook([fileOf(beside)], {}).issueCounts['owner-role']).toBeUndefined();
  });
});

describe('a table of scores by month', () => {
  it('is a history of health where it holds nothing else: the latest counts', () => {
    const accounts = fileOf(
      [
        ['account_id', 'account_name', 'arr'],
        ['A1', 'Alder', 10],
        ['A2', 'Birch', 20],
      ],
      'a.xlsx',
    );
    const scores = fileOf(
      [
        ['account_id', 'score', 'month'],
        ['A1', 45, '2026-01-01'],
        ['A1', 70, '2026-03-01'],
        ['A1', 50, '2026-02-01'],
        ['A2', 90, '2026-01-01'],
      ],
      'h.xlsx',
    );
    const result = importBook([accounts, scores], {});
    expect(Array.from(result.book?.health ?? [])).toEqual([70, 90]);
  });
});

describe('accounts without a name', () => {
  it('are said once, with their rows; their ids stand in', () => {
    const rows: TestCell[][] = [
      ['Account ID', 'Account', 'ARR'],
      ...Array.from({ length: 12 }, (_, i): TestCell[] => [
        `A-${String(i)}`,
        i < 10 ? null : 'Alder',
        10,
      ]),
    ];
    const result = importBook([fileOf(rows)], {});
    const said = result.issues.filter(({ code }) => code === 'no-name');
    expect(said.map(({ message }) => message)).toEqual([
      '10 accounts have no name (rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11): their ids stand in.',
    ]);
    expect(result.book?.name[0]).toBe('A-0');
  });
});

describe('money in thousands', () => {
  it.each(['ARR [k€]', 'ARR (k€)', 'ARR TEUR', 'ARR kEUR', 'ARR in Tsd. €', 'ARR/k€'])(
    'is read by what the header says: %s',
    (header) => {
      const rows: TestCell[][] = [
        ['Account', 'CSM', header],
        ['Alder', 'S 1', 100],
        ['Birch', 'S 1', 200.5],
      ];
      const { totals, book, issueCounts } = importBook([fileOf(rows)], {});
      expect([totals.arr, book?.currency, issueCounts['reading']]).toEqual([300_500, 'EUR', 1]);
    },
  );
});

describe('accounts with a status', () => {
  it('are accounts although prospects and trials are stages of a deal too', () => {
    const result = importBook(
      [
        fileOf([
          ['Account', 'CSM', 'ARR', 'Status'],
          ['Alder', 'S 1', 10, 'Customer'],
          ['Birch', 'S 1', 20, 'Churned'],
          ['Cobalt', 'S 2', 0, 'Prospect'],
          ['Dune', 'S 2', 30, 'Trial'],
        ]),
      ],
      {},
    );
    expect(result.mapping.tables[0]?.role).toBe('accounts');
    expect(result.totals.arr).toBe(10);
    expect(result.notPaying.map(({ id }) => id)).toEqual(['row-2', 'row-3', 'row-4']);
    expect(result.rules.find(({ rule }) => rule === 'accountStatus')?.options[1]?.effect).toBe(
      'ARR 60',
    );
  });
});

describe('what stands for a health', () => {
  it('may be a coloured sign', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'Health'],
      ...['🟢', '🟡', '🔴', 'Green'].map((sign, i): TestCell[] => [`A ${String(i)}`, 1, sign]),
    ];
    expect(Array.from(importBook([fileOf(rows)], {}).book?.health ?? [])).toEqual([85, 50, 15, 85]);
  });
});

describe('the total of a contract', () => {
  it('without a term is no ARR: the sentence says what is missing', () => {
    const result = importBook(
      [
        fileOf([
          ['Customer', 'TCV', 'CSM'],
          ['Alder', 3000, 'S 1'],
          ['Birch', 600, 'S 2'],
        ]),
      ],
      {},
    );
    expect(result.book).toBeUndefined();
    expect(result.issues[0]?.message).toContain(
      '"TCV" is for the whole term of a contract: add a column of the term',
    );
  });
});

describe('the same accounts on a second sheet of the same columns', () => {
  const year = (name: string, arr: number): ReturnType<typeof gridOf> =>
    gridOf(
      [
        ['Account', 'ARR', 'CSM'],
        ['Alder', arr, 'S 1'],
        ['Birch', arr, 'S 2'],
        ...(name === '2024' ? [['Cobalt', arr, 'S 2']] : []),
      ],
      { name },
    );

  it('are the book at another time: the later one counts, said, and can be added all the same', () => {
    const file = fileOf([year('2024', 10), year('2025', 30)]);
    const result = importBook([file], {});
    expect([result.book?.count, result.totals.arr]).toEqual([2, 60]);
    expect(result.issueCounts['table-repeated']).toBe(1);
    const [rule] = result.rules;
    expect(rule?.chosen).toBe('leaveOut');
    const mapping = { ...result.mapping, rules: { [rule?.rule ?? '']: 'append' } };
    expect(importBook([file], { mapping }).totals.arr).toBe(90);
  });

  it('are further accounts where they are others', () => {
    const south = gridOf(
      [
        ['Account', 'ARR', 'CSM'],
        ['Dune', 5, 'S 1'],
        ['Ember', 5, 'S 1'],
      ],
      { name: 'South' },
    );
    expect(importBook([fileOf([year('North', 10), south])], {}).totals.arr).toBe(30);
  });
});

describe('a header that names a currency', () => {
  it('says what its figures are in, whatever the currency of the row', () => {
    const rows: TestCell[][] = [
      ['Account', 'Currency', 'ARR (USD)', 'CSM'],
      ['Alder', 'EUR', 110, 'S 1'],
      ['Birch', 'USD', 200, 'S 1'],
    ];
    const result = importBook([fileOf(rows)], {});
    expect([result.totals.arr, result.book?.currency]).toEqual([310, 'USD']);
  });
});
