import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { readMapping, writeMapping } from '../../../shared/project/mapping-file.ts';
import { fileOf, sheetFileAt, type TestCell } from '../../helpers/grids.ts';
import { withColumn } from '../../helpers/mappings.ts';

const ROWS: TestCell[][] = [
  ['Account ID', 'Account Name', 'Owner', 'Success contact', 'ARR', 'ARR last year', 'Phase'],
  ['A-1', 'Alder', 'Seller 1', 'Success 1', 100, 90, 'x'],
  ['A-2', 'Birch', 'Seller 2', 'Success 2', 200, 190, 'y'],
  ['A-3', 'Cobalt', 'Seller 1', 'Success 1', 300, 290, 'x'],
];
const file = fileOf(ROWS);

describe('a mapping', () => {
  it('gives the same reading when it is given back, and survives its file', async () => {
    for (const name of ['accounts', 'subscriptions', 'opportunities']) {
      const path = new URL(`../../fixtures/books/three-files/${name}.csv`, import.meta.url);
      const files = [await sheetFileAt(path)];
      const first = importBook(files, {});
      const saved = readMapping(writeMapping(first.mapping));
      if (!saved.ok) throw new Error(saved.error);
      expect(importBook(files, { mapping: saved.value })).toEqual(first);
    }
  });

  it('is followed where the user gives a column another meaning', () => {
    const first = importBook([file], {});
    expect(first.totals.arr).toBe(600);
    const moved = withColumn(first.mapping, 'ARR last year', { field: 'arr' });
    const second = importBook([file], { mapping: moved });
    expect(second.totals.arr).toBe(570);
    const fields = second.mapping.tables[0]?.columns.map(({ header, field }) => [header, field]);
    expect(fields).toContainEqual(['ARR last year', 'arr']);
    expect(fields).toContainEqual(['ARR', null]);
    const named = withColumn(first.mapping, 'Success contact', { field: 'owner.csm' });
    expect(importBook([file], { mapping: named }).book?.owners['csm']?.values).toEqual([
      '',
      'Success 1',
      'Success 2',
    ]);
    const none = withColumn(first.mapping, 'Owner', { field: null });
    expect(importBook([file], { mapping: none }).book?.owners['ae']?.values).toEqual(['']);
    const monthly = withColumn(first.mapping, 'ARR', { transform: 'times12' });
    expect(importBook([file], { mapping: monthly }).totals.arr).toBe(7200);
  });

  it('finds the columns of next month’s file, renamed, moved and with more of them', () => {
    const chosen = withColumn(importBook([file], {}).mapping, 'Success contact', {
      field: 'owner.csm',
    });
    const order = [4, 3, 6, 0, 2, 1];
    const next = fileOf(
      ROWS.map((row, i): TestCell[] => [
        i === 0 ? 'New column' : i,
        ...order.map((column) => row[column] ?? null),
      ]),
      'book-october.xlsx',
    );
    const result = importBook([next], { mapping: chosen });
    expect(result.book?.owners['csm']?.values).toEqual(['', 'Success 1', 'Success 2']);
    expect(result.totals.arr).toBe(600);
    expect(result.fields['csm']).toMatchObject({ column: 'C', confidence: 1 });
    const fingerprint = (rows: TestCell[][]) =>
      importBook([fileOf(rows)], {}).mapping.tables[0]?.fingerprint;
    expect(fingerprint(ROWS.map((row) => [...row].reverse()))).toBe(fingerprint(ROWS));
    expect(fingerprint(ROWS.map((row) => row.slice(1)))).not.toBe(fingerprint(ROWS));
  });

  it('is followed where the user gives a table another role, or leaves it out', async () => {
    const names = ['accounts', 'subscriptions', 'opportunities'];
    const files = await Promise.all(
      names.map((name) =>
        sheetFileAt(new URL(`../../fixtures/books/three-files/${name}.csv`, import.meta.url)),
      ),
    );
    const first = importBook(files, {});
    const tables = first.mapping.tables.map((table) =>
      table.role === 'opportunities'
        ? { ...table, role: 'ignored' as const, chosenBy: 'user' as const }
        : table,
    );
    const second = importBook(files, { mapping: { ...first.mapping, tables } });
    expect(second.book?.openDeals).toBeUndefined();
    expect(second.totals.arr).toBe(first.totals.arr);
    const back = second.mapping.tables.map((table) =>
      table.role === 'ignored' ? { ...table, role: 'opportunities' as const } : table,
    );
    const third = importBook(files, { mapping: { ...second.mapping, tables: back } });
    expect(third.totals.potential).toBe(first.totals.potential);
  });

  it('says what a word of a column is taken for, and is followed where the user says otherwise', () => {
    const rows: TestCell[][] = [
      ['Deal', 'Account', 'Stage', 'Deal Type', 'Amount', 'Close Date', 'Owner'],
      ['d1', 'Alder', 'Closed Won', 'Blue', 100, { date: '2025-05-01' }, 'S 1'],
      ['d2', 'Alder', 'Proposal', 'Blue', 30, { date: '2026-05-01' }, 'S 1'],
      ['d3', 'Alder', 'Proposal', 'Cross-sell', 7, { date: '2026-05-01' }, 'S 1'],
    ];
    const first = importBook([fileOf(rows)], {});
    const stage = first.mapping.tables[0]?.columns[2];
    expect(stage?.values).toEqual([
      { text: 'Proposal', meaning: 'open', rows: 2 },
      { text: 'Closed Won', meaning: 'won', rows: 1 },
    ]);
    const values = [{ text: 'Blue', meaning: 'consumption', rows: 2 }];
    const mapping = withColumn(first.mapping, 'Deal Type', { field: 'type', values });
    const { book } = importBook([fileOf(rows)], { mapping });
    expect(book?.openDeals?.byUpsell.consumption[0]).toBe(30);
    expect(book?.openDeals?.byUpsell.newSolution[0]).toBe(7);
  });

  it('chooses the potential rule; each shows its effect', async () => {
    const names = ['accounts', 'subscriptions', 'opportunities'];
    const files = await Promise.all(
      names.map((name) =>
        sheetFileAt(new URL(`../../fixtures/books/three-files/${name}.csv`, import.meta.url)),
      ),
    );
    const first = importBook(files, {});
    const rule = first.rules.find((one) => one.rule === 'potential');
    expect(rule?.options.map(({ value }) => value)).toEqual([
      'larger',
      'deals',
      'dealsElseEstimate',
    ]);
    expect(rule?.options[0]?.effect).toContain('518,500');
    const byRule = importBook(files, {
      mapping: { ...first.mapping, rules: { potential: 'deals' } },
    });
    expect([byRule.book?.openDeals?.rule, byRule.mapping.potentialRule]).toEqual([
      'deals',
      'deals',
    ]);
    const byField = importBook(files, {
      mapping: { ...first.mapping, potentialRule: 'dealsElseEstimate' },
    });
    expect(byField.book?.openDeals?.rule).toBe('dealsElseEstimate');
  });
});
