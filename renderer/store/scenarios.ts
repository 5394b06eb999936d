import { castDraft, current, type Draft } from 'immer';
import { resetAt, setAt, type AssumptionValue } from '../../shared/model/assumptions/access.ts';
import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import type { AssumptionIssue } from '../../shared/model/assumptions/issue.ts';
import type { AssumptionPath } from '../../shared/model/assumptions/paths.ts';
import type {
  Assumptions,
  ModelDefinition,
  ModelId,
} from '../../shared/model/assumptions/types.ts';
import { modelName } from '../../shared/model/names.ts';
import { BEST_BY_SEGMENT, BEST_FIT } from '../../shared/model/ownership.ts';
import { NO_FILTER, type BookFilter, type Scenario } from '../../shared/project/document.ts';
import { edit } from './history.ts';
import { activeScenario } from './selectors.ts';
import type { AppStore } from './store.ts';

const FIRST_MODELS: readonly ModelId[] = [
  'allSales',
  'split',
  'allCsm',
  'bestFit',
  'bestBySegment',
];

/** The scenario a new project starts with. */
export function firstScenario(): Scenario {
  return {
    id: 'scenario-1',
    name: 'Base case',
    assumptions: DEFAULTS,
    unlinked: [],
    models: FIRST_MODELS,
    filter: NO_FILTER,
  };
}

/** Compared with, never chosen: they come last. */
const REFERENCES: readonly ModelId[] = [BEST_FIT, BEST_BY_SEGMENT];

type ScenarioDraft = Draft<Scenario>;

/** Changes the scenario on screen as one undo step. */
function editActive(
  store: AppStore,
  label: string,
  recipe: (scenario: ScenarioDraft) => void,
  gesture?: string,
): void {
  const id = activeScenario(store.getState())?.id;
  edit(
    store,
    label,
    (draft) => {
      const scenario = draft.scenarios.find((candidate) => candidate.id === id);
      if (scenario !== undefined) recipe(scenario);
    },
    gesture,
  );
}

/**
 * Sets one assumption of the scenario on screen; its linked variants follow. Returns why not.
 * `label` says the outcome in the user's words; `gesture` joins the moves of one drag.
 */
export function setAssumption(
  store: AppStore,
  path: AssumptionPath,
  value: AssumptionValue,
  label: string,
  gesture?: string,
): AssumptionIssue | null {
  let refusal: AssumptionIssue | null = null;
  editActive(
    store,
    label,
    (scenario) => {
      const next = setAt(current(scenario.assumptions), path, value, scenario.unlinked);
      if (next.ok) scenario.assumptions = castDraft(next.value);
      else refusal = next.error;
    },
    gesture,
  );
  return refusal;
}

/** The default again; what has no default is taken out. */
export function resetAssumption(store: AppStore, path: AssumptionPath, label: string): void {
  editActive(store, label, (scenario) => {
    scenario.assumptions = castDraft(
      resetAt(current(scenario.assumptions), path, scenario.unlinked),
    );
  });
}

/** Whether a model's own figure follows its base. */
export function setLinked(
  store: AppStore,
  variant: AssumptionPath,
  linked: boolean,
  label: string,
): void {
  editActive(store, label, (scenario) => {
    const others = scenario.unlinked.filter((path) => path !== variant);
    scenario.unlinked = linked ? others : [...others, variant];
  });
}

/** All assumptions at once, as read from a file. Today's owner stays as the user answered. */
export function replaceAssumptions(store: AppStore, next: Assumptions, label: string): void {
  editActive(store, label, (scenario) => {
    scenario.assumptions = castDraft(next);
    scenario.unlinked = [];
    scenario.models = scenario.models.filter(
      (id) => id === 'bestFit' || id === 'bestBySegment' || Object.hasOwn(next.models, id),
    );
  });
}

/** Which models are compared, in the order of the columns. */
export function setModels(store: AppStore, models: readonly ModelId[], label: string): void {
  editActive(store, label, (scenario) => {
    scenario.models = [...models];
  });
}

/** Makes an ownership model of the user's own from another one, compared from then on. Returns its id. */
export function createModel(store: AppStore, from: ModelId): ModelId | null {
  const { document } = store.getState();
  const scenario = activeScenario(store.getState());
  const source = scenario?.assumptions.models[from];
  if (document === null || scenario === null || source === undefined) return null;
  const { models } = scenario.assumptions;
  // Scenarios are compared by the ids of their models: one id stands for one model in all of them.
  const taken = new Set(
    document.scenarios.flatMap(({ assumptions }) => Object.keys(assumptions.models)),
  );
  let number = 1;
  while (taken.has(`custom${String(number)}`)) number += 1;
  const id = `custom${String(number)}`;
  const label = freshName(namesOf(models), `${modelName(from, models)} copy`);
  setModel(store, id, { ...source, label }, `Create ${label}`);
  return id;
}

/** Gives an ownership model of the user's own another name; one in use gets a number. */
export function renameModel(store: AppStore, id: ModelId, wish: string): void {
  const models = activeScenario(store.getState())?.assumptions.models ?? {};
  const model = models[id];
  if (model === undefined) return;
  const others = Object.fromEntries(Object.entries(models).filter(([other]) => other !== id));
  const label = freshName(namesOf(others), wish);
  setModel(store, id, { ...model, label }, `${modelName(id, models)}: name ${label}`);
}

