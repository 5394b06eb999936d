import type { Motion } from '../book/motions.ts';
import type { ByMotion, ModelId, RoleId } from './assumptions/types.ts';
import type { EstimatedField } from './fill-in.ts';
import type { ByRole } from './result.ts';

/**
 * Year 1 of one model, account by account, in the book's order. Money in the book's currency a year,
 * hours a year. Commission is scaled to what is paid (`pay.mode`).
 */
export interface AccountResults {
  readonly model: ModelId;
  readonly count: number;
  /** What the numbers in `lead` point to. */
  readonly roles: readonly RoleId[];
  /** Index into `roles` of who leads the motion; −1 where it is not worked. */
  readonly lead: ByMotion<Int8Array>;
  /** Value at stake. */
  readonly value: ByMotion<Float64Array>;
  readonly booked: ByMotion<Float64Array>;
  /** What commission is reckoned on; 0 where not worked. */
  readonly credited: ByMotion<Float64Array>;
  readonly retained: Float64Array;
  /** ARR lost because the relationship moves away from today's lead. */
  readonly arrLost: Float64Array;
  readonly hoursLead: ByRole<Float64Array>;
  readonly hoursAssist: ByRole<Float64Array>;
  readonly hoursService: Float64Array;
  /** By role, over all motions. */
  readonly commissionLead: ByRole<Float64Array>;
  readonly commissionAssist: ByRole<Float64Array>;
  /** How many roles lead something here: 2 or more is a shared account. */
  readonly leads: Uint8Array;
  /** 1 where a motion changes its lead against today's model. */
  readonly moved: Uint8Array;
  /** The model whose figures apply to an account, as an index into `chosenModels`: several only under bestBySegment. */
  readonly chosenModels: readonly ModelId[];
  readonly chosen: Uint8Array;
}

/** Everything that led to one account's figures in one motion under one model, year 1 (the Explain panel). Symbols as in the model equations. */
export interface Explanation {
  readonly model: ModelId;
  /** The model whose figures apply: differs from `model` under bestBySegment. */
  readonly figuresOf: ModelId;
  readonly account: number;
  readonly motion: Motion;
  readonly inputs: {
    readonly segment: string;
    readonly arr: number;
    readonly cycleDays: number;
    readonly renewalShare: number;
    readonly risk: number;
    readonly complexity: number;
    /** V: ARR up for renewal or potential. */
    readonly value: number;
    /** Which of these were filled in rather than read. */
    readonly estimated: readonly EstimatedField[];
  };
  readonly drivers: {
    /** ρ, the part of the relationship held by the seller. */
    readonly relationship: number;
    /** L, how much effort the cycle asks of a new sale. */
    readonly effortScale: number;
    /** size(V), between 0 and 1. */
    readonly size: number;
    readonly newness: number;
    readonly sensitivity: number;
    readonly passive: number;
    /** κ, what leaving customers take from upsell; 1 for the renewal. */
    readonly kept: number;
  };
  /** Null where the model gives this motion to nobody. */
  readonly lead: LeadExplanation | null;
  /** Success if worked by the ideal owner: 1 − risk′, or the win rate. */
  readonly success: number;
  readonly worked: boolean;
  /** φ of the account. */
  readonly friction: number;
  /** The lead's coverage for this motion; 1 where nobody leads. */
  readonly coverage: number;
  readonly booked: number;
  readonly credited: number;
  readonly hours: {
    readonly lead: number;
    readonly assists: ByRole;
    readonly signal: number;
    /** Service hours of the whole account. */
    readonly service: number;
  };
  readonly pay: {
    /** By role: credited · rate, and what the pay mode makes of it. */
    readonly commissionLead: number;
    readonly commissionAssist: ByRole;
    /** By role: what its commissions are scaled by. */
    readonly scale: ByRole;
  };
}

export interface RoleTermsExplanation {
  readonly role: RoleId;
  /** Loss if this role led, from the four corners and the certification. */
  readonly loss: number;
  readonly target: number;
  readonly quota: number;
  readonly weight: number;
  /** target / quota · weight. */
  readonly rate: number;
  readonly hourly: number;
  readonly fullHourly: number;
}
export interface LeadExplanation extends RoleTermsExplanation {
  readonly spiff: number;
  readonly reference: number;
  readonly pull: number;
  readonly assists: readonly (RoleTermsExplanation & {
    readonly involvement: number;
    readonly credit: number;
  })[];
  /** Loss after the assists' help. */
  readonly lossAfterHelp: number;
  readonly yield: number;
  /** The judgement whether it is worth working, at full coverage and without friction. */
  readonly worth: {
    readonly worked: number;
    readonly alone: number;
    readonly margin: number;
    readonly pay: number;
    readonly leadCost: number;
    readonly assistCost: number;
    readonly signalCost: number;
    readonly worth: number;
  };
}
