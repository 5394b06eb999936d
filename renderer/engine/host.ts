import { JobCancelled, type JobKind } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { emptyDesk, runJob } from './run-job.ts';

/** Long work beside the figures: it begins in its turn, but what comes after goes on at its next breath. */
const BESIDE: ReadonlySet<JobKind> = new Set(['flips', 'breakdowns']);

/**
 * The answering side: takes messages, runs jobs one after another and answers. A job that is
 * cancelled while it waits never starts; a running one ends at its next breath.
 */
export function createHost(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  const desk = emptyDesk();
  const cancelled = new Set<number>();
  let queue = Promise.resolve();

  const check = (id: number): void => {
    if (cancelled.has(id)) throw new JobCancelled();
  };

  const run = async (id: number, kind: JobKind, input: never): Promise<void> => {
    try {
      check(id);
      const output = await runJob(kind, input, {
        desk,
        partial: (partial) => {
          answer({ type: 'partial', id, output: partial });
        },
        breathe: async () => {
          // A turn of the event loop, so that a cancellation can arrive.
          await new Promise((resolve) => setTimeout(resolve));
          check(id);
        },
      });
      check(id);
      answer({ type: 'done', id, output });
    } catch (cause) {
      if (cause instanceof JobCancelled) answer({ type: 'cancelled', id });
      else answer({ type: 'failed', id, message: cause instanceof Error ? cause.message : '' });
    } finally {
      cancelled.delete(id);
    }
  };

  return (message) => {
    if (message.type === 'cancel') cancelled.add(message.id);
    else {
      const { id, kind, input } = message;
      // The kind decides the input's type; client and host are built from one map of jobs.
      const done = queue.then(() => run(id, kind, input as never));
      if (!BESIDE.has(kind)) queue = done;
    }
  };
}
