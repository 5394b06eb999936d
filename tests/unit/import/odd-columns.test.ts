import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

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
