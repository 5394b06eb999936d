import {
  catalogueOf,
  entryAt,
  type CatalogueEntry,
  type FigureEntry,
} from '../../shared/model/assumptions/catalogue.ts';
import { getAt } from '../../shared/model/assumptions/access.ts';
import type { AssumptionPath } from '../../shared/model/assumptions/paths.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { activeScenario } from './selectors.ts';
import type { AppState } from './state.ts';

const catalogues = new WeakMap<Assumptions, readonly CatalogueEntry[]>();
const NONE: readonly CatalogueEntry[] = [];
/** Entries as they were made last, by path: what did not change keeps its identity and is not drawn again. */
const entries = new Map<AssumptionPath, CatalogueEntry>();

/** The catalogue of the scenario on screen; the same object until an assumption changes. */
export function activeCatalogue(state: AppState): readonly CatalogueEntry[] {
  const assumptions = activeScenario(state)?.assumptions;
  if (assumptions === undefined) return NONE;
  const known = catalogues.get(assumptions);
  if (known !== undefined) return known;
  const made = catalogueOf(assumptions).map(asBefore);
  catalogues.set(assumptions, made);
  return made;
}

function asBefore(entry: CatalogueEntry): CatalogueEntry {
  const last = entries.get(entry.path);
  if (last !== undefined && isSameEntry(last, entry)) return last;
  entries.set(entry.path, entry);
  return entry;
}

function isSameEntry(a: CatalogueEntry, b: CatalogueEntry): boolean {
  const other = new Map<string, unknown>(Object.entries(b));
  const own = Object.entries(a);
  return own.length === other.size && own.every(([key, value]) => other.get(key) === value);
}

/** The figure at a path of the scenario on screen; null where there is none. */
export function figureAt(state: AppState, path: AssumptionPath): number | null {
  const assumptions = activeScenario(state)?.assumptions;
  const value = assumptions === undefined ? undefined : getAt(assumptions, path);
  return typeof value === 'number' ? value : null;
}

/** The catalogue's entry of a figure; undefined where the scenario has none at the path. */
export function figureEntry(state: AppState, path: AssumptionPath): FigureEntry | undefined {
  const assumptions = activeScenario(state)?.assumptions;
  // Not from the whole catalogue: a slider that moves would have it made anew at every move.
  const made = assumptions === undefined ? null : entryAt(assumptions, path);
  const entry = made === null ? null : asBefore(made);
  return entry?.kind === 'figure' ? entry : undefined;
}
