import { MOTIONS } from '../book/motions.ts';
import type {
  Assumptions,
  ModelDefinition,
  ModelId,
  MotionOwnership,
} from './assumptions/types.ts';
import { SERVICE_ROLE } from './structural-roles.ts';

/** The two models that the engine works out itself (model equations, section 4). */
export const BEST_FIT: ModelId = 'bestFit';
export const BEST_BY_SEGMENT: ModelId = 'bestBySegment';

/** The engine keeps a bit a role. */
const MOST_ROLES = 31;

/** True of models whose ownership is written down: the fixed and the custom ones. */
export function isNamedModel(assumptions: Assumptions, model: ModelId): boolean {
  return (
    model !== BEST_FIT &&
    model !== BEST_BY_SEGMENT &&
    Object.hasOwn(assumptions.models, model) &&
    assumptions.models[model]?.motions !== undefined
  );
}

/** Today's model, null where there is none: empty counts as none. */
export function currentModelOf(assumptions: Assumptions): ModelId | null {
  return assumptions.currentModel === '' ? null : assumptions.currentModel;
}

/** Why these models cannot be evaluated, in one sentence, or null where they can. */
export function refusalOf(assumptions: Assumptions, modelIds: readonly ModelId[]): string | null {
  const { roles, bestFit, bestBySegment } = assumptions;
  const isRole = (role: string) => Object.hasOwn(roles, role);
  const named = Object.keys(assumptions.models).filter((id) => isNamedModel(assumptions, id));
  const known = `known are ${[...named, BEST_FIT, BEST_BY_SEGMENT].join(', ')}`;
  if (!isRole(SERVICE_ROLE))
    return `roles.${SERVICE_ROLE} is missing: every account is served by it.`;
  if (Object.keys(roles).length > MOST_ROLES)
    return `There can be at most ${String(MOST_ROLES)} roles, there are ${String(Object.keys(roles).length)}.`;
  for (const id of modelIds) {
    if (id !== BEST_FIT && id !== BEST_BY_SEGMENT && !named.includes(id))
      return `There is no model "${id}": ${known}.`;
  }
  const current = currentModelOf(assumptions);
  if (current !== null && !named.includes(current))
    return `currentModel must be a fixed or custom model (${named.join(', ')}), is "${current}".`;
  if (bestFit.roles.length === 0 && modelIds.includes(BEST_FIT))
    return 'bestFit.roles must list at least one role.';
  const stranger = bestFit.roles.find((role) => !isRole(role));
  if (stranger !== undefined) return `bestFit.roles lists "${stranger}", which is not a role.`;
  if (bestBySegment.models.length === 0 && modelIds.includes(BEST_BY_SEGMENT))
    return 'bestBySegment.models must list at least one model.';
  const wrong = bestBySegment.models.find((id) => !named.includes(id));
  if (wrong !== undefined)
    return `bestBySegment.models must list fixed or custom models (${named.join(', ')}), lists "${wrong}".`;
  for (const id of named) {
    const nobody = strangerIn(assumptions.models[id], isRole);
    if (nobody !== null) return `models.${id}${nobody}`;
  }
  return null;
}

/** The first role that a model names and nobody defines. */
function strangerIn(
  model: ModelDefinition | undefined,
  isRole: (role: string) => boolean,
): string | null {
  if (model?.motions === undefined) return null;
  const check = (path: string, owned: MotionOwnership | undefined): string | null => {
    if (owned === undefined) return null;
    if (!isRole(owned.lead)) return `${path}.lead is "${owned.lead}", which is not a role.`;
    const assist = owned.assists.find(({ role }) => !isRole(role));
    return assist === undefined
      ? null
      : `${path}.assists names "${assist.role}", which is not a role.`;
  };
  for (const motion of MOTIONS) {
    const wrong = check(`.motions.${motion}`, model.motions[motion]);
    if (wrong !== null) return wrong;
    for (const [segment, motions] of Object.entries(model.segments ?? {})) {
      const wrongHere = check(`.segments.${segment}.${motion}`, motions[motion]);
      if (wrongHere !== null) return wrongHere;
    }
  }
  return null;
}
