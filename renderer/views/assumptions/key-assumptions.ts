import type { AssumptionPath } from '../../../shared/model/assumptions/paths.ts';

/** The assumptions that move the answer most: as sliders beside the charts. */
export const KEY_ASSUMPTIONS: readonly AssumptionPath[] = [
  'roles.csm.ote',
  'roles.ae.ote',
  'roles.ae.variableShare',
  'roles.csm.variableShare',
  'roles.ae.productiveShare',
  'grossMargin',
  'risk.default',
  'whitespace.share',
  'motions.newSolution.winRate',
  'roles.csm.loss.newShort',
  'roles.csm.loss.newLong',
  'roles.ae.loss.sameShort',
  'cycle.tauDays',
  'friction.dualOwner',
  'transition.relationRisk',
];
