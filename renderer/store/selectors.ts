import type { Scenario } from '../../shared/project/document.ts';
import type { AppState, ShownResult } from './state.ts';

/** The scenario on screen; null on the start screen. */
export function activeScenario({ document }: AppState): Scenario | null {
  if (document === null) return null;
  const { scenarios, activeScenario: id } = document;
  return scenarios.find((scenario) => scenario.id === id) ?? scenarios[0] ?? null;
}

/** The last good result of the scenario on screen; null before the first one. */
export function activeResult(state: AppState): ShownResult | null {
  const scenario = activeScenario(state);
  return scenario === null ? null : (state.session.results[scenario.id] ?? null);
}

/** Whether that result is of an earlier state of the scenario. */
export function isActiveStale(state: AppState): boolean {
  const scenario = activeScenario(state);
  return scenario !== null && state.session.stale.includes(scenario.id);
}

const NAMED_MODELS: ReadonlySet<string> = new Set([
  'allSales',
  'split',
  'allCsm',
  'bestFit',
  'bestBySegment',
]);

/** Ids of the scenario's own models, in order: they take colours and letters after the named ones. */
export function customModels(scenario: Scenario): readonly string[] {
  return Object.keys(scenario.assumptions.models).filter((id) => !NAMED_MODELS.has(id));
}

const SAVED_WORK = [
  'name',
  'book',
  'sources',
  'mapping',
  'asOf',
  'todayAnswered',
  'currencyRate',
  'scenarios',
  'activeScenario',
] as const;

/** Whether the project holds work that its file does not; where the user is doesn't count. */
export function isUnsaved({ document, session: { savedAs } }: AppState): boolean {
  if (document === null) return false;
  return savedAs === null || SAVED_WORK.some((key) => document[key] !== savedAs[key]);
}

/** What undo would take back, in the user's words; null where there is nothing. */
export function undoLabel({ document }: AppState): string | null {
  return document?.history.past.at(-1)?.label ?? null;
}

/** What redo would do again, in the user's words; null where there is nothing. */
export function redoLabel({ document }: AppState): string | null {
  return document?.history.future[0]?.label ?? null;
}
