import { describe, expect, it } from 'vitest';
import { stackedTable, tableAsText } from '../../../../renderer/charts/chart-table.ts';
import type { StackedSeries, Unit } from '../../../../renderer/charts/series.ts';

const usd: Unit = {
  title: 'USD a year',
  exact: (v) => `$${String(v)}`,
  compact: (v) => `$${String(v)}`,
  alike: () => (v) => `$${String(v)}`,
};
const plain = { strength: 0.2, texture: 'plain' } as const;
const series: StackedSeries = {
  unit: usd,
  parts: [
    { key: 'people', label: 'People', look: plain },
    { key: 'commission', label: 'Commission', look: plain },
  ],
  models: [
    {
      id: 'split',
      label: 'Split',
      letter: 'S',
      tone: 1,
      today: true,
      reference: false,
      pending: false,
    },
    {
      id: 'bestFit',
      label: 'Best fit',
      letter: 'F',
      tone: 3,
      today: false,
      reference: true,
      pending: false,
    },
  ],
  cells: [
    [
      { value: 100.25, estimated: false },
      { value: 50, estimated: true },
    ],
    [
      { value: 80, estimated: false },
      { value: null, estimated: false, reason: 'nobody leads' },
    ],
  ],
  totalLabel: 'Run cost',
};

describe('the table behind stacked bars', () => {
  const table = stackedTable(series, 'Component');
  it('has models as columns, saying which is today and which a reference', () => {
    expect(table.columns.map((column) => column.label)).toEqual([
      'S Split (today)',
      'F Best fit (reference)',
    ]);
  });
  it('ends with the sums of its columns, estimated where a part is', () => {
    expect(table.rows.at(-1)).toMatchObject({
      label: 'Run cost',
      total: true,
      cells: [
        { value: 150.25, estimated: true },
        { value: 80, estimated: false },
      ],
    });
  });
});

describe('copied data', () => {
  it('carries full precision, the unit of every row, and nothing where nothing is defined', () => {
    expect(tableAsText(stackedTable(series, 'Component'), 'Cost').split('\n')).toEqual([
      'Cost',
      'Component\tUnit\tS Split (today)\tF Best fit (reference)',
      'People\tUSD a year\t100.25\t80',
      'Commission\tUSD a year\t50\t',
      'Run cost\tUSD a year\t150.25\t80',
    ]);
  });
  it('never makes a formula or a new cell of a label from the book', () => {
    const parts = [
      { key: 'x', label: '=HYPERLINK("x")\tB', look: plain },
      { key: 'y', label: '-5', look: plain },
    ];
    const lines = tableAsText(stackedTable({ ...series, parts }, 'Component'), 'Cost').split('\n');
    expect(lines[2]?.split('\t')[0]).toBe(`'=HYPERLINK("x") B`);
    expect(lines[3]?.split('\t')[0]).toBe('-5');
  });
});
