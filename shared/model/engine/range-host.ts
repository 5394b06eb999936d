import { heed, Stopped, type Stop } from '../../units/stop.ts';
import type { FilledBook } from '../fill-in.ts';
import { Range, type Round } from './range.ts';
import type { Asking } from './run.ts';
import { joined, STRETCH, type Sums } from './sums.ts';
import { rowsOfSegments, takeRange, takeRows } from './subset.ts';

/** What a worker is told: the filled-in book, then rounds. All of it can be cloned into another thread. */
export type ToRange =
  | { readonly type: 'book'; readonly book: FilledBook }
  | {
      readonly type: 'round';
      readonly round: Round;
      /** Rounds of one task have the same number, and no other task has it. */
      readonly run: number;
      /** Which of so many neighbouring shares of the accounts is this worker's. */
      readonly share: Share;
      readonly stop: Stop | undefined;
    };
export interface Share {
  readonly place: number;
  readonly of: number;
}

/** What a worker answers to a round: the sums of its share; null where the round was given up. */
export interface FromRange {
  readonly sums: Sums | null;
}

/** A thread as its starter sees it. */
export interface RangeThread {
  send(message: ToRange): void;
  onAnswer(listener: (answer: FromRange) => void): void;
  /** It failed or ended, and answers no more. */
  onEnd(listener: (cause: Error) => void): void;
}

/** A worker that goes through its share of the accounts. */
export interface RangeWorker {
  /** Hands over the book that the rounds from now on go through. */
  readonly hold: (book: FilledBook) => void;
  /** One round at a time. Rejects where the thread has ended. */
  readonly run: (message: Extract<ToRange, { type: 'round' }>) => Promise<FromRange>;
}

/** A thread as one that is asked round by round. */
export function rangeWorkerOn(thread: RangeThread): RangeWorker {
  let waiting: { done: (answer: FromRange) => void; failed: (cause: Error) => void } | null = null;
  let ended: Error | null = null;
  thread.onAnswer((answer) => waiting?.done(answer));
  thread.onEnd((cause) => {
    ended ??= cause;
    waiting?.failed(ended);
  });
  return {
    hold: (book) => thread.send({ type: 'book', book }),
    run: (message) =>
      new Promise((done, failed) => {
        if (ended !== null) failed(ended);
        waiting = { done, failed };
        thread.send(message);
      }),
  };
}

/**
 * Has every round done by workers that hold the same book, and puts their sums together in its order.
 * Rejects with `Stopped` where it was given up, and where a worker fails.
 */
export async function answerByWorkers<T>(
  asking: Asking<T>,
  workers: readonly RangeWorker[],
  stop?: Stop,
): Promise<T> {
  let step = asking.next();
  let task: Round['task'] | null = null;
  while (step.done !== true) {
    const round = step.value;
    if (round.task !== task) lastRun += 1;
    task = round.task;
    const run = lastRun;
    const shares = workers.map((worker, place) =>
      worker.run({ type: 'round', round, run, share: { place, of: workers.length }, stop }),
    );
    const parts = (await Promise.all(shares)).map(({ sums }) => sums);
    const whole = parts.filter((part) => part !== null);
    heed(stop);
    if (whole.length < parts.length) throw new Stopped();
    step = asking.next(joined(whole));
  }
  return step.value;
}

let lastRun = 0;

/** The working side, the same in every kind of worker. Returns the answer to a round, null where none was asked. */
export function createRangeHost(): (message: ToRange) => FromRange | null {
  let book: FilledBook | null = null;
  let open: { readonly run: number; readonly range: Range } | null = null;

  const rangeOf = ({ task }: Round, share: Share, stop: Stop | undefined): Range => {
    if (book === null) throw new Error('The book was never sent.');
    if (task.segments !== null) {
      const rows = rowsOfSegments(book, task.segments);
      const [from, to] = boundsOf(rows.length, share);
      return new Range(task, takeRows(book, rows.subarray(from, to)), null, stop);
    }
    const [from, to] = boundsOf(book.count, share);
    return new Range(task, takeRange(book, from, to), null, stop);
  };

  return (message) => {
    if (message.type === 'book') {
      ({ book } = message);
      return null;
    }
    const { run, round, share, stop } = message;
    try {
      if (open?.run !== run) open = { run, range: rangeOf(round, share, stop) };
      return { sums: open.range.run(round) };
    } catch (cause) {
      if (cause instanceof Stopped) return { sums: null };
      throw cause;
    }
  };
}

/** First and last account of a share, in whole stretches. */
function boundsOf(count: number, { place, of }: Share): readonly [number, number] {
  const stretches = Math.ceil(count / STRETCH);
  const bound = (edge: number) => Math.min(count, Math.floor((stretches * edge) / of) * STRETCH);
  return [bound(place), bound(place + 1)];
}
