import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { rawTotals } from '../../../shared/import/raw-totals.ts';
import { fileOf } from '../../helpers/grids.ts';

describe('what a sheet adds up to', () => {
  it('sums what stands there, its own total left out, texts as numbers, people once', () => {
    const source = fileOf([
      ['Book of March'],
      ['Account', 'MRR', 'CSM'],
      ['Alder Freight', 100, 'Owner 1'],
      ['Birch Foods', '1,200.50', 'owner 1 '],
      ['Cobalt Air', { error: '#N/A' }, 'Owner 2'],
      ['Total', 1300.5, ''],
    ]);
    const { mapping, statedTotals } = importBook([source], {});
    expect(statedTotals.map(({ row }) => row)).toEqual([6]);
    const [totals] = rawTotals([source], mapping, statedTotals);
    expect(totals).toMatchObject({
      rows: 3,
      sums: [{ header: 'MRR', sum: 1300.5, times: 12 }],
      people: [{ header: 'CSM', people: 2 }],
    });
  });
});
