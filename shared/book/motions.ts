/** The six types of upsell, in the order of every table and column. Cross-sell is `newSolution`. */
export const UPSELLS = [
  'priceIncrease',
  'consumption',
  'organicUsers',
  'featureUpgrade',
  'proactiveUsers',
  'newSolution',
] as const;
export type Upsell = (typeof UPSELLS)[number];

/** What is sold to existing customers: the renewal, then the six types of upsell. */
export const MOTIONS = ['renewal', ...UPSELLS] as const;
export type Motion = (typeof MOTIONS)[number];
