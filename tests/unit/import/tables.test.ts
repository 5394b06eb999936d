import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

const HEADERS = ['Account ID', 'Account Name', 'Segment', 'Account Owner', 'CSM', 'ARR'];
const account = (n: number, arr: number): TestCell[] => [
  `A-${String(n)}`,
  `Fictional ${String(n)} Ltd`,
  n % 2 === 0 ? 'Small' : 'Large',
  `Seller ${String(n % 3)}`,
  `Success ${String(n % 2)}`,
  arr,
];
const ROWS = [1, 2, 3, 4, 5, 6].map((n) => account(n, 1000 * n));
const ARR = 21_000;
const codes = (result: ReturnType<typeof importBook>) => result.issueCounts;

describe('finding the table', () => {
  it('skips title rows, blank rows and columns, and notes below and beside', () => {
    const rows: TestCell[][] = [
      ['Book of business'],
      ['as of 30 September 2025', null, null, 'confidential'],
      [],
      [null, ...HEADERS, null, 'Remarks of the team'],
      [],
      ...ROWS.map((row, i): TestCell[] => [null, ...row, null, i === 1 ? 'call first' : null]),
      [],
      [null, 'Source: CRM, exported by hand, without the accounts of the partner channel'],
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.source).toEqual([
      { file: 'book.xlsx', format: 'xlsx', sheet: 'Sheet1', headerRow: 4, rows: 6 },
    ]);
    expect([result.book?.count, result.totals.arr]).toEqual([6, ARR]);
    expect(result.fields['arr']?.column).toBe('G');
    expect(codes(result)['note-row']).toBe(1);
  });

  it('reads two rows of headers with merged groups', () => {
    const rows: TestCell[][] = [
      ['Customer', null, null, 'Team', null, 'Revenue'],
      ['ID', 'Name', 'Segment', 'Account Owner', 'CSM', 'ARR'],
      ...ROWS,
    ];
    const grid = gridOf(rows, {
      merges: [
        [0, 0, 0, 2],
        [0, 3, 0, 4],
      ],
    });
    const result = importBook([fileOf([grid])], {});
    expect(result.mapping.tables[0]).toMatchObject({
      headerRow: 1,
      headerRows: 2,
      role: 'accounts',
    });
    expect([result.book?.count, result.totals.arr]).toEqual([6, ARR]);
    expect(result.book?.accountId[0]).toBe('A-1');
  });

  it('never counts totals and subtotals, and reports one that disagrees with its rows', () => {
    const rows: TestCell[][] = [
      HEADERS,
      ...ROWS.slice(0, 3),
      ['Subtotal North', null, null, null, null, 6000],
      ...ROWS.slice(3),
      ['Zwischensumme', null, null, null, null, 15_000],
      ['Grand total', null, null, null, null, 22_000],
    ];
    const result = importBook([fileOf(rows)], {});
    expect([result.book?.count, result.totals.arr]).toEqual([6, ARR]);
    expect(codes(result)['total-row']).toBe(3);
    const wrong = result.issues.filter(({ code }) => code === 'total-disagrees');
    expect(wrong).toEqual([
      expect.objectContaining({ severity: 'warning', row: 10, column: 'F', text: '22000' }),
    ]);
    expect(result.statedTotals.map(({ stated, computed }) => [stated, computed])).toEqual([
      [6000, 6000],
      [15_000, 15_000],
      [22_000, 21_000],
    ]);
  });

  it('keeps accounts whose names begin like a total', () => {
    const rows = [
      HEADERS,
      ...ROWS,
      ['A-7', 'Total Fictional Energy', 'Large', 'Seller 1', 'Success 1', 500],
    ];
    const result = importBook([fileOf(rows)], {});
    expect([result.book?.count, result.totals.arr]).toEqual([7, ARR + 500]);
    const short = importBook(
      [
        fileOf([
          ['Account', 'ARR'],
          ['Summe Works', 10],
          ['Total Air', 20],
          ['Alder', 30],
          ['North total', 60],
        ]),
      ],
      {},
    );
    expect([short.book?.count, short.totals.arr]).toEqual([3, 60]);
  });

  it('recognises the grand total and the small print of a CRM report', () => {
    const headers = ['Account Name', 'Account Owner', 'CSM', 'Currency', 'ARR', 'Segment'];
    const rows: TestCell[][] = [
      headers,
      ['Alder', 'Seller 1', 'Success 1', 'USD', 100, 'Small'],
      ['Birch', 'Seller 1', 'Success 2', 'USD', 200, 'Small'],
      ['Cobalt', 'Seller 2', 'Success 1', 'USD', 300, 'Large'],
      [],
      ['Grand Totals (3 records)', null, null, 'USD', 600, null],
      ['Confidential Information - Do Not Distribute'],
    ];
    const result = importBook([fileOf(rows)], {});
    expect([result.book?.count, result.totals.arr]).toEqual([3, 600]);
    expect(codes(result)).toMatchObject({ 'total-row': 1, 'note-row': 1 });
  });

  it('recognises a total that nobody labelled', () => {
    const rows = [HEADERS, ...ROWS, [null, null, null, null, null, ARR]];
    const result = importBook([fileOf(rows)], {});
    expect([result.book?.count, result.totals.arr]).toEqual([6, ARR]);
  });

  it('tells several tables on one sheet apart, below and beside each other', () => {
    const rows: TestCell[][] = [
      ['Accounts', ...new Array<null>(7).fill(null), 'People'],
      [...HEADERS, null, null, 'Name', 'Role', 'Quota'],
      ...ROWS.map((row, i): TestCell[] =>
        i < 2 ? [...row, null, null, `Seller ${String(i)}`, 'Account Executive', 900_000] : row,
      ),
      [],
      ['Open deals'],
      ['Opportunity ID', 'Account ID', 'Type', 'Stage', 'Amount', 'Close Date'],
      ['O-1', 'A-1', 'Cross-sell', 'Proposal', 400, { date: '2026-02-01' }],
      ['O-2', 'A-2', 'Upsell', 'Negotiation', 300, { date: '2026-03-01' }],
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.mapping.tables.map(({ role }) => role)).toEqual([
      'accounts',
      'people',
      'opportunities',
    ]);
    expect([result.book?.count, result.totals.arr, result.totals.potential]).toEqual([6, ARR, 700]);
    expect(result.people.map(({ name, accounts }) => [name, accounts])).toEqual([
      ['Seller 0', 2],
      ['Seller 1', 2],
    ]);
  });

  it('leaves repeated headers of printed pages out', () => {
    const rows = [HEADERS, ...ROWS.slice(0, 3), HEADERS, ...ROWS.slice(3)];
    expect(importBook([fileOf(rows)], {}).book?.count).toBe(6);
  });

  it('says that rows and columns are hidden, and leaves hidden sheets out until chosen', () => {
    const seen = gridOf([HEADERS, ...ROWS], {
      name: 'Book',
      hiddenRows: [2, 3],
      hiddenColumns: [4],
    });
    const hidden = gridOf([HEADERS, account(9, 9000)], { name: 'Old', visibility: 'hidden' });
    const files = [fileOf([seen, hidden])];
    const result = importBook(files, {});
    expect([result.book?.count, result.totals.arr]).toEqual([6, ARR]);
    expect(codes(result)).toMatchObject({
      'hidden-rows': 1,
      'hidden-column': 1,
      'table-left-out': 1,
    });
    const tables = result.mapping.tables.map((table) =>
      table.sheet === 'Old'
        ? { ...table, role: 'accounts' as const, chosenBy: 'user' as const }
        : table,
    );
    const both = importBook(files, { mapping: { ...result.mapping, tables } });
    expect([both.book?.count, both.totals.arr]).toEqual([7, ARR + 9000]);
    expect(codes(both)['hidden-sheet']).toBe(1);
  });

  it('names a table of no known shape and leaves it out', () => {
    const dictionary = gridOf(
      [
        ['Table', 'Field', 'Description'],
        ['accounts', 'account', 'name of the company'],
        ['accounts', 'revenue', 'yearly revenue in millions'],
      ],
      { name: 'Dictionary' },
    );
    const result = importBook(
      [fileOf([gridOf([HEADERS, ...ROWS], { name: 'Book' }), dictionary])],
      {},
    );
    expect(result.book?.count).toBe(6);
    expect(result.issues.find(({ code }) => code === 'table-left-out')?.message).toContain(
      'data dictionary',
    );
  });

  it('takes the header row that the user names', () => {
    const rows: TestCell[][] = [
      ['x', 'y'],
      ['Account', 'ARR'],
      ['Alder', 10],
      ['Birch', 20],
    ];
    const first = importBook([fileOf(rows)], {});
    const [table] = first.mapping.tables;
    if (table === undefined) throw new Error('no table');
    const moved = {
      ...table,
      headerRow: 2,
      chosenBy: 'user' as const,
      columns: [],
      fingerprint: '',
    };
    const second = importBook([fileOf(rows)], { mapping: { ...first.mapping, tables: [moved] } });
    expect(second.mapping.tables[0]?.columns.map(({ header }) => header)).toEqual(['Alder', '10']);
  });

  it('ends an empty file in one sentence', () => {
    for (const files of [[], [fileOf([])], [fileOf([['only a title']])]]) {
      const result = importBook(files, {});
      expect(result.book).toBeUndefined();
      expect(result.issues[0]?.severity).toBe('error');
    }
  });
});

describe('a long reading', () => {
  it('tells whoever watches it that it gets on, several times a table', () => {
    let steps = 0;
    importBook([fileOf([HEADERS, ...ROWS])], {}, () => {
      steps += 1;
    });
    expect(steps).toBeGreaterThan(2 * HEADERS.length);
  });
});
