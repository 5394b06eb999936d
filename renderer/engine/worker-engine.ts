import { receiveInPieces, sendInPieces, type Wire } from '../../shared/ipc/pieces.ts';
import { createClient } from './client.ts';
import type { Engine } from './jobs.ts';
import type { FromWorker } from './messages.ts';

/** The engine in a worker of its own. */
export function createWorkerEngine(): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return createClient({
    send: (message) => {
      sendInPieces(message, (wire) => worker.postMessage(wire), true);
    },
    onAnswer: (listener) => {
      const receive = receiveInPieces<FromWorker>(listener, true);
      worker.addEventListener('message', ({ data }: MessageEvent<Wire>) => {
        receive(data);
      });
    },
    close: () => {
      worker.terminate();
    },
  });
}
