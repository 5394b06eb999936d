import { describe, expect, it } from 'vitest';
import { toCanonicalRows } from '../../../shared/import/canonical-rows.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ImportOptions, ImportResult, Mapping } from '../../../shared/import/types.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { ESTIMATED, fillIn } from '../../../shared/model/fill-in.ts';
import { readMapping, writeMapping } from '../../../shared/project/mapping-file.ts';
import { fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

const read = (rows: TestCell[][], more: TestCell[][] = [], options: ImportOptions = {}) =>
  importBook(
    [fileOf(rows, 'accounts.xlsx'), ...(more.length > 0 ? [fileOf(more, 'products.xlsx')] : [])],
    options,
  );
const holdings = ({ mapping }: ImportResult) =>
  (mapping.tables[0]?.columns ?? [])
    .filter(({ field }) => field === 'holding')
    .map(({ product, measure }) => [product, measure]);
const withRule = (result: ImportResult, rule: string, value: string): Mapping => ({
  ...result.mapping,
  rules: { ...result.mapping.rules, [rule]: value },
});
const space = ({ book }: ImportResult) => Array.from(book?.whiteSpace ?? []);

const FLAGS: TestCell[][] = [
  ['Account', 'ARR', 'Has Analytics', 'Module B', 'Mobile', 'Auto-renewal', 'Notes ok'],
  ['Alder', 1000, 'Yes', 'x', 'No', 'Yes', 'Yes'],
  ['Birch', 2000, 'No', null, 'Yes', 'No', 'No'],
  ['Cobalt', 3000, 'Yes', 'x', 'Yes', 'Yes', 'Yes'],
  ['Dune', 0, 'No', null, 'No', 'No', 'Yes'],
];
const PRICES: TestCell[][] = [
  ['Product', 'List price', 'Family'],
  ['Analytics', 500, 'Data'],
  ['module-b', 120, 'Data'],
  ['Mobile', null, 'Apps'],
];

describe('columns of products', () => {
  it('are recognised by what the header says, by the products of the book, and in groups', () => {
    expect(holdings(read(FLAGS, PRICES))).toEqual([
      ['Analytics', 'flag'],
      ['Module B', 'flag'],
      ['Mobile', 'flag'],
    ]);
    const counts: TestCell[][] = [
      ['Account', 'ARR', 'Core licences', 'Mobile licences', 'Employees', 'Tickets'],
      ['Alder', 1000, 10, 0, 500, 3],
      ['Birch', 2000, 20, 5, 600, 2],
    ];
    expect(holdings(read(counts))).toEqual([
      ['Core', 'count'],
      ['Mobile', 'count'],
    ]);
    const grouped = importBook(
      [
        fileOf([
          gridOf(
            [
              ['Account', null, 'Products', null],
              ['Account', 'ARR', 'Core', 'Mobile'],
              ['Alder', 100, 70, 30],
              ['Birch', 200, 200, null],
              ['Cobalt', 50, null, 50],
            ],
            {
              merges: [
                [0, 2, 0, 3],
                [0, 0, 0, 1],
              ],
            },
          ),
        ]),
      ],
      {},
    );
    // They come to the ARR: amounts, although no word says so.
    expect(holdings(grouped)).toEqual([
      ['Core', 'amount'],
      ['Mobile', 'amount'],
    ]);
    expect(grouped.issueCounts['products-disagree']).toBeUndefined();
  });

  it('are recognised side by side where only their values speak for them', () => {
    const rows = FLAGS.map(([account, arr], i): TestCell[] =>
      i === 0
        ? ['Account', 'ARR', 'Analytics', 'Planning', 'Region', 'Lone']
        : [account ?? null, arr ?? null, 'Yes', i % 2 === 0 ? 'x' : null, 'North', 'Yes'],
    );
    expect(holdings(read(rows))).toEqual([
      ['Analytics', 'flag'],
      ['Planning', 'flag'],
    ]);
  });

  it('are no other parts of the ARR, no other yes and no, and no lone column', () => {
    const movement: TestCell[][] = [
      [
        'Account',
        'ARR',
        'New ARR',
        'Expansion ARR',
        'Churned ARR',
        'ARR 2024',
        'Reference customer',
        'NDA signed',
      ],
      ['Alder', 1000, 100, 900, 0, 800, 'Yes', 'No'],
      ['Birch', 2000, 0, 1000, 50, 900, 'No', 'Yes'],
    ];
    expect(holdings(read(movement))).toEqual([]);
    const unrelated: TestCell[][] = [
      ['Account', 'ARR', 'West ARR', 'East ARR', 'Special'],
      ['Alder', 1000, 100, 300, 'Yes'],
      ['Birch', 2000, 50, 1000, 'No'],
    ];
    expect(holdings(read(unrelated))).toEqual([]);
  });

  it('are the ARR where no column states it, as a rule with its effect', () => {
    const rows: TestCell[][] = [
      ['Account', 'CSM', 'Core ARR', 'Analytics ARR', 'Mobile MRR'],
      ['Alder', 'Success 1', 1000, 500, 10],
      ['Birch', 'Success 2', 2000, null, null],
      ['Cobalt', 'Success 1', null, 0, 5],
    ];
    const result = read(rows);
    // 1000 + 500 + 12·10; 2000; 12·5.
    expect(Array.from(result.book?.arr ?? [])).toEqual([1620, 2000, 60]);
    expect(result.issueCounts['arr-by-product']).toBe(1);
    expect(result.rules.find(({ rule }) => rule === 'arrByProduct')).toMatchObject({
      chosen: 'sum',
      options: [{ value: 'sum', effect: 'ARR 3,680' }, { value: 'none' }],
    });
    const none = read(rows, [], { mapping: withRule(result, 'arrByProduct', 'none') });
    expect(none.issues[0]?.code).toBe('no-arr');
    const saved = readMapping(writeMapping(result.mapping));
    if (!saved.ok) throw new Error(saved.error);
    expect(read(rows, [], { mapping: saved.value })).toEqual(result);
  });

  it('that don’t come to the ARR are reported, and either may count', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'Product A ARR', 'Product B ARR'],
      ['Alder', 1000, 600, 400],
      ['Birch', 2000, 2000, null],
      ['Cobalt', 3000, 1000, 500],
    ];
    const result = read(rows);
    expect(result.totals.arr).toBe(6000);
    expect(result.issues.find(({ code }) => code === 'products-disagree')?.message).toBe(
      'What accounts pay for "Product A", "Product B" comes to 4,500, their ARR to 6,000: 1 account differs. The ARR counts unless you choose otherwise.',
    );
    const other = read(rows, [], { mapping: withRule(result, 'arrSource', 'products') });
    expect(other.totals.arr).toBe(4500);
  });

  it('are converted like every other amount', () => {
    const rows: TestCell[][] = [
      ['Account', 'Currency', 'ARR', 'Core ARR', 'Mobile ARR'],
      ['Alder', 'USD', 1000, 600, 400],
      ['Birch', 'USD', 2000, 2000, null],
      ['Cobalt', 'EUR', 300, 100, 200],
    ];
    const plain = read(rows);
    const result = read(rows, [], { mapping: { ...plain.mapping, rates: { EUR: 2 } } });
    expect(result.totals.arr).toBe(3600);
    expect(result.issueCounts['products-disagree']).toBeUndefined();
  });
});

