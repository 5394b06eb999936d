import { describe, expect, it } from 'vitest';
import { startProject } from '../../../renderer/store/book.ts';
import {
  createModel,
  deleteModel,
  duplicateScenario,
  renameModel,
} from '../../../renderer/store/scenarios.ts';
import { activeScenario } from '../../../renderer/store/selectors.ts';
import { createAppStore, type AppStore } from '../../../renderer/store/store.ts';
import { importBook } from '../../../shared/import/import-book.ts';

function openStore(): AppStore {
  const store = createAppStore();
  startProject(store, 'Example', [], importBook([], {}), null);
  return store;
}

const nameOf = (store: AppStore, id: string | null) =>
  activeScenario(store.getState())?.assumptions.models[id ?? '']?.label;

describe('ownership models of the user’s own', () => {
  it('have names that tell them apart, from each other and from the named ones', () => {
    const store = openStore();
    const first = createModel(store, 'split');
    const second = createModel(store, 'split');
    expect([nameOf(store, first), nameOf(store, second)]).toEqual(['Split copy', 'Split copy 2']);
    renameModel(store, second ?? '', 'All-CSM');
    expect(nameOf(store, second)).toBe('All-CSM 2');
    renameModel(store, second ?? '', 'Best fit');
    expect(nameOf(store, second)).toBe('Best fit 2');
    // Its own name is no other's.
    renameModel(store, second ?? '', 'Best fit 2');
    expect(nameOf(store, second)).toBe('Best fit 2');
  });

  it('have an id that stands for no other model in any scenario, deleted ones included', () => {
    const store = openStore();
    const kept = createModel(store, 'split') ?? '';
    duplicateScenario(store);
    deleteModel(store, kept, 'Delete Split copy');
    expect(createModel(store, 'allCsm')).not.toBe(kept);
  });
});
