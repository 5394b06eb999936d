import { DEFAULTS } from './defaults.ts';
import type { Bounds } from './field.ts';
import { fieldOf } from './locate.ts';
import { joinPath, splitPath, valueAt } from './paths.ts';
import type { AssumptionPath } from './paths.ts';
import type { Assumptions, ModelId } from './types.ts';

/** A model's own value of a role's figure. */
export interface Variant {
  readonly model: ModelId;
  readonly path: AssumptionPath;
  readonly value: number;
}

/**
 * The models that override a role's figure, for a path such as `roles.csm.ote`: in the user's eyes
 * one figure with its variants. Empty for any other path.
 */
export function variantsOf(assumptions: Assumptions, path: AssumptionPath): readonly Variant[] {
  const names = splitPath(path);
  if (names === null || names[0] !== 'roles' || fieldOf(names) === null) return [];
  return Object.keys(assumptions.models).flatMap((model) => {
    const variant = ['models', model, ...names];
    const value = valueAt(assumptions, variant);
    return typeof value === 'number' ? [{ model, path: joinPath(variant), value }] : [];
  });
}

/** The base figure that a variant's path varies (`roles.csm.ote`); null for any other path. */
export function baseOf(path: AssumptionPath): AssumptionPath | null {
  const names = splitPath(path);
  if (names === null || names[0] !== 'models' || names[2] !== 'roles') return null;
  return fieldOf(names) === null ? null : joinPath(names.slice(2));
}

/**
 * What a variant becomes when its base moves: it keeps its proportion, held at its bounds. Where it
 * still stands in the defaults' proportion it follows that, so that going to a bound and back, or
 * through zero, ends where it began.
 */
export function inProportion(
  assumptions: Assumptions,
  base: AssumptionPath,
  variant: Variant,
  newBase: number,
): number {
  const names = splitPath(base) ?? [];
  const bounds = fieldOf(names)?.bounds;
  const oldBase = numberAt(assumptions, names);
  const usualBase = numberAt(DEFAULTS, names);
  const usual = numberAt(DEFAULTS, ['models', variant.model, ...names]);
  const follow = (value: number, from: number, to: number) =>
    from === 0 ? value : held(bounds, value * (to / from));
  if (usual !== null && usualBase !== null && oldBase !== null && usualBase !== 0) {
    const expected = follow(usual, usualBase, oldBase);
    if (Math.abs(expected - variant.value) <= 1e-9 * Math.max(1, Math.abs(expected))) {
      return follow(usual, usualBase, newBase);
    }
  }
  return follow(variant.value, oldBase ?? 0, newBase);
}

function held(bounds: Bounds | undefined, value: number): number {
  if (bounds === undefined) return value;
  return Math.min(bounds.atMost, Math.max(bounds.atLeast ?? Number.MIN_VALUE, value));
}

function numberAt(assumptions: Assumptions, names: readonly string[]): number | null {
  const value = valueAt(assumptions, names);
  return typeof value === 'number' ? value : null;
}
