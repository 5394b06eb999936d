import { MOTION_COUNT } from './workspace.ts';

/**
 * Sums over some accounts for one model and year. Hours, money and counts add up; ratios and
 * everything that depends on how many people there are is worked out from them afterwards. By role:
 * in the order of the model's roles.
 */
export interface Tally {
  /** All that follows, one after the other. */
  readonly all: Float64Array;
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
const TOTAL_COUNT = Object.keys(TOTALS).length;

/** Nothing yet; `all`: where the figures are to stand, one after the other. */
export function emptyTally(roles: number, all = new Float64Array(figuresOf(roles))): Tally {
  let at = 0;
  const next = (length: number) => all.subarray(at, (at += length));
  return {
    all,
    renewalHours: next(roles),
    upsellHours: next(roles),
    coordinationHours: next(roles),
    rawLead: next(roles),
    rawAssist: next(roles),
    leads: next(roles * MOTION_COUNT),
    booked: next(MOTION_COUNT),
    totals: next(TOTAL_COUNT),
  };
}

function figuresOf(roles: number): number {
  return (5 + MOTION_COUNT) * roles + MOTION_COUNT + TOTAL_COUNT;
}

/** Adds `amount` to one entry. */
export function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] ?? 0) + amount;
}

/** Adds the figures of another tally. The order of additions decides the last bits: add in the book's order. */
export function addTally(to: Tally, figures: Float64Array): void {
  for (let i = 0; i < figures.length; i += 1) add(to.all, i, figures[i] ?? 0);
}
