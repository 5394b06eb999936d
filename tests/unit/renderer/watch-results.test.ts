import { expect, it } from 'vitest';
import { createMemoryBridge } from '../../../renderer/bridge/memory-bridge.ts';
import { watchResults } from '../../../renderer/commands/watch-results.ts';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import { startProject } from '../../../renderer/store/book.ts';
import { setAssumption } from '../../../renderer/store/scenarios.ts';
import { activeResult, activeScenario, isActiveStale } from '../../../renderer/store/selectors.ts';
import { createAppStore } from '../../../renderer/store/store.ts';
import { readSample } from '../../helpers/sample-book.ts';

it('shows figures on the way of a drag with the state they are of, and stays stale until the last', async () => {
  const store = createAppStore();
  const engine = createEmbeddedEngine();
  watchResults({ store, engine, files: engine, bridge: createMemoryBridge().bridge });
  startProject(store, 'Book', [], await readSample('mid-market'), null);
  const seen: { of: number; present: number; stale: boolean; cost: number }[] = [];
  store.subscribe((state, before) => {
    const result = activeResult(state);
    if (result === null || result === activeResult(before) || result.comparison === null) return;
    const of = result.of.assumptions.roles['csm']?.ote ?? 0;
    const cost = result.comparison.models['allCsm']?.cost.runCost ?? 0;
    const present = activeScenario(state)?.assumptions.roles['csm']?.ote ?? 0;
    seen.push({ of, present, stale: isActiveStale(state), cost });
    // The user drags on while figures come.
    if (of < 140_000) setAssumption(store, 'roles.csm.ote', of + 10_000, 'drag', 'drag');
  });
  await expect.poll(() => isActiveStale(store.getState()), { timeout: 30_000 }).toBe(false);
  await expect.poll(() => activeResult(store.getState())?.pending, { timeout: 30_000 }).toEqual([]);
  engine.dispose();

  expect(new Set(seen.map(({ of }) => of)).size).toBeGreaterThan(2);
  for (const { of, present, stale } of seen) expect(stale).toBe(of !== present);
  // A dearer customer success manager costs more: each figure is of the state it says.
  const ranked = seen.toSorted((a, b) => a.of - b.of).map(({ cost }) => cost);
  expect(ranked).toEqual(ranked.toSorted((a, b) => a - b));
});
