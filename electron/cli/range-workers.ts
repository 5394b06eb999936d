import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import {
  createRangeHost,
  rangeWorkerOn,
  type RangeThread,
  type RangeWorker,
  type ToRange,
} from '../../shared/model/engine/range-host.ts';

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
    const answer = host(message);
    if (answer !== null) parentPort?.postMessage(answer);
  });
}

/**
 * Starts so many threads, lets `use` put them to work and ends them. `program` is the
 * script that serves ranges when it runs in a worker thread. Rejects where a thread fails.
 */
export async function withRangeWorkers<T>(
  program: string,
  count: number,
  use: (workers: readonly RangeWorker[]) => Promise<T>,
): Promise<T> {
  const threads = Array.from({ length: count }, () => new Worker(program, { execArgv: [] }));
  try {
    return await use(threads.map((thread) => rangeWorkerOn(asRangeThread(thread))));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function asRangeThread(thread: Worker): RangeThread {
  return {
    send: (message) => thread.postMessage(message),
    onAnswer: (listener) => thread.on('message', listener),
    onEnd: (listener) => {
      thread.on('error', listener);
      thread.on('exit', () => listener(new Error('a worker ended before its answer')));
    },
  };
}
