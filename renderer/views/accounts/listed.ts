import type { Book, TextColumn } from '../../../shared/book/book.ts';

/** Accounts in a list: columns, one entry an account. Names and owners are in the book itself. */
export interface Listed {
  /** Places in the whole book. */
  readonly accounts: Uint32Array;
  /** After filling in. */
  readonly segment: TextColumn;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What rows are sorted by. */
export type SortKey =
  | { readonly kind: 'number'; readonly of: (row: number) => number }
  | { readonly kind: 'text'; readonly of: (row: number) => string };

/** The rows 0 to `count`, sorted; equal ones keep their order. */
export function sortedRows(count: number, key: SortKey, descending: boolean): readonly number[] {
  const rows = Array.from({ length: count }, (_, row) => row);
  const sign = descending ? -1 : 1;
  if (key.kind === 'number') {
    const keys = Float64Array.from(rows, (row) => sign * key.of(row));
    return rows.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  }
  const keys = rows.map(key.of);
  // A collator of its own: asked of each text, the locale takes most of the time.
  const { compare } = new Intl.Collator();
  return rows.sort((a, b) => sign * compare(keys[a] ?? '', keys[b] ?? ''));
}

/**
 * Those of `rows` whose account has every word in its name, its id or the name of an owner, in that
 * segment. Owners are asked once a name, not once an account.
 */
export function matchingRows(
  rows: readonly number[],
  listed: Listed,
  book: Book,
  search: string,
  segment: string | null,
): readonly number[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const owners = Object.values(book.owners);
  const tests = words.map((word) => {
    const named = owners.map(({ codes, values }) => ({
      codes,
      has: values.map((name) => name.toLowerCase().includes(word)),
    }));
    return (account: number): boolean =>
      (book.name[account] ?? '').toLowerCase().includes(word) ||
      (book.accountId[account] ?? '').toLowerCase().includes(word) ||
      named.some(({ codes, has }) => has[codes[account] ?? 0] === true);
  });
  return rows.filter((row) => {
    if (segment !== null && segmentOf(listed, row) !== segment) return false;
    const account = listed.accounts[row] ?? 0;
    return tests.every((test) => test(account));
  });
}

/** Different segments of the rows, in their order. */
export function segmentsIn({ segment }: Listed): readonly string[] {
  return Array.from(new Set(segment.codes), (code) => segment.values[code] ?? '');
}

export function segmentOf({ segment }: Listed, row: number): string {
  return textOf(segment, row);
}

/** The text of a row of a column; '' where there is none. */
export function textOf({ codes, values }: TextColumn, row: number): string {
  return values[codes[row] ?? 0] ?? '';
}
