import { giveUp, newStop } from '../../shared/units/stop.ts';
import {
  JobCancelled,
  type Engine,
  type Input,
  type JobKind,
  type JobOptions,
  type Output,
} from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** A way to a host: a worker's, or an in-process pair. */
export interface Port {
  send(message: ToWorker): void;
  onAnswer(listener: (message: FromWorker) => void): void;
  close(): void;
}

interface Waiting {
  readonly partial: (output: unknown) => void;
  readonly settle: (answer: Exclude<FromWorker, { type: 'partial' }>) => void;
}

/** The asking side: numbers the runs and drops answers nobody waits for any more. */
export function createClient(port: Port): Engine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  port.onAnswer((message) => {
    const asker = waiting.get(message.id);
    if (asker === undefined) return;
    if (message.type === 'partial') asker.partial(message.output);
    else asker.settle(message);
  });

  return {
    run<Kind extends JobKind>(
      kind: Kind,
      input: Input<Kind>,
      { signal, onPartial }: JobOptions<Kind> = {},
    ): Promise<Output<Kind>> {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new JobCancelled());
          return;
        }
        lastId += 1;
        const id = lastId;
        const stop = newStop();
        const cancel = (): void => {
          waiting.delete(id);
          giveUp(stop);
          reject(new JobCancelled());
        };
        signal?.addEventListener('abort', cancel, { once: true });
        waiting.set(id, {
          // The host answers with the kind that was asked: both are built from one map of jobs.
          partial: (output) => onPartial?.(output as Output<Kind>),
          settle: (answer) => {
            waiting.delete(id);
            signal?.removeEventListener('abort', cancel);
            if (answer.type === 'done') resolve(answer.output as Output<Kind>);
            else reject(new Error(answer.message));
          },
        });
        port.send({ id, kind, input, stop });
      });
    },
    dispose() {
      waiting.clear();
      port.close();
    },
  };
}
