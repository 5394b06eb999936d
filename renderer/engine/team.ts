import type { Book } from '../../shared/book/book.ts';
import { rangeWorkerOn, type RangeThread } from '../../shared/model/engine/range-host.ts';
import { createSharedEvaluator, type SharedEvaluator } from '../../shared/model/evaluator.ts';

/** Smaller books are evaluated by one thread, which keeps what a change does not touch; larger ones it has no memory to keep. */
const FEWEST_ACCOUNTS = 250_000;

/** A thread of a team, and how it is ended. */
export interface TeamThread extends RangeThread {
  end(): void;
}

/** Threads that evaluate a large book together: started with the first one, one book at a time. */
export interface Team {
  /** Null where one thread is as quick, and where the team has failed this book. */
  readonly evaluatorOf: (book: Book) => SharedEvaluator | null;
  /** A thread has failed: the book is left to one thread from now on. */
  readonly fail: () => void;
  /** Ends the threads. */
  readonly disband: () => void;
}

export interface TeamOptions {
  readonly threads: () => number;
  readonly start: () => TeamThread;
  /** In accounts. */
  readonly fewest?: number;
}

export function createTeam({ threads, start, fewest = FEWEST_ACCOUNTS }: TeamOptions): Team {
  let at: { readonly book: Book; readonly evaluator: SharedEvaluator | null } | null = null;
  let running: readonly TeamThread[] = [];
  const disband = (): void => {
    for (const thread of running) thread.end();
    running = [];
    at = null;
  };

  return {
    evaluatorOf: (book) => {
      if (book.count < fewest) return null;
      if (at?.book !== book) {
        disband();
        const count = threads();
        if (count < 2) return null;
        running = Array.from({ length: count }, start);
        const workers = running.map(rangeWorkerOn);
        at = { book, evaluator: createSharedEvaluator(book, workers) };
      }
      return at.evaluator;
    },
    fail: () => {
      const book = at?.book;
      disband();
      if (book !== undefined) at = { book, evaluator: null };
    },
    disband,
  };
}

/** Nobody to share the work with. */
export const NO_TEAM: Team = createTeam({
  threads: () => 0,
  start: () => {
    throw new Error('this team has no threads');
  },
});
