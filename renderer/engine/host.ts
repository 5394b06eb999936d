import { heed, Stopped } from '../../shared/units/stop.ts';
import type { JobKind } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { emptyDesk, runJob } from './run-job.ts';
import { NO_TEAM, type Team } from './team.ts';

/** Long work beside the figures: it begins in its turn, but at every breath what came after goes first. */
const BESIDE: ReadonlySet<JobKind> = new Set(['flips', 'breakdowns']);

/**
 * The answering side: takes messages, runs jobs one after another and answers. A job that is given
 * up while it waits never starts; a running one ends within a block of accounts. `team`: with whom
 * large books are evaluated.
 */
export function createHost(
  answer: (message: FromWorker) => void,
  team: Team = NO_TEAM,
): (message: ToWorker) => void {
  const desk = emptyDesk(team);
  let queue = Promise.resolve();

  const run = async ({ id, kind, input, stop }: ToWorker): Promise<void> => {
    try {
      heed(stop);
      // The kind decides the input's type; client and host are built from one map of jobs.
      const output = await runJob(kind, input as never, {
        desk,
        stop,
        partial: (partial) => {
          answer({ type: 'partial', id, output: partial });
        },
        breathe: async () => {
          // A turn of the event loop, so that other questions come in.
          await new Promise((resolve) => setTimeout(resolve));
          if (BESIDE.has(kind)) await queue;
          heed(stop);
        },
      });
      heed(stop);
      answer({ type: 'done', id, output });
    } catch (cause) {
      if (cause instanceof Stopped) return;
      answer({ type: 'failed', id, message: cause instanceof Error ? cause.message : '' });
    }
  };

  return (message) => {
    const done = queue.then(() => run(message));
    if (!BESIDE.has(message.kind)) queue = done;
  };
}
