import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { withoutNames, type Book } from '../../shared/book/book.ts';
import {
  createRangeHost,
  type RangeWorker,
  type ToRange,
} from '../../shared/model/engine/range-host.ts';
import type { Sums } from '../../shared/model/engine/range.ts';

/** Smaller books are evaluated sooner than workers start. */
const FEWEST_ACCOUNTS = 250_000;

/** Workers for a book of so many accounts: 0 where one thread is as quick. */
export function workersFor(accounts: number): number {
  return accounts < FEWEST_ACCOUNTS ? 0 : availableParallelism();
}

/** The worker's side: answers the rounds of the thread that started it. */
export function serveRanges(): void {
  const host = createRangeHost();
  parentPort?.on('message', (message: ToRange) => {
    const sums = host(message);
    if (sums !== null) parentPort?.postMessage(sums);
  });
}

/**
 * Hands the book to so many threads, lets `use` put them to work and ends them. `program` is the
 * script that serves ranges when it runs in a worker thread. Rejects where a thread fails.
 */
export async function withRangeWorkers<T>(
  program: string,
  book: Book,
  count: number,
  use: (workers: readonly RangeWorker[]) => Promise<T>,
): Promise<T> {
  const threads = Array.from({ length: count }, () => new Worker(program, { execArgv: [] }));
  const columns = withoutNames(book);
  try {
    return await use(threads.map((thread) => workerOn(thread, columns)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** One question at a time. */
function workerOn(thread: Worker, book: Book): RangeWorker {
  let waiting: { done: (sums: Sums) => void; failed: (cause: Error) => void } | null = null;
  thread.on('message', (sums: Sums) => waiting?.done(sums));
  thread.on('error', (cause) => waiting?.failed(cause));
  thread.on('exit', () => waiting?.failed(new Error('a worker ended before its answer')));
  thread.postMessage({ type: 'book', book } satisfies ToRange);
  return {
    run: (message) =>
      new Promise((done, failed) => {
        waiting = { done, failed };
        thread.postMessage(message);
      }),
  };
}
