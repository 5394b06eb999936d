import { JobCancelled } from './jobs.ts';

/**
 * Keeps one run going and at most one waiting: the latest request wins, those between are never
 * run. A run that has shown something may be cut short by a newer request; one that has not is let
 * go on to its first answer, so that figures keep moving while a slider is dragged.
 */
export function createLatest<Request>(
  run: (request: Request, signal: AbortSignal, shown: () => void) => Promise<void>,
): { request(next: Request): void; cancel(): void } {
  let waiting: { readonly request: Request } | null = null;
  let going: { readonly stop: AbortController; hasShown: boolean } | null = null;

  const start = (request: Request): void => {
    const current = { stop: new AbortController(), hasShown: false };
    going = current;
    const shown = (): void => {
      current.hasShown = true;
      if (waiting !== null) current.stop.abort();
    };
    run(request, current.stop.signal, shown)
      .catch((cause: unknown) => {
        if (!(cause instanceof JobCancelled)) throw cause;
      })
      .finally(() => {
        if (going !== current) return;
        going = null;
        const next = waiting;
        waiting = null;
        if (next !== null) start(next.request);
      });
  };

  return {
    request(next) {
      if (going === null) {
        start(next);
        return;
      }
      waiting = { request: next };
      if (going.hasShown) going.stop.abort();
    },
    cancel() {
      waiting = null;
      going?.stop.abort();
      going = null;
    },
  };
}
