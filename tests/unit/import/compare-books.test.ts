import { describe, expect, it } from 'vitest';
import { compareBooks } from '../../../shared/import/compare-books.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

function bookOf(rows: TestCell[][]) {
  const { book } = importBook([fileOf(rows)], {});
  if (book === undefined) throw new Error('no book');
  return book;
}
const HEADERS = ['Account ID', 'Account', 'ARR', 'Account Owner', 'CSM'];

describe('comparing two readings of a book', () => {
  it('lists accounts added and gone, ARR moved and owners changed', () => {
    const before = bookOf([
      HEADERS,
      ['A-1', 'Alder Freight', 1000, 'Seller 1', 'Success 1'],
      ['A-2', 'Birch Foods', 2000, 'Seller 1', 'Success 1'],
      ['A-3', 'Cobalt Air', 3000, 'Seller 2', ''],
    ]);
    const after = bookOf([
      HEADERS,
      ['A-3', 'Cobalt Air', 3000, 'Seller 2', 'Success 2'],
      ['A-1', 'Alder Freight', 1500, 'Seller 1', 'Success 1'],
      ['A-4', 'Dune Bank', 500, 'Seller 3', 'Success 1'],
    ]);
    expect(compareBooks(before, after)).toEqual({
      added: [{ id: 'A-4', name: 'Dune Bank', arr: 500 }],
      gone: [{ id: 'A-2', name: 'Birch Foods', arr: 2000 }],
      arrMoved: [{ id: 'A-1', name: 'Alder Freight', before: 1000, after: 1500 }],
      ownersChanged: [
        { id: 'A-3', name: 'Cobalt Air', role: 'csm', before: '', after: 'Success 2' },
      ],
      arr: { before: 6000, after: 5000 },
    });
  });

  it('goes by name where a book has no ids of its own', () => {
    const before = bookOf([
      ['Account', 'ARR', 'Owner'],
      ['Alder Freight', 1000, 'Seller 1'],
      ['Birch Foods', 2000, 'Seller 1'],
    ]);
    const after = bookOf([
      ['Account', 'ARR', 'Owner'],
      ['Birch Foods', 2000, 'Seller 1'],
      ['alder freight ', 1000, 'Seller 2'],
    ]);
    const changes = compareBooks(before, after);
    expect([changes.added, changes.gone, changes.arrMoved]).toEqual([[], [], []]);
    expect(changes.ownersChanged.map(({ before: was, after: is }) => [was, is])).toEqual([
      ['Seller 1', 'Seller 2'],
    ]);
  });
});
