import { createClient } from './client.ts';
import { createHost } from './host.ts';
import type { Engine } from './jobs.ts';
import type { FromWorker } from './messages.ts';

/**
 * The engine without a worker, for tests: the same client and host, every message cloned on its way
 * as a worker's would be, so that what can't be sent fails here too.
 */
export function createEmbeddedEngine(): Engine {
  let listener: (message: FromWorker) => void = () => undefined;
  const host = createHost((message) => {
    listener(structuredClone(message));
  });
  return createClient({
    send: (message) => {
      host(structuredClone(message));
    },
    onAnswer: (next) => {
      listener = next;
    },
    close: () => {
      listener = () => undefined;
    },
  });
}
