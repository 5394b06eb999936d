import { createHost } from './host.ts';
import type { ToWorker } from './messages.ts';

/** The worker's entry: passes messages to the host and its answers back. */
const host = createHost((message) => {
  postMessage(message);
});
addEventListener('message', (event: MessageEvent<ToWorker>) => {
  host(event.data);
});
