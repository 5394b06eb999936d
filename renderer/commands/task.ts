import { notify, setSession, type AppStore } from '../store/store.ts';

/** How a task tells where it is. */
export interface TaskProgress {
  readonly signal: AbortSignal;
  report(share: number | null, detail: string): void;
}

/**
 * Shows a task while it runs, with its way to stop it. Returns null where it was stopped or failed;
 * a failure is said in a sentence. Only one task runs at a time: a second one is refused.
 */
export async function runTask<Outcome>(
  store: AppStore,
  label: string,
  work: (progress: TaskProgress) => Promise<Outcome>,
): Promise<Outcome | null> {
  const going = store.getState().session.task;
  if (going !== null) {
    notify(store, 'info', `${going.label} is still going on: wait for it or stop it first.`);
    return null;
  }
  const stop = new AbortController();
  const cancel = (): void => {
    stop.abort();
  };
  setSession(store, { task: { label, share: null, detail: '', cancel } });
  try {
    return await work({
      signal: stop.signal,
      report: (share, detail) => {
        if (!stop.signal.aborted) setSession(store, { task: { label, share, detail, cancel } });
      },
    });
  } catch (cause) {
    if (!stop.signal.aborted) {
      const reason = cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
      notify(store, 'danger', `${label} did not finish${reason}. What you had is unchanged.`);
    }
    return null;
  } finally {
    setSession(store, { task: null });
  }
}
