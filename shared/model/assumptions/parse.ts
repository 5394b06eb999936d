import { MOTIONS } from '../../book/motions.ts';
import { isPlainObject, mapValues, own } from '../../units/records.ts';
import type { PlainObject } from '../../units/records.ts';
import { err, ok } from '../../units/result.ts';
import type { Result } from '../../units/result.ts';
import { checkTogether } from './checks.ts';
import { DEFAULTS } from './defaults.ts';
import { issueAt, shown } from './issue.ts';
import type { AssumptionIssue } from './issue.ts';
import { joinPath, splitPath, valueAt, withValueAt } from './paths.ts';
import { ASSUMPTIONS_SCHEMA } from './schema.ts';
import type { Assumptions, ByMotion, RoleFigures } from './types.ts';
import { inProportion, variantsOf } from './variants.ts';

/**
 * Assumptions from a file or any other unknown value. Any part may be given, the rest is `base`. A
 * role's figure given without the models' variants of it moves these in proportion. null takes out
 * a model's own figure of a role. Never throws; refused with every issue found.
 */
export function parseAssumptions(
  input: unknown,
  base: Assumptions = DEFAULTS,
): Result<Assumptions, readonly AssumptionIssue[]> {
  if (!isPlainObject(input)) {
    return err([issueAt('', `must be a group of figures, is ${shown(input)}`)]);
  }
  const hostile: AssumptionIssue[] = [];
  const merged = withVariantsMoved(merge({ ...base }, input, [], hostile), input, base);
  if (hostile.length > 0) return err(hostile);
  const parsed = ASSUMPTIONS_SCHEMA.safeParse(merged);
  if (!parsed.success) return err(parsed.error.issues.flatMap((issue) => inWords(issue, merged)));
  const whole = withReferences({ ...parsed.data, currentModel: parsed.data.currentModel || null });
  const issues = checkTogether(whole);
  return issues.length > 0 ? err(issues) : ok(whole);
}

/** As `parseAssumptions`, of the text of an assumptions file. */
export function parseAssumptionsText(
  text: string,
  base: Assumptions = DEFAULTS,
): Result<Assumptions, readonly AssumptionIssue[]> {
  try {
    const input: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return parseAssumptions(input, base);
  } catch {
    return err([issueAt('', 'could not be read: the file is not JSON')]);
  }
}

function merge(
  base: PlainObject,
  input: PlainObject,
  at: readonly string[],
  hostile: AssumptionIssue[],
): PlainObject {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(input)) {
    const names = [...at, name];
    const before = own(merged, name);
    if (name === '__proto__') hostile.push(issueAt(joinPath(names), 'is not a possible name'));
    else if (value === null && isOverride(names)) delete merged[name];
    else if (value === undefined) continue;
    else if (isPlainObject(value) && isPlainObject(before)) {
      merged[name] = merge(before, value, names, hostile);
    } else if (isPlainObject(value) && at.length < DEEPEST) {
      merged[name] = merge({}, value, names, hostile);
    } else merged[name] = value;
  }
  return merged;
}

/** Names in the longest path there is, models.<id>.segments.<segment>.<motion>.lead; what nests deeper is unknown anyway. */
const DEEPEST = 6;

function isOverride(names: readonly string[]): boolean {
  return names[0] === 'models' && names[2] === 'roles' && names.length > 4;
}

function withVariantsMoved(
  merged: PlainObject,
  input: PlainObject,
  base: Assumptions,
): PlainObject {
  let moved = merged;
  for (const { names, value } of numbersUnder(own(input, 'roles'), ['roles'])) {
    const path = joinPath(names);
    for (const variant of variantsOf(base, path)) {
      const variantNames = splitPath(variant.path) ?? [];
      if (valueAt(input, variantNames) !== undefined) continue;
      moved = withValueAt(moved, variantNames, inProportion(base, path, variant, value));
    }
  }
  return moved;
}

function numbersUnder(
  value: unknown,
  names: readonly string[],
): readonly { readonly names: readonly string[]; readonly value: number }[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [{ names, value }] : [];
  if (!isPlainObject(value) || names.length > DEEPEST) return [];
  return Object.entries(value).flatMap(([name, child]) => numbersUnder(child, [...names, name]));
}

/** A new role without references is neutral: its own commission rates pull neither way. */
function withReferences(assumptions: Assumptions): Assumptions {
  const { reference } = assumptions.incentive;
  const missing = Object.entries(assumptions.roles).filter(([role]) => !own(reference, role));
  if (missing.length === 0) return assumptions;
  const added = missing.map(([role, figures]) => [role, commissionRates(figures)] as const);
  return {
    ...assumptions,
    incentive: {
      ...assumptions.incentive,
      reference: { ...reference, ...Object.fromEntries(added) },
    },
  };
}

/** Commission a unit of money booked, by motion (equations, section 3: rate). */
function commissionRates(role: RoleFigures): ByMotion<number> {
  const target = role.ote * role.variableShare * (1 - role.scorecardWeight);
  return mapValues(role.weights, (weight) => (target / role.quota) * weight);
}

interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function inWords(issue: SchemaIssue, merged: PlainObject): readonly AssumptionIssue[] {
  const names = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) =>
      issueAt(joinPath([...names, key]), 'is not an assumption'),
    );
  }
  const value = valueAt(merged, names);
  const path = joinPath(names);
  if (value !== undefined) return [issueAt(path, `${issue.message}, is ${shown(value)}`)];
  const isNew = names[0] === 'roles' || MOTIONS.some((motion) => names.includes(motion));
  return [issueAt(path, isNew ? 'is missing: what is new needs all its figures' : 'is missing')];
}
