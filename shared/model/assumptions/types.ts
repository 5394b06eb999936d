import type { Motion, Upsell } from '../../book/motions.ts';

/** What was sold, by motion. */
export type ByMotion<T> = Readonly<Record<Motion, T>>;
export type ByUpsell<T> = Readonly<Record<Upsell, T>>;
/** A role is data: any id may appear. The defaults name `ae`, `am` and `csm`. */
export type RoleId = string;
/** A model is data: `allSales`, `split`, `allCsm`, any custom name; `bestFit` and `bestBySegment` are computed. */
export type ModelId = string;

/** One role's figures. Money in `Assumptions.currency` a year, shares 0..1, hours a year. */
export interface RoleFigures {
  readonly ote: number;
  readonly variableShare: number;
  readonly scorecardWeight: number;
  readonly scorecardAttainment: number;
  readonly quota: number;
  readonly weights: ByMotion<number>;
  readonly benefits: number;
  readonly overhead: number;
  readonly hoursPerYear: number;
  readonly productiveShare: number;
  readonly span: number;
  readonly managerLoaded: number;
  readonly certified: number;
  /** What is lost because this role leads: the four corners of the two vectors. */
  readonly loss: LossCorners;
  readonly hireCost: number;
  readonly rampMonths: number;
  readonly releaseMonths: number;
  readonly redeployShare: number;
  readonly existingShare: number;
}

export interface LossCorners {
  readonly sameShort: number;
  readonly sameLong: number;
  readonly newShort: number;
  readonly newLong: number;
}

export interface MotionFigures {
  readonly newness: number;
  readonly sensitivity: number;
  readonly passive: number;
  readonly hours: number;
}
export interface UpsellFigures extends MotionFigures {
  readonly winRate: number;
}

export interface Assist {
  readonly role: RoleId;
  readonly involvement: number;
  readonly credit: number;
}
export interface MotionOwnership {
  readonly lead: RoleId;
  readonly assists: readonly Assist[];
}

type DeepPartial<T> = T extends object
  ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
  : T;
/** A model's own figures of a role: absolute, any figure but `existingShare`. */
export type RoleOverride = DeepPartial<Omit<RoleFigures, 'existingShare'>>;

/** One ownership model as data; `bestFit` has roles only. */
export interface ModelDefinition {
  readonly label?: string | undefined;
  readonly roles?: Readonly<Record<RoleId, RoleOverride>> | undefined;
  readonly motions?: ByMotion<MotionOwnership> | undefined;
  /** segment → motions whose ownership differs there. */
  readonly segments?:
    Readonly<Record<string, { readonly [M in Motion]?: MotionOwnership | undefined }>> | undefined;
}

/** Every figure the model takes. Allowed ranges: model equations, section 2. */
export interface Assumptions {
  readonly currency: string;
  readonly horizonYears: number;
  readonly discountRate: number;
  readonly grossMargin: number;
  readonly timing: number;
  readonly terminalYears: number;
  /** What is true today; null where the user has not said. */
  readonly currentModel: ModelId | null;
  readonly decisionMetric: DecisionMetric;
  readonly segments: { readonly smallBelow: number; readonly midsizeUpTo: number };
  readonly cycle: {
    readonly measure: 'days' | 'cac';
    readonly tauDays: number;
    readonly referenceDays: number;
    readonly minScale: number;
    readonly maxScale: number;
    readonly defaultDays: number;
    readonly cacPerDay: number;
    /** Cycle length the user typed for a segment, days: used for its accounts without one, before any median. */
    readonly segmentDays: Readonly<Record<string, number>>;
  };
  readonly motions: Readonly<{ renewal: MotionFigures }> & ByUpsell<UpsellFigures>;
  readonly roles: Readonly<Record<RoleId, RoleFigures>>;
  readonly incentive: {
    readonly elasticity: number;
    readonly reference: Readonly<Record<RoleId, ByMotion<number>>>;
  };
  readonly certification: { readonly effect: number; readonly cost: number };
  readonly scorecard: { readonly effect: number };
  readonly spiff: ByMotion<number>;
  readonly pay: { readonly mode: 'target' | 'quota'; readonly attainment: number };
  readonly effort: { readonly valueScale: number };
  readonly pursuit: { readonly mode: 'worthwhile' | 'always'; readonly years: number };
  readonly friction: { readonly dualOwner: number };
  readonly risk: {
    readonly default: number;
    readonly atHealth0: number;
    readonly atHealth100: number;
    readonly adoptionRisk: number;
  };
  readonly whitespace: {
    readonly share: number;
    readonly replenish: number;
    readonly mix: ByUpsell<number>;
  };
  readonly service: {
    readonly level: number;
    readonly minHours: number;
    readonly maxHours: number;
    readonly arrScale: number;
  };
  readonly coordination: {
    readonly pairHours: number;
    readonly accountHours: number;
    readonly signalHours: number;
  };
  readonly transition: {
    readonly baseHours: number;
    readonly relationHours: number;
    readonly relationRisk: number;
  };
  readonly capacity: {
    readonly mode: 'funded' | 'fixed';
    readonly rounding: 'none' | 'half' | 'whole';
    readonly fte: Readonly<Record<RoleId, number>>;
  };
  readonly bestFit: { readonly roles: readonly RoleId[]; readonly singleOwner: boolean };
  readonly bestBySegment: { readonly models: readonly ModelId[] };
  readonly models: Readonly<Record<ModelId, ModelDefinition>>;
}

export const DECISION_METRICS = ['npv', 'runRate', 'contribution'] as const;
export type DecisionMetric = (typeof DECISION_METRICS)[number];
