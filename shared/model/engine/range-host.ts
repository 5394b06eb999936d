import type { Book, TextColumn } from '../../book/book.ts';
import { UPSELLS, type Upsell } from '../../book/motions.ts';
import type { FilledBook } from '../fill-in.ts';
import { KeptFill } from './kept-fill.ts';
import { joined, Range, STRETCH, type Round, type Sums } from './range.ts';
import type { Asking } from './run.ts';
import { rowsOfSegments, takeRows } from './subset.ts';

/** What a worker is told: the book once, then rounds. All of it can be cloned into another thread. */
export type ToRange =
  | { readonly type: 'book'; readonly book: Book }
  | {
      readonly type: 'round';
      readonly round: Round;
      /** Rounds of one task have the same number, and no other task has it. */
      readonly run: number;
      /** Which of so many neighbouring shares of the accounts is this worker's. */
      readonly share: Share;
    };
export interface Share {
  readonly place: number;
  readonly of: number;
}

/** A worker that goes through its share of the accounts. */
export interface RangeWorker {
  readonly run: (message: Extract<ToRange, { type: 'round' }>) => Promise<Sums>;
}

/** Has every round done by workers that hold the same book, and puts their sums together in its order. */
export async function answerByWorkers<T>(
  asking: Asking<T>,
  workers: readonly RangeWorker[],
): Promise<T> {
  let step = asking.next();
  let task: Round['task'] | null = null;
  while (step.done !== true) {
    const round = step.value;
    if (round.task !== task) lastRun += 1;
    task = round.task;
    const run = lastRun;
    const shares = workers.map((worker, place) =>
      worker.run({ type: 'round', round, run, share: { place, of: workers.length } }),
    );
    step = asking.next(joined(await Promise.all(shares)));
  }
  return step.value;
}

let lastRun = 0;

/** The working side, the same in every kind of worker. Returns the sums of a round, null where nothing was asked. */
export function createRangeHost(): (message: ToRange) => Sums | null {
  const fills = new KeptFill();
  let book: Book | null = null;
  let open: { readonly run: number; readonly range: Range } | null = null;

  const rangeOf = ({ task }: Round, share: Share): Range => {
    if (book === null) throw new Error('The book was never sent.');
    const filled = fills.fill(book, task.assumptions);
    if (task.segments !== null) {
      const rows = rowsOfSegments(filled, task.segments);
      const [from, to] = boundsOf(rows.length, share);
      return new Range(task, takeRows(filled, rows.subarray(from, to)), null);
    }
    const [from, to] = boundsOf(filled.count, share);
    return new Range(task, between(filled, from, to), null);
  };

  return (message) => {
    if (message.type === 'book') {
      ({ book } = message);
      return null;
    }
    const { run, round, share } = message;
    if (open?.run !== run) open = { run, range: rangeOf(round, share) };
    return open.range.run(round);
  };
}

/** First and last account of a share, in whole stretches. */
function boundsOf(count: number, { place, of }: Share): readonly [number, number] {
  const stretches = Math.ceil(count / STRETCH);
  const bound = (edge: number) => Math.min(count, Math.floor((stretches * edge) / of) * STRETCH);
  return [bound(place), bound(place + 1)];
}

/** Accounts that stand one after the other, as a book of their own: the same memory. */
function between(book: FilledBook, from: number, to: number): FilledBook {
  const text = ({ codes, values }: TextColumn): TextColumn => ({
    codes: codes.subarray(from, to),
    values,
  });
  return {
    count: to - from,
    segment: text(book.segment),
    owners: Object.fromEntries(
      Object.entries(book.owners).map(([role, column]) => [role, text(column)]),
    ),
    arr: book.arr.subarray(from, to),
    cycleDays: book.cycleDays.subarray(from, to),
    renewalShare: book.renewalShare.subarray(from, to),
    risk: book.risk.subarray(from, to),
    complexity: book.complexity.subarray(from, to),
    potential: Object.fromEntries(
      UPSELLS.map((upsell) => [upsell, book.potential[upsell].subarray(from, to)]),
    ) as Record<Upsell, Float64Array>,
    estimated: book.estimated.subarray(from, to),
  };
}
