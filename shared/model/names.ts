import type { Motion } from '../book/motions.ts';
import { own } from '../units/records.ts';
import type { Assumptions, ModelId, RoleId } from './assumptions/types.ts';

/** What the screens, the workbook and the sentences call things: one word for one thing everywhere. */
export const MOTION_NAMES: Readonly<Record<Motion, string>> = {
  renewal: 'Renewal',
  priceIncrease: 'Price increase',
  consumption: 'Consumption',
  organicUsers: 'Organic users',
  featureUpgrade: 'Feature upgrade',
  proactiveUsers: 'Proactive users',
  newSolution: 'New solution (cross-sell)',
};

/** What a motion is, in a sentence. */
export const MOTION_MEANINGS: Readonly<Record<Motion, string>> = {
  renewal: 'The contract is prolonged.',
  priceIncrease: 'The same at a higher price.',
  consumption: 'More units of the same: minutes, data, transactions.',
  organicUsers: "More users because the customer's own teams grow.",
  featureUpgrade: 'A higher edition or more features of the same product.',
  proactiveUsers: 'New divisions or new uses, won by going after them.',
  newSolution: 'Another product: cross-sell.',
};

const ROLE_NAMES: Readonly<Record<RoleId, { readonly short: string; readonly long: string }>> = {
  ae: { short: 'AE', long: 'Account executive' },
  am: { short: 'AM', long: 'Account manager' },
  csm: { short: 'CSM', long: 'Customer success manager' },
};

const MODEL_NAMES: Readonly<Record<ModelId, string>> = {
  allSales: 'All-Sales',
  split: 'Split',
  allCsm: 'All-CSM',
  bestFit: 'Best fit',
  bestBySegment: 'Best by segment',
};

/** Short name of a role for tables and labels; a role of the user's own is called by its id. */
export function roleName(role: RoleId): string {
  return own(ROLE_NAMES, role)?.short ?? role;
}

/** The role in full. */
export function roleTitle(role: RoleId): string {
  return own(ROLE_NAMES, role)?.long ?? role;
}

/** Name of a model: the user's label where there is one. */
export function modelName(model: ModelId, models: Assumptions['models'] = {}): string {
  return own(models, model)?.label ?? own(MODEL_NAMES, model) ?? model;
}
