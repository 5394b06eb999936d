import { describe, expect, it } from 'vitest';
import { startProject } from '../../../renderer/store/book.ts';
import { activeCatalogue, figureEntry } from '../../../renderer/store/catalogue.ts';
import { createModel, renameModel, setAssumption } from '../../../renderer/store/scenarios.ts';
import { activeScenario } from '../../../renderer/store/selectors.ts';
import { createAppStore, type AppStore } from '../../../renderer/store/store.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { catalogueOf } from '../../../shared/model/assumptions/catalogue.ts';

function openStore(): AppStore {
  const store = createAppStore();
  startProject(store, 'Example', [], importBook([], {}), null);
  return store;
}

/** The catalogue, after making sure that it is the one of the present assumptions. */
function present(store: AppStore) {
  const assumptions = activeScenario(store.getState())?.assumptions;
  const catalogue = activeCatalogue(store.getState());
  expect(catalogue).toEqual(assumptions === undefined ? [] : catalogueOf(assumptions));
  return catalogue;
}

describe('the catalogue of the scenario on screen', () => {
  it('is the same object while figures and their variants move', () => {
    const store = openStore();
    const before = present(store);
    const entry = figureEntry(store.getState(), 'roles.csm.ote');
    for (const value of [90_000, 91_000]) setAssumption(store, 'roles.csm.ote', value, 'OTE');
    expect(present(store)).toBe(before);
    expect(figureEntry(store.getState(), 'roles.csm.ote')).toBe(entry);
  });

  it('is made anew when a model comes, is renamed, or a segment gets a cycle of its own', () => {
    const store = openStore();
    present(store);
    const id = createModel(store, 'allCsm') ?? '';
    const withModel = present(store);
    expect(withModel.some(({ path }) => path.startsWith(`models.${id}.`))).toBe(true);
    renameModel(store, id, 'Tiered');
    expect(present(store).some(({ subject }) => subject.endsWith(' in Tiered'))).toBe(true);
    setAssumption(store, 'cycle.segmentDays.Large', 40, 'Cycle');
    present(store);
    expect(figureEntry(store.getState(), 'cycle.segmentDays.Large')?.subject).toBe('Large');
  });
});
