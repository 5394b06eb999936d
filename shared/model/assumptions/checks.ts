import { own } from '../../units/records.ts';
import { COMPUTED_MODELS, ownableModels } from './defaults.ts';
import { issueAt, shown } from './issue.ts';
import type { AssumptionIssue } from './issue.ts';
import { joinPath } from './paths.ts';
import type { Assumptions, ModelDefinition, ModelId, MotionOwnership } from './types.ts';

/** What must hold across figures that are each within their bounds (equations, section 4). */
export function checkTogether(assumptions: Assumptions): readonly AssumptionIssue[] {
  return [
    ...checkNames('roles', assumptions.roles),
    ...checkNames('models', assumptions.models),
    ...checkModelNames(assumptions),
    ...checkRoleNames(assumptions),
    ...Object.entries(assumptions.models).flatMap(([id, model]) =>
      checkModel(assumptions, id, model),
    ),
    ...(assumptions.cycle.minScale > assumptions.cycle.maxScale
      ? [issueAt('cycle.minScale', 'must not be above cycle.maxScale')]
      : []),
  ];
}

/** A name that every object inherits could be mistaken for one that is there. */
function checkNames(at: string, table: Readonly<Record<string, unknown>>): AssumptionIssue[] {
  return Object.keys(table)
    .filter((name) => name === '' || name in {})
    .map((name) => issueAt(joinPath([at, name]), 'is not a possible name'));
}

function checkModelNames(assumptions: Assumptions): AssumptionIssue[] {
  const known = ownableModels(assumptions);
  const mustBe = `must be one of ${known.join(', ')}`;
  const { currentModel, bestBySegment } = assumptions;
  const issues = bestBySegment.models.flatMap((model, index) =>
    known.includes(model)
      ? []
      : [issueAt(joinPath(['bestBySegment', 'models', index]), `${mustBe}, is ${shown(model)}`)],
  );
  if (currentModel !== null && !known.includes(currentModel)) {
    issues.push(issueAt('currentModel', `${mustBe}, is ${shown(currentModel)}`));
  }
  if (bestBySegment.models.length === 0) {
    issues.push(issueAt('bestBySegment.models', 'must name at least one model'));
  }
  return issues;
}

function checkRoleNames(assumptions: Assumptions): AssumptionIssue[] {
  const { bestFit, capacity, incentive } = assumptions;
  const issues = [
    ...bestFit.roles.map((role, index) => ({ role, at: ['bestFit', 'roles', index] })),
    ...Object.keys(capacity.fte).map((role) => ({ role, at: ['capacity', 'fte', role] })),
    ...Object.keys(incentive.reference).map((role) => ({
      role,
      at: ['incentive', 'reference', role],
    })),
  ].flatMap(({ role, at }) => unknownRole(assumptions, role, at));
  if (bestFit.roles.length === 0) {
    issues.push(issueAt('bestFit.roles', 'must name at least one role'));
  }
  return issues;
}

function checkModel(
  assumptions: Assumptions,
  id: ModelId,
  model: ModelDefinition,
): AssumptionIssue[] {
  const at = ['models', id];
  if (id === 'bestBySegment') {
    return [issueAt(joinPath(at), 'has no figures of its own: see bestBySegment.models')];
  }
  const issues = Object.keys(model.roles ?? {}).flatMap((role) =>
    unknownRole(assumptions, role, [...at, 'roles', role]),
  );
  const isComputed = COMPUTED_MODELS.some((computed) => computed === id);
  if (isComputed && (model.motions !== undefined || model.segments !== undefined)) {
    issues.push(issueAt(joinPath(at), 'may have roles only: who leads is computed'));
  }
  if (!isComputed && model.motions === undefined) {
    issues.push(issueAt(joinPath([...at, 'motions']), 'is missing: say who leads each motion'));
  }
  const tables = [
    { at: [...at, 'motions'], table: model.motions ?? {} },
    ...Object.entries(model.segments ?? {}).map(([segment, table]) => ({
      at: [...at, 'segments', segment],
      table,
    })),
  ];
  for (const { at: place, table } of tables) {
    for (const [motion, ownership] of Object.entries(table)) {
      if (ownership !== undefined) {
        issues.push(...checkOwnership(assumptions, ownership, [...place, motion]));
      }
    }
  }
  return issues;
}

function checkOwnership(
  assumptions: Assumptions,
  ownership: MotionOwnership,
  at: readonly string[],
): AssumptionIssue[] {
  return [
    ...unknownRole(assumptions, ownership.lead, [...at, 'lead']),
    ...ownership.assists.flatMap((assist, index) =>
      unknownRole(assumptions, assist.role, [...at, 'assists', index, 'role']),
    ),
  ];
}

function unknownRole(
  assumptions: Assumptions,
  role: string,
  at: readonly (string | number)[],
): AssumptionIssue[] {
  if (own(assumptions.roles, role) !== undefined) return [];
  const known = Object.keys(assumptions.roles).join(', ');
  return [issueAt(joinPath(at), `must be one of the roles ${known}, is ${shown(role)}`)];
}
