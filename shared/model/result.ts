import type { Motion } from '../book/motions.ts';
import type { ModelId, RoleId } from './assumptions/types.ts';

export type ByRole<T = number> = Readonly<Record<RoleId, T>>;

/** The figures of one model (equations, section 11). Money in the book's currency a year; ratios null where not defined. */
export interface ModelResult {
  readonly arr: number;
  readonly retainedArr: number;
  readonly expansionArr: number;
  readonly grr: number | null;
  readonly nrr: number | null;
  readonly bookedByMotion: Readonly<Record<Motion, number>>;
  readonly fte: ByRole;
  readonly coverage: ByRole;
  readonly coverageUpsell: ByRole;
  readonly demandHours: ByRole;
  readonly freedHours: ByRole;
  readonly cost: Cost;
  readonly overlap: Overlap;
  readonly impliedAttainment: ByRole<number | null>;
  readonly costPerDollar: number | null;
  readonly transition: Transition;
  readonly runRate: number;
  readonly contribution: number;
  readonly years: readonly YearResult[];
  readonly npvTerminal: number;
  readonly npv: number;
  /** bestFit only: worked motions by motion and role, zeros left out. */
  readonly leads?: Readonly<Partial<Record<Motion, ByRole>>>;
  /** bestBySegment only: segment → model. */
  readonly chosen?: Readonly<Record<string, ModelId>>;
}

export interface Cost {
  readonly peopleCore: number;
  readonly coordination: number;
  readonly people: number;
  readonly managers: number;
  readonly commissionLead: number;
  readonly commissionAssist: number;
  readonly scorecard: number;
  readonly runCost: number;
}

export interface Overlap {
  readonly paidTwice: number;
  readonly dualOwnedAccounts: number;
  readonly dualOwnedArr: number;
  readonly singleThroatShare: number | null;
  readonly pairs: number;
  readonly csmsPerAe: number | null;
  readonly aesPerCsm: number | null;
  readonly coordinationHours: number;
  readonly coordinationCost: number;
  readonly signals: number;
}

export interface Transition {
  readonly accountsMoved: number;
  readonly hoursCost: number;
  readonly hiring: number;
  readonly release: number;
  readonly arrLost: number;
  readonly cost: number;
}

export interface YearResult {
  readonly arr: number;
  readonly retainedArr: number;
  readonly expansionArr: number;
  readonly runCost: number;
  readonly contribution: number;
}

/** What `compare --json`, the workbook, the window and the tests share. */
export interface Comparison {
  readonly accounts: number;
  readonly currency: string;
  readonly currentModel: ModelId | null;
  readonly models: Readonly<Record<ModelId, ModelResult>>;
}
