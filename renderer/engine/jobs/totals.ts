import type { Book, TextColumn } from '../../../shared/book/book.ts';
import { ownersIn } from '../../../shared/book/people.ts';
import { ESTIMATED, countEstimated, fillIn } from '../../../shared/model/fill-in.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import type { BookTotals } from '../jobs.ts';

/** Segments in use after filling in, in the book's order. */
export function segmentsOf(book: Book, assumptions: Assumptions): readonly string[] {
  const { codes, values } = fillIn(book, assumptions).segment;
  const used = new Set(codes);
  return values.filter((_, code) => used.has(code));
}

/** What the status line says of a book. Money assumptions in the book's currency. */
export function totalsOf(book: Book, assumptions: Assumptions): Omit<BookTotals, 'segments'> {
  const estimated = countEstimated(fillIn(book, assumptions));
  const marks = Object.values(estimated).reduce((sum, count) => sum + count, 0);
  const arr = sum(book.arr);
  // Every way of cutting ARR by owner has to come back to the same total.
  const differences = Object.values(book.owners).map((owners) => arrByOwner(book, owners) - arr);
  const largest = differences.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return {
    accounts: book.count,
    arr,
    owners: ownersIn(book),
    estimatedShare: book.count === 0 ? 0 : marks / (book.count * Object.keys(ESTIMATED).length),
    estimated,
    difference: Math.abs(largest) <= 1e-9 * Math.max(1, arr) ? 0 : largest,
  };
}

/** ARR summed owner by owner, the unassigned among them. */
function arrByOwner({ arr }: Book, { codes, values }: TextColumn): number {
  const byOwner = new Float64Array(values.length);
  codes.forEach((code, account) => {
    byOwner[code] = (byOwner[code] ?? 0) + (arr[account] ?? 0);
  });
  return sum(byOwner);
}

function sum(column: Float64Array): number {
  return column.reduce((total, value) => total + value, 0);
}
