import { JobCancelled } from '../engine/jobs.ts';
import { activeScenario } from '../store/selectors.ts';
import { setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { inputOf } from './watch-results.ts';

/** Computes what each potential rule would do to the leader, for those who are about to choose. */
export async function loadRuleEffects(
  { store, engine }: AppContext,
  signal: AbortSignal,
): Promise<void> {
  const { document } = store.getState();
  const scenario = activeScenario(store.getState());
  if (document === null || document.book?.openDeals === undefined || scenario === null) {
    setSession(store, { ruleEffects: null });
    return;
  }
  try {
    const input = inputOf(scenario, document.currencyRate);
    const ruleEffects = await engine.run('ruleEffects', input, { signal });
    setSession(store, { ruleEffects });
  } catch (cause) {
    if (!(cause instanceof JobCancelled)) setSession(store, { ruleEffects: null });
  }
}
