import type { RoleId } from './assumptions/types.ts';
import type { Metric } from './metric.ts';
import { BOOKED_METRICS, COST_METRICS, REVENUE_METRICS, VALUE_METRICS } from './metrics-money.ts';
import {
  OVERLAP_METRICS,
  PEOPLE_METRICS,
  roleMetrics,
  TRANSITION_METRICS,
} from './metrics-people.ts';

/** The roles of the defaults, for whom metrics are there without asking. */
const USUAL_ROLES: readonly RoleId[] = ['ae', 'am', 'csm'];

/** Every metric there is, in the order of a comparison; the roles' own figures for the roles given. */
export function metricsOf(roles: readonly RoleId[] = USUAL_ROLES): readonly Metric[] {
  return [
    ...VALUE_METRICS,
    ...REVENUE_METRICS,
    ...BOOKED_METRICS,
    ...PEOPLE_METRICS,
    ...roles.flatMap(roleMetrics),
    ...COST_METRICS,
    ...OVERLAP_METRICS,
    ...TRANSITION_METRICS,
  ];
}

/** The metric of an id such as `cost.runCost` or `fte.csm`; undefined where there is none. */
export function metricOf(id: string): Metric | undefined {
  const role = /^(?:fte|demandHours|freedHours|coverage|coverageUpsell|impliedAttainment)\.(.+)$/;
  const named = role.exec(id)?.[1];
  return metricsOf(named === undefined ? [] : [named]).find((metric) => metric.id === id);
}

/** The parts of a year's cost in the order they are stacked; they add up to `cost.runCost`. */
export const COST_PARTS = [
  'cost.peopleCore',
  'cost.coordination',
  'cost.managers',
  'cost.commissionLead',
  'cost.commissionAssist',
  'cost.scorecard',
] as const;
