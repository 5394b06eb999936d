import { createClient } from './client.ts';
import type { Engine } from './jobs.ts';
import type { FromWorker } from './messages.ts';

/** The engine in a worker of its own. */
export function createWorkerEngine(): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return createClient({
    send: (message) => {
      worker.postMessage(message);
    },
    onAnswer: (listener) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        listener(event.data);
      });
    },
    close: () => {
      worker.terminate();
    },
  });
}
