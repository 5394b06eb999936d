import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import {
  answerToday,
  changeMapping,
  renameProject,
  replaceBook,
  setCurrencyRate,
  startProject,
} from '../../../renderer/store/book.ts';
import { edit, endGesture, redo, undo } from '../../../renderer/store/history.ts';
import {
  withColumn,
  withField,
  withRole,
  withRule,
} from '../../../renderer/store/mapping-edits.ts';
import {
  createModel,
  createScenario,
  deleteModel,
  deleteScenario,
  duplicateScenario,
  renameModel,
  renameScenario,
  replaceAssumptions,
  resetAssumption,
  setAssumption,
  setFilter,
  setLinked,
  setModel,
  setModels,
  switchScenario,
} from '../../../renderer/store/scenarios.ts';
import { activeScenario } from '../../../renderer/store/selectors.ts';
import { createAppStore, type AppStore } from '../../../renderer/store/store.ts';
import { setChoice, showScreen } from '../../../renderer/store/view.ts';
import { editableOf } from '../../../shared/project/patches.ts';

const CSV = [
  'Account ID,Account Name,Region,Account Executive,CSM,ARR',
  'A-1,Alder Freight,North,Owner 1,Owner 3,28000',
  'A-2,Birch Analytics,South,Owner 2,Owner 3,130000',
].join('\n');

