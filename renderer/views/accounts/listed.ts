import type { Book, TextColumn } from '../../../shared/book/book.ts';
import { ranksOf } from './ranks.ts';

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

/** What rows are sorted by: a figure, or one of the texts. */
export type SortKey =
  | { readonly kind: 'number'; readonly of: (row: number) => number }
  | {
      readonly kind: 'text';
      readonly texts: readonly string[];
      readonly at: (row: number) => number;
    };

/**
 * The rows 0 to `count`, sorted; equal ones keep their order. Bare numbers are sorted several times as
 * fast as rows are compared: each row is found by its number.
 */
export function sortedRows(count: number, key: SortKey, descending: boolean): Uint32Array {
  return key.kind === 'number'
    ? byFigures(count, key.of, descending)
    : byTexts(count, key, descending);
}

/** Each row takes the first free place among those of its figure. */
function byFigures(
  count: number,
  figureOf: (row: number) => number,
  descending: boolean,
): Uint32Array {
  const keys = new Float64Array(count);
  const sign = descending ? -1 : 1;
  for (let row = 0; row < count; row += 1) {
    const key = sign * figureOf(row);
    // What is not known comes last, either way.
    keys[row] = Number.isNaN(key) ? Infinity : key;
  }
  const sorted = keys.slice().sort();
  const taken = new Uint32Array(count);
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    const first = firstPlace(sorted, keys[row] ?? 0);
    const before = taken[first] ?? 0;
    taken[first] = before + 1;
    rows[first + before] = row;
  }
  return rows;
}

/** Of the first of the ascending numbers that is not below `key`. */
function firstPlace(sorted: Float64Array, key: number): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Ranks are whole, so that one number holds rank and row: exact for tens of millions of rows. */
function byTexts(
  count: number,
  { texts, at }: SortKey & { readonly kind: 'text' },
  descending: boolean,
): Uint32Array {
  const ranks = ranksOf(texts);
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const rank = ranks[at(row)] ?? 0;
    keys[row] = (descending ? texts.length - rank : rank) * count + row;
  }
  keys.sort();
  const rows = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) rows[place] = (keys[place] ?? 0) % count;
  return rows;
}

/**
 * Those of `rows` whose account has every word in its name, its id or the name of an owner, in that
 * segment. Owners are asked once a name, not once an account.
 */
export function matchingRows(
  rows: Uint32Array,
  listed: Listed,
  book: Book,
  search: string,
  segment: string | null,
): Uint32Array {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && segment === null) return rows;
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
  return segment.values[segment.codes[row] ?? 0] ?? '';
}
