import { receiveInPieces, sendInPieces } from '../../shared/ipc/pieces.ts';
import { createClient } from './client.ts';
import { createHost } from './host.ts';
import type { Engine } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { NO_TEAM, type Team } from './team.ts';

/**
 * The engine without a worker, for tests: the same client and host, every message in pieces and
 * cloned on its way as a worker's would be, so that what can't be sent fails here too.
 */
export function createEmbeddedEngine(team: Team = NO_TEAM): Engine {
  let listener: (message: FromWorker) => void = () => undefined;
  const host = createHost(
    cloning((message) => listener(message)),
    team,
  );
  return createClient({
    send: cloning<ToWorker>(host),
    onAnswer: (next) => {
      listener = next;
    },
    close: () => {
      listener = () => undefined;
    },
  });
}

/** A way for messages that leads to a listener in the same thread. */
function cloning<Message>(listener: (message: Message) => void): (message: Message) => void {
  const receive = receiveInPieces(listener, true);
  return (message) => sendInPieces(message, (wire) => receive(structuredClone(wire)), true);
}