function namesOf(models: Assumptions['models']): readonly string[] {
  return [...Object.keys(models), BEST_FIT, BEST_BY_SEGMENT].map((id) => modelName(id, models));
}

/** Adds or changes an ownership model of the user's own; it is compared from then on. */
export function setModel(
  store: AppStore,
  id: ModelId,
  definition: ModelDefinition,
  label: string,
): void {
  editActive(store, label, (scenario) => {
    const assumptions = current(scenario.assumptions);
    scenario.assumptions = castDraft({
      ...assumptions,
      models: { ...assumptions.models, [id]: definition },
    });
    // A new one is compared at once, before the references; one left out stays out while it is edited.
    if (Object.hasOwn(assumptions.models, id)) return;
    const contenders = scenario.models.filter((model) => !REFERENCES.includes(model));
    const references = scenario.models.filter((model) => REFERENCES.includes(model));
    scenario.models = [...contenders, id, ...references];
  });
}

/** Takes out an ownership model of the user's own, wherever it is named. */
export function deleteModel(store: AppStore, id: ModelId, label: string): void {
  editActive(store, label, (scenario) => {
    const assumptions = current(scenario.assumptions);
    const { bestBySegment, currentModel } = assumptions;
    const models = Object.fromEntries(
      Object.entries(assumptions.models).filter(([model]) => model !== id),
    );
    const candidates = bestBySegment.models.filter((model) => model !== id);
    scenario.assumptions = castDraft({
      ...assumptions,
      models,
      bestBySegment: { models: candidates.length > 0 ? candidates : DEFAULTS.bestBySegment.models },
      currentModel: currentModel === id ? null : currentModel,
    });
    scenario.models = scenario.models.filter((model) => model !== id);
    scenario.unlinked = scenario.unlinked.filter((path) => !path.startsWith(`models.${id}.`));
  });
}

/** Which accounts take part. */
export function setFilter(store: AppStore, filter: BookFilter, label: string): void {
  editActive(store, label, (scenario) => {
    scenario.filter = castDraft(filter);
  });
}

/** Shows another scenario. */
export function switchScenario(store: AppStore, id: string): void {
  const name = store.getState().document?.scenarios.find((scenario) => scenario.id === id)?.name;
  if (name === undefined) return;
  edit(store, `Switch to ${name}`, (draft) => {
    draft.activeScenario = id;
  });
}

/** A copy of a scenario (the one on screen by default), shown at once. Returns its id. */
export function duplicateScenario(store: AppStore, from?: string): string | null {
  const { document } = store.getState();
  const source = document?.scenarios.find(({ id }) => id === (from ?? document.activeScenario));
  if (document === null || source === undefined) return null;
  const id = freshId(document.scenarios);
  const name = freshName(document.scenarios.map(nameOf), `${source.name} copy`);
  edit(store, `Duplicate ${source.name}`, (draft) => {
    draft.scenarios.push(castDraft({ ...source, id, name }));
    draft.activeScenario = id;
  });
  return id;
}

/** A scenario at the defaults; today's owner is a fact of the book and comes along. Returns its id. */
export function createScenario(store: AppStore): string | null {
  const { document } = store.getState();
  if (document === null) return null;
  const id = freshId(document.scenarios);
  const name = freshName(document.scenarios.map(nameOf), 'New scenario');
  const currentModel = activeScenario(store.getState())?.assumptions.currentModel ?? null;
  const known = currentModel !== null && Object.hasOwn(DEFAULTS.models, currentModel);
  const assumptions = { ...DEFAULTS, currentModel: known ? currentModel : null };
  edit(store, `Create ${name}`, (draft) => {
    draft.scenarios.push(castDraft({ ...firstScenario(), id, name, assumptions }));
    draft.activeScenario = id;
  });
  return id;
}

/** Gives a scenario another name; an empty one is ignored, one in use gets a number. */
export function renameScenario(store: AppStore, id: string, name: string): void {
  const { document } = store.getState();
  const trimmed = name.trim();
  if (document === null || trimmed === '') return;
  const others = document.scenarios.filter((scenario) => scenario.id !== id);
  edit(store, `Rename scenario to ${trimmed}`, (draft) => {
    const scenario = draft.scenarios.find((candidate) => candidate.id === id);
    if (scenario !== undefined) scenario.name = freshName(others.map(nameOf), trimmed);
  });
}

/** Takes a scenario away; the last one stays. */
export function deleteScenario(store: AppStore, id: string): void {
  const { document } = store.getState();
  const gone = document?.scenarios.find((scenario) => scenario.id === id);
  if (document === null || gone === undefined || document.scenarios.length < 2) return;
  edit(store, `Delete ${gone.name}`, (draft) => {
    draft.scenarios = draft.scenarios.filter((scenario) => scenario.id !== id);
    if (draft.activeScenario === id) draft.activeScenario = draft.scenarios[0]?.id ?? '';
  });
}

function freshId(scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ id }) => id));
  let number = scenarios.length + 1;
  while (taken.has(`scenario-${String(number)}`)) number += 1;
  return `scenario-${String(number)}`;
}

function nameOf({ name }: Scenario): string {
  return name;
}

/** The name wished for, with a number where it is taken. */
function freshName(names: readonly string[], wish: string): string {
  const taken = new Set(names);
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish} ${String(number)}`;
  return name;
}
