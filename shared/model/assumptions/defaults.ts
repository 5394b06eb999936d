import { DEFAULT_MODELS } from './default-models.ts';
import { DEFAULT_MIX, DEFAULT_MOTIONS, DEFAULT_SPIFF } from './default-motions.ts';
import { DEFAULT_REFERENCE, DEFAULT_ROLES } from './default-roles.ts';
import type { Assumptions } from './types.ts';

/**
 * What the model takes until the user says otherwise. Today's model is not among it: it is asked,
 * never assumed. Where a figure comes from: `sources.ts`.
 */
export const DEFAULTS: Assumptions = {
  currency: 'USD',
  horizonYears: 3,
  discountRate: 0.1,
  grossMargin: 0.75,
  timing: 0.5,
  terminalYears: 2,
  currentModel: null,
  decisionMetric: 'npv',
  segments: { smallBelow: 50_000, midsizeUpTo: 100_000 },
  cycle: {
    measure: 'days',
    tauDays: 120,
    referenceDays: 90,
    minScale: 0.25,
    maxScale: 3,
    defaultDays: 90,
    cacPerDay: 300,
    segmentDays: {},
  },
  motions: DEFAULT_MOTIONS,
  roles: DEFAULT_ROLES,
  incentive: { elasticity: 0.05, reference: DEFAULT_REFERENCE },
  certification: { effect: 0.3, cost: 2500 },
  scorecard: { effect: 0.3 },
  spiff: DEFAULT_SPIFF,
  pay: { mode: 'target', attainment: 1 },
  effort: { valueScale: 60_000 },
  pursuit: { mode: 'worthwhile', years: 2 },
  friction: { dualOwner: 0.012 },
  risk: { default: 0.1, atHealth0: 0.3, atHealth100: 0.02, adoptionRisk: 0.2 },
  whitespace: { share: 0.3, replenish: 1, mix: DEFAULT_MIX },
  service: { level: 1, minHours: 2, maxHours: 105, arrScale: 120_000 },
  coordination: { pairHours: 6, accountHours: 2, signalHours: 0.5 },
  transition: { baseHours: 2, relationHours: 6, relationRisk: 0.02 },
  capacity: { mode: 'funded', rounding: 'none', fte: {} },
  bestFit: { roles: ['ae', 'csm'], singleOwner: false },
  bestBySegment: { models: ['allSales', 'split', 'allCsm'] },
  models: DEFAULT_MODELS,
};

/** Models that exist without being written down: their ownership is computed. */
export const COMPUTED_MODELS = ['bestFit', 'bestBySegment'] as const;

/** The fixed and custom models of these assumptions, in order: what may be today's model or chosen by segment. */
export function ownableModels(assumptions: Assumptions): readonly string[] {
  return Object.keys(assumptions.models).filter(
    (id) => !COMPUTED_MODELS.some((computed) => computed === id),
  );
}