async function openStore(): Promise<AppStore> {
  const bytes = new TextEncoder().encode(CSV);
  const read = await readSheetFile({ file: 'book.csv', bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  const store = createAppStore();
  startProject(store, 'Book', [read.value], importBook([read.value], {}), null);
  return store;
}

/** What undo has to bring back: everything but where the user is and the undo log itself. */
function stateOf(store: AppStore) {
  const { document } = store.getState();
  if (document === null) throw new Error('no document');
  return { ...editableOf(document), sources: document.sources, view: null };
}

/** Reads the store's sources again with a changed mapping, as the window does. */
function remap(
  store: AppStore,
  label: string,
  change: (mapping: NonNullable<ReturnType<typeof stateOf>['mapping']>) => typeof mapping,
): void {
  const { document } = store.getState();
  const mapping = document?.mapping;
  if (document === null || mapping === null || mapping === undefined) throw new Error('no mapping');
  const reading = importBook(document.sources, { mapping: change(mapping) });
  changeMapping(store, label, reading, document.asOf);
}

/** Every kind of change there is, by the name of its action. */
const CHANGES: Readonly<Record<string, (store: AppStore) => void>> = {
  renameProject: (store) => {
    renameProject(store, 'Board case');
  },
  answerToday: (store) => {
    answerToday(store, 'split', 'Today: Split');
  },
  answerNotSaid: (store) => {
    answerToday(store, null, 'Today: not said');
  },
  setCurrencyRate: (store) => {
    setCurrencyRate(store, 0.92, '1 USD is 0.92 EUR');
  },
  mapRole: (store) => {
    const table = store.getState().document?.mapping?.tables[0];
    if (table !== undefined)
      remap(store, 'people', (mapping) => withRole(mapping, table, 'people'));
  },
  mapRoleBack: (store) => {
    const table = store.getState().document?.mapping?.tables[0];
    if (table !== undefined) {
      remap(store, 'accounts', (mapping) => withRole(mapping, table, 'accounts'));
    }
  },
  mapField: (store) => {
    const table = store.getState().document?.mapping?.tables[0];
    if (table !== undefined) {
      remap(store, 'industry', (mapping) => withField(mapping, table, 2, 'industry'));
    }
  },
  mapColumn: (store) => {
    const table = store.getState().document?.mapping?.tables[0];
    if (table !== undefined) {
      remap(store, 'times 12', (mapping) =>
        withColumn(mapping, table, 5, { transform: 'times12' }),
      );
    }
  },
  mapRule: (store) => {
    remap(store, 'deals', (mapping) => withRule(mapping, 'potential', 'deals'));
  },
  leaveOut: (store) => {
    remap(store, 'leave out', (mapping) => ({ ...mapping, leaveOutNotPaying: true }));
  },
  asOf: (store) => {
    const { document } = store.getState();
    if (document === null || document.mapping === null) throw new Error('no mapping');
    const reading = importBook(document.sources, { mapping: document.mapping, asOf: '2026-01-31' });
    changeMapping(store, 'today', reading, '2026-01-31');
  },
  replaceBook: (store) => {
    const { document } = store.getState();
    if (document === null || document.mapping === null) throw new Error('no mapping');
    const sources = document.sources.map((source) => ({ ...source, file: 'next-month.csv' }));
    const reading = importBook(sources, { mapping: document.mapping });
    const others = { names: [], stay: false };
    const replacement = {
      files: [],
      sources,
      reading,
      changes: null,
      others,
      today: null,
      lost: [],
    };
    replaceBook(store, replacement, 'Replace the data');
  },
  setAssumption: (store) => {
    expect(setAssumption(store, 'grossMargin', 0.8, 'Gross margin')).toBeNull();
  },
  setLinkedBase: (store) => {
    expect(setAssumption(store, 'roles.csm.ote', 150_000, 'CSM pay')).toBeNull();
  },
  unlink: (store) => {
    setLinked(store, 'models.allCsm.roles.csm.ote', false, 'Unlink');
  },
  setBaseUnlinked: (store) => {
    setAssumption(store, 'roles.csm.ote', 90_000, 'CSM pay');
  },
  link: (store) => {
    setLinked(store, 'models.allCsm.roles.csm.ote', true, 'Link');
  },
  resetAssumption: (store) => {
    resetAssumption(store, 'roles.csm.ote', 'Reset');
  },
  segmentDays: (store) => {
    setAssumption(store, 'cycle.segmentDays.Small', 40, 'Cycle of Small');
  },
  choice: (store) => {
    setAssumption(store, 'pay.mode', 'quota', 'Quotas as stated');
  },
  drag: (store) => {
    for (const value of [0.1, 0.15, 0.2, 0.25]) {
      setAssumption(store, 'risk.default', value, 'Risk', 'drag');
    }
    endGesture(store);
  },
  setModels: (store) => {
    setModels(store, ['split', 'allCsm'], 'Two models');
  },
  createModel: (store) => {
    createModel(store, 'split');
  },
  renameModel: (store) => {
    renameModel(store, 'custom1', 'Pods');
  },
  changeModel: (store) => {
    const own = activeScenario(store.getState())?.assumptions.models['custom1'];
    if (own !== undefined)
      setModel(store, 'custom1', { ...own, segments: { Small: {} } }, 'Pods: Small');
  },
  duplicateScenario: (store) => {
    duplicateScenario(store);
  },
  deleteModel: (store) => {
    deleteModel(store, 'custom1', 'Delete Pods');
  },
  setFilter: (store) => {
    setFilter(store, { ...NO_FILTER, segments: ['Small'], bands: [30] }, 'Filter Small');
  },
  createScenario: (store) => {
    createScenario(store);
  },
  renameScenario: (store) => {
    renameScenario(store, 'scenario-3', 'Defaults');
  },
  switchScenario: (store) => {
    switchScenario(store, 'scenario-1');
  },
  replaceAssumptions: (store) => {
    replaceAssumptions(store, { ...DEFAULTS, grossMargin: 0.6 }, 'Load assumptions');
  },
  deleteScenario: (store) => {
    deleteScenario(store, 'scenario-2');
  },
};

describe('undo', () => {
  it('brings back the whole state after every kind of change, and redo goes forth again', async () => {
    const store = await openStore();
    const states = [stateOf(store)];
    for (const [name, change] of Object.entries(CHANGES)) {
      const before = store.getState().document?.history.past.length ?? 0;
      change(store);
      expect(store.getState().document?.history.past.length, `${name} is one step`).toBe(
        before + 1,
      );
      expect(stateOf(store), `${name} changes something`).not.toEqual(states.at(-1));
      states.push(stateOf(store));
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(undo(store)).not.toBeNull();
      expect(stateOf(store)).toEqual(state);
    }
    expect(undo(store)).toBeNull();
    for (const state of states.slice(1)) {
      expect(redo(store)).not.toBeNull();
      expect(stateOf(store)).toEqual(state);
    }
    expect(redo(store)).toBeNull();
  });

  it('makes one step of a drag, as small as its outcome', async () => {
    const store = await openStore();
    const drag = (...values: readonly number[]): void => {
      for (const value of values) setAssumption(store, 'grossMargin', value, 'Margin', 'm');
    };
    drag(0.76, 0.77, 0.78);
    endGesture(store);
    drag(0.79);
    const past = store.getState().document?.history.past ?? [];
    expect(past.map(({ redo: patches }) => patches)).toEqual([
      [{ op: 'replace', path: ['scenarios', 0, 'assumptions', 'grossMargin'], value: 0.78 }],
      [{ op: 'replace', path: ['scenarios', 0, 'assumptions', 'grossMargin'], value: 0.79 }],
    ]);
  });

  it('leaves nothing behind of a drag that ends where it began', async () => {
    const store = await openStore();
    for (const value of [0.8, 0.75]) setAssumption(store, 'grossMargin', value, 'Margin', 'm');
    endGesture(store);
    expect(store.getState().document?.history.past).toEqual([]);
    expect(activeScenario(store.getState())?.assumptions.grossMargin).toBe(0.75);
  });

  it('never moves the user: screens and tabs stay where they are', async () => {
    const store = await openStore();
    edit(store, 'Name', (draft) => {
      draft.name = 'Other';
    });
    showScreen(store, 'compare');
    setChoice(store, 'book.tab', 'rules');
    undo(store);
    expect(store.getState().document?.view).toEqual({
      screen: 'compare',
      choices: { 'book.tab': 'rules' },
    });
  });

  it('compares a model of the user’s own before the references, and leaves one out while it is edited', async () => {
    const store = await openStore();
    const scenario = () => activeScenario(store.getState());
    const split = scenario()?.assumptions.models['split'];
    if (split === undefined) throw new Error('no split');
    setModel(store, 'custom1', { ...split, label: 'Pods' }, 'Create Pods');
    expect(scenario()?.models).toEqual([
      'allSales',
      'split',
      'allCsm',
      'custom1',
      'bestFit',
      'bestBySegment',
    ]);
    setModels(store, ['split', 'allCsm'], 'Two models');
    setModel(store, 'custom1', { ...split, label: 'Teams' }, 'Rename');
    expect(scenario()?.models).toEqual(['split', 'allCsm']);
  });

  it('forgets what was undone once something else is done', async () => {
    const store = await openStore();
    renameProject(store, 'One');
    undo(store);
    renameProject(store, 'Two');
    expect(redo(store)).toBeNull();
  });

  it('doubles the pay of every model when the base is doubled', async () => {
    const store = await openStore();
    const before = activeScenario(store.getState())?.assumptions;
    setAssumption(store, 'roles.csm.ote', (before?.roles['csm']?.ote ?? 0) * 2, 'Double');
    const after = activeScenario(store.getState())?.assumptions;
    for (const id of ['allSales', 'allCsm', 'bestFit']) {
      const was = before?.models[id]?.roles?.['csm']?.ote ?? 0;
      expect(after?.models[id]?.roles?.['csm']?.ote).toBe(was * 2);
    }
  });
});
