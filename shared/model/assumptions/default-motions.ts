import type { Assumptions, ByMotion } from './types.ts';

/** What is sold, and how much each outcome depends on who leads it (equations, section 2). */
export const DEFAULT_MOTIONS: Assumptions['motions'] = {
  renewal: { newness: 0, sensitivity: 0.15, passive: 0.92, hours: 12 },
  priceIncrease: { newness: 0, sensitivity: 0.3, winRate: 0.75, passive: 0.6, hours: 3 },
  consumption: { newness: 0.1, sensitivity: 0.5, winRate: 0.65, passive: 0.5, hours: 5 },
  organicUsers: { newness: 0.1, sensitivity: 0.3, winRate: 0.7, passive: 0.65, hours: 3 },
  featureUpgrade: { newness: 0.35, sensitivity: 0.8, winRate: 0.6, passive: 0.2, hours: 10 },
  proactiveUsers: { newness: 0.75, sensitivity: 1, winRate: 0.45, passive: 0.05, hours: 18 },
  newSolution: { newness: 1, sensitivity: 1, winRate: 0.4, passive: 0.02, hours: 30 },
};

/** Credit towards commission above or below one for one. */
export const DEFAULT_SPIFF: ByMotion<number> = {
  renewal: 1,
  priceIncrease: 1,
  consumption: 1,
  organicUsers: 1,
  featureUpgrade: 1,
  proactiveUsers: 1,
  newSolution: 1.25,
};

/** How the estimated white space of an account falls to the types of upsell. */
export const DEFAULT_MIX: Assumptions['whitespace']['mix'] = {
  priceIncrease: 0.15,
  consumption: 0.2,
  organicUsers: 0.15,
  featureUpgrade: 0.1,
  proactiveUsers: 0.2,
  newSolution: 0.2,
};