describe('white space', () => {
  const result = read(FLAGS, PRICES);

  it('is the list price of what a paying account lacks; what has no price is named and brings nothing', () => {
    // Alder lacks Mobile (no price); Birch lacks Analytics and Module B; Cobalt nothing; Dune pays nothing.
    expect(result.rules.find(({ rule }) => rule === 'whiteSpace')).toMatchObject({
      chosen: 'on',
      options: [{ value: 'off' }, { value: 'on', effect: '620 on 1 account, estimated' }],
    });
    expect(space(result)).toEqual([0, 620, 0, 0]);
    expect(result.issues.find(({ code }) => code === 'white-space-unpriced')?.text).toBe('Mobile');
    expect(result.issues.find(({ code }) => code === 'holdings')?.message).toContain(
      '"Analytics" (2 of 4 accounts), "Module B" (2 of 4 accounts), "Mobile" (2 of 4 accounts)',
    );
  });

  it('is new-solution potential, marked estimated, and nothing else is', () => {
    if (result.book === undefined) throw new Error('no book');
    const filled = fillIn(result.book, DEFAULTS);
    expect(Array.from(filled.potential.newSolution)).toEqual([0, 620, 0, 0]);
    expect(Array.from(filled.potential.consumption)).toEqual([0, 0, 0, 0]);
    expect((filled.estimated[1] ?? 0) & ESTIMATED['potential.newSolution']).toBeGreaterThan(0);
    expect((filled.estimated[1] ?? 0) & ESTIMATED['potential.consumption']).toBe(0);
    expect(result.totals.potential).toBe(0);
    expect(result.estimated['potential']).toBe(4);
  });

  it('can be left out, stands in the canonical rows, and survives the mapping', () => {
    const off = read(FLAGS, PRICES, { mapping: withRule(result, 'whiteSpace', 'off') });
    expect(off.book?.whiteSpace).toBeUndefined();
    if (result.book === undefined) throw new Error('no book');
    const rows = toCanonicalRows(result.book).map((row) => [...row]);
    expect(rows[0]).toContain('whiteSpace');
    expect(space(importBook([fileOf(rows)], {}))).toEqual(space(result));
    expect(read(FLAGS, PRICES, { mapping: result.mapping })).toEqual(result);
  });

  it('is, without a list price, the median of what holders of the same segment pay', () => {
    const rows: TestCell[][] = [
      ['Account', 'Segment', 'ARR', 'Core ARR', 'Mobile ARR'],
      ['A', 'Small', 100, 90, 10],
      ['B', 'Small', 110, 80, 30],
      ['C', 'Small', 100, 80, 20],
      ['D', 'Small', 100, 100, null],
      ['E', 'Large', 1000, 900, 100],
      ['F', 'Large', 900, 900, 0],
      ['G', 'Huge', 5000, 5000, null],
    ];
    const found = read(rows);
    // D: median of 10, 30, 20; F: 100; nobody of G's segment pays for Mobile.
    expect(space(found)).toEqual([0, 0, 0, 20, 0, 100, 0]);
    expect(found.issues.find(({ code }) => code === 'white-space-unpriced')?.text).toBe('Mobile');
  });

  it('is left out unless asked for where the book states potential or open deals', () => {
    const stated = FLAGS.map((row, i): TestCell[] => [
      ...row,
      i === 0 ? 'Cross-sell potential' : i === 1 ? 40 : null,
    ]);
    const given = read(stated, PRICES);
    expect(given.book?.whiteSpace).toBeUndefined();
    expect(given.rules.find(({ rule }) => rule === 'whiteSpace')?.chosen).toBe('off');
    const on = read(stated, PRICES, { mapping: withRule(given, 'whiteSpace', 'on') });
    if (on.book === undefined) throw new Error('no book');
    const filled = fillIn(on.book, DEFAULTS);
    // What the book states stays; where it states none, the products that the account lacks.
    expect(Array.from(filled.potential.newSolution)).toEqual([40, 620, 0, 0]);
    expect((filled.estimated[0] ?? 0) & ESTIMATED['potential.newSolution']).toBe(0);
  });

  it('is not made up where no price is known', () => {
    const bare = read(FLAGS);
    expect(bare.book?.whiteSpace).toBeUndefined();
    expect(bare.rules.some(({ rule }) => rule === 'whiteSpace')).toBe(false);
    expect(bare.issueCounts['white-space-unpriced']).toBe(1);
  });
});
