import { receiveInPieces, sendInPieces, type Wire } from '../../shared/ipc/pieces.ts';
import { createHost } from './host.ts';
import type { ToWorker } from './messages.ts';
import { createWorkerTeam } from './worker-team.ts';

/** The worker's entry: passes messages to the host and its answers back. */
const host = createHost((message) => {
  sendInPieces(message, (wire) => postMessage(wire), true);
}, createWorkerTeam());
const receive = receiveInPieces<ToWorker>(host, true);
addEventListener('message', ({ data }: MessageEvent<Wire>) => {
  receive(data);
});
