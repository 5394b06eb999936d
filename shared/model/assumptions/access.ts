import { own } from '../../units/records.ts';
import { err, ok } from '../../units/result.ts';
import type { Result } from '../../units/result.ts';
import { COMPUTED_MODELS, DEFAULTS } from './defaults.ts';
import { boundsInWords, within } from './field.ts';
import { issueAt, shown } from './issue.ts';
import type { AssumptionIssue } from './issue.ts';
import { CHOICES, fieldOf } from './locate.ts';
import { splitPath, valueAt, withValueAt } from './paths.ts';
import type { AssumptionPath } from './paths.ts';
import type { Assumptions } from './types.ts';
import { inProportion, variantsOf } from './variants.ts';

/** What an entry of the catalogue holds. */
export type AssumptionValue = number | string | boolean;

/** The figure or choice at a path; undefined where there is none. */
export function getAt(assumptions: Assumptions, path: AssumptionPath): AssumptionValue | undefined {
  const names = splitPath(path);
  const value = names === null ? undefined : valueAt(assumptions, names);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined;
}

/**
 * The assumptions with another figure or choice. Moving a role's figure moves the models' variants
 * of it in proportion, but for those whose paths are in `unlinked`. Refused with path and reason.
 */
export function setAt(
  assumptions: Assumptions,
  path: AssumptionPath,
  value: AssumptionValue,
  unlinked: readonly AssumptionPath[] = [],
): Result<Assumptions, AssumptionIssue> {
  const names = splitPath(path);
  if (names === null || !canStand(assumptions, names)) {
    return err(issueAt(path, 'is not an assumption'));
  }
  const choice = own(CHOICES, path);
  if (choice !== undefined) {
    if (choice.options.some((option) => option.value === value)) {
      return ok(withValueAt(assumptions, names, value));
    }
    const words = choice.options.map((option) => shown(option.value)).join(' or ');
    return err(issueAt(path, `must be ${words}, is ${shown(value)}`));
  }
  const field = fieldOf(names);
  if (field === null) return err(issueAt(path, 'is not an assumption'));
  if (typeof value !== 'number' || !within(field.bounds, value)) {
    return err(issueAt(path, `must be ${boundsInWords(field.bounds)}, is ${shown(value)}`));
  }
  return ok(moved(assumptions, path, names, value, unlinked));
}

/**
 * The default again, variants in proportion; an entry without a default (a segment's cycle length,
 * people in place, an override of a custom model) is taken out. A figure of a custom role stays.
 */
export function resetAt(
  assumptions: Assumptions,
  path: AssumptionPath,
  unlinked: readonly AssumptionPath[] = [],
): Assumptions {
  const names = splitPath(path);
  if (names === null || getAt(assumptions, path) === undefined) return assumptions;
  const usual = getAt(DEFAULTS, path);
  if (typeof usual === 'number') return moved(assumptions, path, names, usual, unlinked);
  if (usual !== undefined) return withValueAt(assumptions, names, usual);
  return names[0] === 'roles' || names[0] === 'incentive'
    ? assumptions
    : withValueAt(assumptions, names, undefined);
}

function moved(
  assumptions: Assumptions,
  path: AssumptionPath,
  names: readonly string[],
  value: number,
  unlinked: readonly AssumptionPath[],
): Assumptions {
  let next = withValueAt(assumptions, names, value);
  for (const variant of variantsOf(assumptions, path)) {
    if (unlinked.includes(variant.path)) continue;
    const follows = inProportion(assumptions, path, variant, value);
    next = withValueAt(next, splitPath(variant.path) ?? [], follows);
  }
  return next;
}

/** An existing entry, or a new one where the assumptions leave room: a table by role or segment, an override. */
function canStand(assumptions: Assumptions, names: readonly string[]): boolean {
  if (names.includes('__proto__')) return false;
  if (valueAt(assumptions, names) !== undefined) return true;
  const [first, second = '', third = '', fourth = ''] = names;
  if (first === 'cycle') return second === 'segmentDays';
  if (first === 'capacity') return Object.hasOwn(assumptions.roles, third);
  if (first !== 'models' || third !== 'roles' || !Object.hasOwn(assumptions.roles, fourth)) {
    return false;
  }
  return Object.hasOwn(assumptions.models, second) || second === COMPUTED_MODELS[0];
}
