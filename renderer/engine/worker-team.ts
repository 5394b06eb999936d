import type { FromRange } from '../../shared/model/engine/range-host.ts';
import { createTeam, type Team, type TeamThread } from './team.ts';

/** The team of this machine: a thread a core, but for the one that the window is drawn on. */
export function createWorkerTeam(): Team {
  return createTeam({ threads: () => navigator.hardwareConcurrency - 1, start: startThread });
}

function startThread(): TeamThread {
  const worker = new Worker(new URL('./range-worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (message) => worker.postMessage(message),
    onAnswer: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromRange>) => listener(data));
    },
    onEnd: (listener) => {
      worker.addEventListener('error', ({ message }) => listener(new Error(message)));
      worker.addEventListener('messageerror', () => listener(new Error('an answer was lost')));
    },
    end: () => worker.terminate(),
  };
}
