import {
  catalogueOf,
  type CatalogueEntry,
  type FigureEntry,
} from '../../shared/model/assumptions/catalogue.ts';
import { getAt } from '../../shared/model/assumptions/access.ts';
import type { AssumptionPath } from '../../shared/model/assumptions/paths.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { isPlainObject } from '../../shared/units/records.ts';
import { activeScenario } from './selectors.ts';
import type { AppState } from './state.ts';

const NONE: readonly CatalogueEntry[] = [];
/** The catalogue made last, and of which assumptions. */
let last: { readonly of: Assumptions; readonly made: readonly CatalogueEntry[] } | null = null;

/** The catalogue of the scenario on screen; the same object until it holds other entries. */
export function activeCatalogue(state: AppState): readonly CatalogueEntry[] {
  const assumptions = activeScenario(state)?.assumptions;
  if (assumptions === undefined) return NONE;
  const isKnown = last !== null && hasSameEntries(last.of, assumptions);
  const made = last !== null && isKnown ? last.made : catalogueOf(assumptions);
  last = { of: assumptions, made };
  return made;
}

/**
 * Whether figures stand at the same places and everything else is alike: an entry says where a
 * figure stands and what it may be, not what it is. What a change did not touch kept its identity,
 * so a slider that moves costs next to nothing here.
 */
function hasSameEntries(a: unknown, b: unknown): boolean {
  if (a === b || (typeof a === 'number' && typeof b === 'number')) return true;
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const names = Object.keys(b);
  return (
    names.length === Object.keys(a).length &&
    Object.keys(a).every((name, at) => name === names[at] && hasSameEntries(a[name], b[name]))
  );
}

/** The figure at a path of the scenario on screen; null where there is none. */
export function figureAt(state: AppState, path: AssumptionPath): number | null {
  const assumptions = activeScenario(state)?.assumptions;
  const value = assumptions === undefined ? undefined : getAt(assumptions, path);
  return typeof value === 'number' ? value : null;
}

/** The catalogue's entry of a figure; undefined where the scenario has none at the path. */
export function figureEntry(state: AppState, path: AssumptionPath): FigureEntry | undefined {
  return activeCatalogue(state).find(
    (entry): entry is FigureEntry => entry.kind === 'figure' && entry.path === path,
  );
}
