import type { TextColumn } from '../../book/book.ts';
import { mapValues } from '../../units/records.ts';
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
  const take = <Column extends Float64Array | Uint32Array | Uint16Array>(
    column: Column,
    out: Column,
  ): Column => {
    for (let k = 0; k < rows.length; k += 1) out[k] = column[rows[k] ?? 0] ?? 0;
    return out;
  };
  return mapColumns(book, rows.length, {
    numbers: (column) => take(column, new Float64Array(rows.length)),
    codes: (column) => take(column, new Uint32Array(rows.length)),
    bits: (column) => take(column, new Uint16Array(rows.length)),
  });
}

/** Accounts that stand one after the other, as a book of their own: the same memory. */
export function takeRange(book: FilledBook, from: number, to: number): FilledBook {
  return mapColumns(book, to - from, {
    numbers: (column) => column.subarray(from, to),
    codes: (column) => column.subarray(from, to),
    bits: (column) => column.subarray(from, to),
  });
}

/** The book in memory that threads share: a column that is there already is not copied again. */
export function inSharedMemory(book: FilledBook): FilledBook {
  const share = <Column extends Float64Array | Uint32Array | Uint16Array>(
    column: Column,
    make: (memory: SharedArrayBuffer) => Column,
  ): Column => {
    if (column.buffer instanceof SharedArrayBuffer) return column;
    const copy = make(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  };
  return mapColumns(book, book.count, {
    numbers: (column) => share(column, (memory) => new Float64Array(memory)),
    codes: (column) => share(column, (memory) => new Uint32Array(memory)),
    bits: (column) => share(column, (memory) => new Uint16Array(memory)),
  });
}

/** A book of so many accounts whose every column is made of this one's. */
function mapColumns(
  book: FilledBook,
  count: number,
  on: {
    readonly numbers: (column: Float64Array) => Float64Array;
    readonly codes: (column: Uint32Array) => Uint32Array;
    readonly bits: (column: Uint16Array) => Uint16Array;
  },
): FilledBook {
  const text = ({ codes, values }: TextColumn): TextColumn => ({ codes: on.codes(codes), values });
  return {
    count,
    segment: text(book.segment),
    owners: mapValues(book.owners, text),
    arr: on.numbers(book.arr),
    cycleDays: on.numbers(book.cycleDays),
    renewalShare: on.numbers(book.renewalShare),
    risk: on.numbers(book.risk),
    complexity: on.numbers(book.complexity),
    potential: mapValues(book.potential, on.numbers),
    estimated: on.bits(book.estimated),
  };
}
