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

/** Places in `rows` whose account has the words in its name, id or owners, in that segment. */
export function matchingRows(
  rows: AccountRows,
  book: Book,
  search: string,
  segment: string | null,
): readonly number[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return Array.from(rows.accounts.keys()).filter((row) => {
    if (segment !== null && segmentOf(rows, row) !== segment) return false;
    if (words.length === 0) return true;
    const account = rows.accounts[row] ?? 0;
    const owners = Object.keys(book.owners).map((role) => ownerOf(book, role, account));
    const text = [book.name[account], book.accountId[account], ...owners].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The places sorted by a column; equal ones keep their order. */
export function sortRows(
  shown: readonly number[],
  rows: AccountRows,
  book: Book,
  { column, descending }: Sort,
): readonly number[] {
  const account = (row: number) => rows.accounts[row] ?? 0;
  const numbers: Readonly<Record<string, (row: number) => number>> = {
    arr: (row) => book.arr[account(row)] ?? 0,
    cycle: (row) => rows.cycleDays[row] ?? 0,
    figure: (row) => rows.figure.values[row] ?? 0,
  };
  const number = numbers[column];
  const sign = descending ? -1 : 1;
  if (number !== undefined) return shown.toSorted((a, b) => sign * (number(a) - number(b)));
  const text = (row: number) =>
    column === 'segment' ? segmentOf(rows, row) : (book.name[account(row)] ?? '');
  return shown.toSorted((a, b) => sign * text(a).localeCompare(text(b)));
}

export function segmentOf({ segment }: AccountRows, row: number): string {
  return segment.values[segment.codes[row] ?? 0] ?? '';
}

/** The owner's name in a role; '' where there is none. */
export function ownerOf({ owners }: Book, role: string, account: number): string {
  const column = owners[role];
  return column?.values[column.codes[account] ?? 0] ?? '';
}
