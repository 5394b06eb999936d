import type { Upsell } from './motions.ts';

/**
 * A column of repeated text, coded: `values[codes[i]]` is the text of row i. `values[0]` is always
 * '' (absent), so a code of 0 means "not given".
 */
export interface TextColumn {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/**
 * A book of business: one row an account, as read. Nothing is filled in here: an absent number is
 * NaN, an absent text is ''. Filling in depends on assumptions and is the model's first step.
 * All columns have `count` entries. Units: money a year in `currency`, days, fractions.
 */
export interface Book {
  readonly count: number;
  /** ISO 4217 code, e.g. 'USD'; '' where the source does not say (then the assumptions' currency is taken, and said). */
  readonly currency: string;
  /** Unique, never empty: the importer writes `row-<n>` where the source has none. */
  readonly accountId: readonly string[];
  readonly name: readonly string[];
  readonly segment: TextColumn;
  readonly region: TextColumn;
  readonly industry: TextColumn;
  /** Owners by role: the account executive, account manager and customer success manager in place. */
  readonly owners: Readonly<Record<string, TextColumn>>;
  /** Annual recurring revenue, ≥ 0, never NaN. */
  readonly arr: Float64Array;
  /** True where no recurring revenue exists and the won deals of twelve months stand in for it: every figure built on it is estimated. */
  readonly arrEstimated?: boolean | undefined;
  readonly contractValue: Float64Array;
  readonly cycleDays: Float64Array;
  readonly cac: Float64Array;
  readonly renewalShare: Float64Array;
  readonly risk: Float64Array;
  readonly health: Float64Array;
  readonly complexity: Float64Array;
  /** Money a year that could be sold, by type of upsell. */
  readonly potential: Readonly<Record<Upsell, Float64Array>>;
  /**
   * What the products that an account lacks would bring, where the reading was told to count them: the
   * new-solution potential of an account that states no potential at all, estimated. 0 where it lacks
   * none, NaN where nothing tells. Absent = not counted.
   */
  readonly whiteSpace?: Float64Array | undefined;
  /** Open deals by type of upsell, where the source brings any: see the potential rule of the model. Absent = no deals in this book. */
  readonly openDeals?: OpenDeals | undefined;
}

/** Value of open deals by account, money a year. */
export interface OpenDeals {
  /** How deals and the white-space estimate become potential; chosen when the book is read. */
  readonly rule: PotentialRule;
  readonly byUpsell: Readonly<Record<Upsell, Float64Array>>;
  /** Upsell deals whose type the source does not state: spread by `whitespace.mix`. */
  readonly unstated: Float64Array;
}

/**
 * - `larger`: the larger of the open deals and the estimate, a type of upsell at a time; the part
 *   above the deals is estimated. The default.
 * - `deals`: the open deals only.
 * - `dealsElseEstimate`: the deals where an account has any, else the estimate.
 */
export const POTENTIAL_RULES = ['larger', 'deals', 'dealsElseEstimate'] as const;
export type PotentialRule = (typeof POTENTIAL_RULES)[number];

/** The book without ids and names: no figure depends on them, and the texts of a million accounts are dear to copy. */
export function withoutNames(book: Book): Book {
  return { ...book, accountId: [], name: [] };
}
