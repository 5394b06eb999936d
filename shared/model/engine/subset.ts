import { UPSELLS, type Upsell } from '../../book/motions.ts';
import type { TextColumn } from '../../book/book.ts';
import type { FilledBook } from '../fill-in.ts';

/** The accounts of some segments as a book of their own, in the book's order. `segments`: codes of the segment column. */
export function takeSegments(book: FilledBook, segments: ReadonlySet<number>): FilledBook {
  return takeRows(book, rowsOfSegments(book, segments));
}

/** The accounts of some segments, ascending. */
export function rowsOfSegments(book: FilledBook, segments: ReadonlySet<number>): Uint32Array {
  const rows = new Uint32Array(book.count);
  let count = 0;
  book.segment.codes.forEach((code, i) => {
    if (!segments.has(code)) return;
    rows[count] = i;
    count += 1;
  });
  return rows.subarray(0, count);
}

/** The given accounts as a book of their own. */
export function takeRows(book: FilledBook, rows: Uint32Array): FilledBook {
  const numbers = (column: Float64Array) => {
    const out = new Float64Array(rows.length);
    for (let k = 0; k < rows.length; k += 1) out[k] = column[rows[k] ?? 0] ?? 0;
    return out;
  };
  const text = ({ codes, values }: TextColumn): TextColumn => {
    const out = new Uint32Array(rows.length);
    for (let k = 0; k < rows.length; k += 1) out[k] = codes[rows[k] ?? 0] ?? 0;
    return { codes: out, values };
  };
  const estimated = new Uint16Array(rows.length);
  for (let k = 0; k < rows.length; k += 1) estimated[k] = book.estimated[rows[k] ?? 0] ?? 0;
  return {
    count: rows.length,
    segment: text(book.segment),
    owners: Object.fromEntries(
      Object.entries(book.owners).map(([role, column]) => [role, text(column)]),
    ),
    arr: numbers(book.arr),
    cycleDays: numbers(book.cycleDays),
    renewalShare: numbers(book.renewalShare),
    risk: numbers(book.risk),
    complexity: numbers(book.complexity),
    potential: Object.fromEntries(
      UPSELLS.map((upsell) => [upsell, numbers(book.potential[upsell])]),
    ) as Record<Upsell, Float64Array>,
    estimated,
  };
}
