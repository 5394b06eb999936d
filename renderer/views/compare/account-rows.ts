import type { Book } from '../../../shared/book/book.ts';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { MOTION_NAMES } from '../../../shared/model/names.ts';
import type { AccountRows } from '../../engine/jobs.ts';
import type { Focus } from '../../store/state.ts';
import { bandLabel } from './breakdown-rows.ts';
import type { Subject } from './subject.ts';

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What the list holds: "Split: Paid twice", "All-CSM: Run rate, 30 to 90 days". */
export function listTitle(subject: Subject, { model, metric, part }: Focus): string {
  const name = subject.models.find(({ id }) => id === model)?.label ?? model;
  const figure = subject.metrics.get(metric)?.label ?? metric;
  return `${name}: ${figure}${part === undefined ? '' : `, ${partLabel(part)}`}`;
}

/** A row of a breakdown in words. */
export function partLabel({ by, key }: NonNullable<Focus['part']>): string {
  if (by === 'band') return bandLabel(Number(key));
  const motion = MOTIONS.find((each) => each === key);
  return motion === undefined ? key : MOTION_NAMES[motion];
}

/**
 * Those of `places` in `rows` whose account has every word in its name, its id or the name of an
 * owner, in that segment. Owners are asked once a name, not once an account.
 */
export function matchingRows(
  places: readonly number[],
  rows: AccountRows,
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
  return places.filter((row) => {
    if (segment !== null && segmentOf(rows, row) !== segment) return false;
    const account = rows.accounts[row] ?? 0;
    return tests.every((test) => test(account));
  });
}

/** All places in `rows`, sorted by a column; equal ones keep their order. */
export function sortedRows(
  rows: AccountRows,
  book: Book,
  { column, descending }: Sort,
): readonly number[] {
  const places = Array.from(rows.accounts.keys());
  const account = (row: number) => rows.accounts[row] ?? 0;
  const sign = descending ? -1 : 1;
  const numbers: Readonly<Record<string, (row: number) => number>> = {
    arr: (row) => book.arr[account(row)] ?? 0,
    cycle: (row) => rows.cycleDays[row] ?? 0,
    figure: (row) => rows.figure.values[row] ?? 0,
  };
  const number = numbers[column];
  if (number !== undefined) {
    const keys = Float64Array.from(places, (row) => sign * number(row));
    return places.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  }
  const text = (row: number) =>
    column === 'segment' ? segmentOf(rows, row) : (book.name[account(row)] ?? '');
  // A collator of its own: asked of each text, the locale takes most of the time.
  const { compare } = new Intl.Collator();
  return places.sort((a, b) => sign * compare(text(a), text(b)));
}

export function segmentOf({ segment }: AccountRows, row: number): string {
  return segment.values[segment.codes[row] ?? 0] ?? '';
}

/** The owner's name in a role; '' where there is none. */
export function ownerOf({ owners }: Book, role: string, account: number): string {
  const column = owners[role];
  return column?.values[column.codes[account] ?? 0] ?? '';
}
