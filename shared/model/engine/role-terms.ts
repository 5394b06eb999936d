import { MOTIONS } from '../../book/motions.ts';
import type {
  Assumptions,
  ModelId,
  RoleFigures,
  RoleId,
  RoleOverride,
} from '../assumptions/types.ts';

/** What a role's figures come to under one model (model equations, sections 3 and 6). Money a year or an hour. */
export interface RoleTerms {
  readonly id: RoleId;
  readonly figures: RoleFigures;
  /** The commission promised to one person. */
  readonly target: number;
  /** Commission per unit of money credited, by motion. */
  readonly rate: Float64Array;
  /** What pay pulls, by motion. */
  readonly pull: Float64Array;
  /** Loss because this role leads, by motion: `lossShort` + `lossSlope` · ρ. */
  readonly lossShort: Float64Array;
  readonly lossSlope: Float64Array;
  readonly loaded: number;
  readonly productive: number;
  readonly hourly: number;
  readonly fullHourly: number;
  /** Of one person: management and scorecard pay. */
  readonly managerCost: number;
  readonly scorecardCost: number;
  readonly hiringCost: number;
  readonly releaseCost: number;
}

const NO_OVERRIDE: RoleOverride = {};

/** Every role of the assumptions, in their order, with the model's own figures. */
export function roleTermsOf(assumptions: Assumptions, model: ModelId): readonly RoleTerms[] {
  return Object.keys(assumptions.roles).map((id) =>
    termsOf(assumptions, id, figuresOf(assumptions, model, id)),
  );
}

/** A role's figures under a model: the base, overridden figure by figure; `existingShare` never is. */
export function figuresOf(assumptions: Assumptions, model: ModelId, role: RoleId): RoleFigures {
  const base = own(assumptions.roles, role);
  if (base === undefined) throw new Error(`There is no role ${role}.`);
  const override = own(own(assumptions.models, model)?.roles, role) ?? NO_OVERRIDE;
  const { weights, loss, ...single } = override;
  return {
    ...overridden(base, single),
    weights: overridden(base.weights, weights),
    loss: overridden(base.loss, loss),
    existingShare: base.existingShare,
  };
}

/** `base` with every figure that `override` gives. */
function overridden<T extends object>(
  base: T,
  override: { readonly [K in keyof T]?: T[K] | undefined } | undefined,
): T {
  const given = Object.entries(override ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(given) };
}

function termsOf(assumptions: Assumptions, id: RoleId, figures: RoleFigures): RoleTerms {
  const { incentive, spiff, certification, motions } = assumptions;
  const { ote, variableShare, scorecardWeight, loss } = figures;
  const target = ote * variableShare * (1 - scorecardWeight);
  const loaded =
    ote * (1 - variableShare) * (1 + figures.benefits) +
    figures.overhead +
    certification.cost * figures.certified;
  const productive = figures.hoursPerYear * figures.productiveShare;
  const managerCost = figures.managerLoaded / figures.span;
  const scorecardCost = ote * variableShare * scorecardWeight * figures.scorecardAttainment;
  const rate = Float64Array.from(
    MOTIONS,
    (motion) => (target / figures.quota) * figures.weights[motion],
  );
  const pull = Float64Array.from(MOTIONS, (motion, m) => {
    const reference = own(incentive.reference, id)?.[motion] ?? 0;
    if (reference === 0) return 0;
    const ratio = ((rate[m] ?? 0) * spiff[motion]) / reference;
    return incentive.elasticity * Math.log(Math.min(16, Math.max(1 / 16, ratio)));
  });
  const certain = 1 - certification.effect * figures.certified;
  const lossShort = Float64Array.from(MOTIONS, (motion) => {
    const { newness } = motions[motion];
    return ((1 - newness) * loss.sameShort + newness * loss.newShort) * certain;
  });
  const lossLong = MOTIONS.map((motion) => {
    const { newness } = motions[motion];
    return ((1 - newness) * loss.sameLong + newness * loss.newLong) * certain;
  });
  return {
    id,
    figures,
    target,
    rate,
    pull,
    lossShort,
    lossSlope: lossShort.map((short, m) => (lossLong[m] ?? 0) - short),
    loaded,
    productive,
    hourly: loaded / productive,
    fullHourly: (loaded + managerCost + scorecardCost) / productive,
    managerCost,
    scorecardCost,
    hiringCost: figures.hireCost + (figures.rampMonths / 12) * loaded * 0.5,
    releaseCost: (figures.releaseMonths / 12) * loaded * (1 - figures.redeployShare),
  };
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
