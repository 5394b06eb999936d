import { JobCancelled } from './jobs.ts';

/** Requests that follow one another sooner than this are one movement of the hand, ms. */
const REST = 100;

/**
 * Keeps one run going and at most one waiting: the latest request wins, those between are never
 * run. A run that has shown something may be cut short by a newer request. One that has not is let
 * go on to its first answer while requests keep coming, so that figures keep moving while a slider
 * is dragged; once they rest, it is given up for the last one, where that `replaces` its question.
 */
export function createLatest<Request>(
  run: (request: Request, signal: AbortSignal, shown: () => void) => Promise<void>,
  replaces: (next: Request, going: Request) => boolean = () => true,
): { request(next: Request): void; cancel(): void } {
  let waiting: { readonly request: Request } | null = null;
  let going: {
    readonly request: Request;
    readonly stop: AbortController;
    hasShown: boolean;
  } | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const start = (request: Request): void => {
    const current = { request, stop: new AbortController(), hasShown: false };
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
        clearTimeout(rest);
        going = null;
        const next = waiting;
        waiting = null;
        if (next !== null) start(next.request);
      });
  };

  const overtake = (): void => {
    if (going !== null && waiting !== null && replaces(waiting.request, going.request))
      going.stop.abort();
  };

  return {
    request(next) {
      if (going === null) {
        start(next);
        return;
      }
      waiting = { request: next };
      clearTimeout(rest);
      if (going.hasShown) going.stop.abort();
      else rest = setTimeout(overtake, REST);
    },
    cancel() {
      clearTimeout(rest);
      waiting = null;
      going?.stop.abort();
      going = null;
    },
  };
}
