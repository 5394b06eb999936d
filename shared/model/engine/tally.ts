import { MOTION_COUNT } from './workspace.ts';

/**
 * Sums over some accounts for one model and year. Hours, money and counts add up; ratios and
 * everything that depends on how many people there are is worked out from them afterwards. By role:
 * in the order of the model's roles.
 */
export interface Tally {
  /** Hours of renewals (lead and assist); service and coordination come beside them. */
  readonly renewalHours: Float64Array;
  readonly upsellHours: Float64Array;
  /** Coordination of shared accounts and signals; pairs are counted apart. */
  readonly coordinationHours: Float64Array;
  /** Commission at the stated quota. */
  readonly rawLead: Float64Array;
  readonly rawAssist: Float64Array;
  /** Worked motions by motion and lead: index motion · roles + role. */
  readonly leads: Float64Array;
  readonly booked: Float64Array;
  /** By `TOTALS`. */
  readonly totals: Float64Array;
}

/** What `Tally.totals` holds. */
export const TOTALS = {
  accounts: 0,
  arr: 1,
  serviceHours: 2,
  signals: 3,
  dualAccounts: 4,
  dualArr: 5,
  singleArr: 6,
  retained: 7,
  moved: 8,
  movingCost: 9,
  arrLost: 10,
} as const;

export function emptyTally(roles: number): Tally {
  return {
    renewalHours: new Float64Array(roles),
    upsellHours: new Float64Array(roles),
    coordinationHours: new Float64Array(roles),
    rawLead: new Float64Array(roles),
    rawAssist: new Float64Array(roles),
    leads: new Float64Array(roles * MOTION_COUNT),
    booked: new Float64Array(MOTION_COUNT),
    totals: new Float64Array(Object.keys(TOTALS).length),
  };
}

/** Adds `amount` to one entry. */
export function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] ?? 0) + amount;
}

/** Adds `from` to `to`. The order of additions decides the last bits: merge blocks in the book's order. */
export function mergeTally(to: Tally, from: Tally): void {
  addAll(to.renewalHours, from.renewalHours);
  addAll(to.upsellHours, from.upsellHours);
  addAll(to.coordinationHours, from.coordinationHours);
  addAll(to.rawLead, from.rawLead);
  addAll(to.rawAssist, from.rawAssist);
  addAll(to.leads, from.leads);
  addAll(to.booked, from.booked);
  addAll(to.totals, from.totals);
}

function addAll(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < to.length; i += 1) add(to, i, from[i] ?? 0);
}
