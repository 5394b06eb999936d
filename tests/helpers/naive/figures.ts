import { MOTIONS, type Motion } from '../../../shared/book/motions.ts';
import type {
  Assist,
  Assumptions,
  ModelId,
  RoleFigures,
  RoleId,
} from '../../../shared/model/assumptions/types.ts';
import { at, maybe, sum, type Account } from './accounts.ts';

export interface Figures extends RoleFigures {
  id: RoleId;
  target: number;
  loaded: number;
  productive: number;
  hourly: number;
  fullHourly: number;
  rate: Record<Motion, number>;
  pull: Record<Motion, number>;
}

/** Sections 3 and 6: a role's figures under a model. */
export function figuresOf(a: Assumptions, model: ModelId): Record<RoleId, Figures> {
  return Object.fromEntries(
    Object.entries(a.roles).map(([id, base]) => {
      const over = maybe(maybe(a.models, model)?.roles, id) ?? {};
      const f = {
        ...base,
        ...over,
        weights: { ...base.weights, ...over.weights },
        loss: { ...base.loss, ...over.loss },
        existingShare: base.existingShare,
      } as RoleFigures;
      const target = f.ote * f.variableShare * (1 - f.scorecardWeight);
      const productive = f.hoursPerYear * f.productiveShare;
      const loaded =
        f.ote * (1 - f.variableShare) * (1 + f.benefits) +
        f.overhead +
        a.certification.cost * f.certified;
      const scorecard = f.ote * f.variableShare * f.scorecardWeight * f.scorecardAttainment;
      const rate = Object.fromEntries(
        MOTIONS.map((m) => [m, (target / f.quota) * f.weights[m]]),
      ) as Record<Motion, number>;
      const pull = Object.fromEntries(
        MOTIONS.map((m) => {
          const reference = maybe(a.incentive.reference, id)?.[m] ?? 0;
          const ratio = (rate[m] * a.spiff[m]) / reference;
          return [
            m,
            reference === 0
              ? 0
              : a.incentive.elasticity * Math.log(Math.min(16, Math.max(1 / 16, ratio))),
          ];
        }),
      ) as Record<Motion, number>;
      return [
        id,
        {
          ...f,
          id,
          target,
          loaded,
          productive,
          hourly: loaded / productive,
          fullHourly: (loaded + f.managerLoaded / f.span + scorecard) / productive,
          rate,
          pull,
        },
      ];
    }),
  );
}

export interface Owned {
  lead: RoleId;
  assists: readonly Assist[];
}
export type Leads = Record<string, Owned | null>;

export const size = (a: Assumptions, v: number) => 1 - Math.exp(-v / a.effort.valueScale);
export const rho = (a: Assumptions, x: Account) => 1 - Math.exp(-x.cycleDays / a.cycle.tauDays);
export const valueOf = (x: Account, m: Motion) =>
  m === 'renewal' ? x.arr * x.renewalShare : (x.potential[m] ?? 0);

export function lossOf(a: Assumptions, f: Figures, x: Account, m: Motion): number {
  const nu = a.motions[m].newness;
  const p = rho(a, x);
  return (
    ((1 - nu) * ((1 - p) * f.loss.sameShort + p * f.loss.sameLong) +
      nu * ((1 - p) * f.loss.newShort + p * f.loss.newLong)) *
    (1 - a.certification.effect * f.certified)
  );
}
export function yieldOf(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  x: Account,
  m: Motion,
  owned: Owned,
): number {
  const lead = at(roles, owned.lead);
  const own = lossOf(a, lead, x, m);
  const help = sum(
    owned.assists.map((k) => k.involvement * Math.max(0, own - lossOf(a, at(roles, k.role), x, m))),
  );
  return Math.max(0, 1 - a.motions[m].sensitivity * (Math.max(0, own - help) - lead.pull[m]));
}
export function success(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  x: Account,
  m: Motion,
  covCsm: number,
): number {
  if (m !== 'renewal') return a.motions[m].winRate;
  const csm = at(roles, 'csm');
  return (
    1 -
    Math.min(
      1,
      x.risk * (1 - a.scorecard.effect * csm.variableShare * csm.scorecardWeight) +
        a.risk.adoptionRisk * Math.max(0, 1 - a.service.level * covCsm),
    )
  );
}
export function hoursOf(a: Assumptions, x: Account, m: Motion): number {
  const v = valueOf(x, m);
  if (!(v > 0)) return 0;
  const scale = Math.min(
    a.cycle.maxScale,
    Math.max(a.cycle.minScale, x.cycleDays / a.cycle.referenceDays),
  );
  const nu = a.motions[m].newness;
  return a.motions[m].hours * x.complexity * (1 - nu + nu * scale) * size(a, v);
}
/** Section 4. */
export function worthOf(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  x: Account,
  m: Motion,
  owned: Owned,
  phi: number,
): number {
  const v = valueOf(x, m);
  const w = success(a, roles, x, m, 1);
  const worked = v * Math.min(1, w * yieldOf(a, roles, x, m, owned) * (1 - phi));
  const alone = v * w * a.motions[m].passive;
  const lead = at(roles, owned.lead);
  const pay =
    worked *
    a.spiff[m] *
    (lead.rate[m] + sum(owned.assists.map((k) => at(roles, k.role).rate[m] * k.credit)));
  const hours = hoursOf(a, x, m);
  let worth = a.grossMargin * a.pursuit.years * (worked - alone) - pay - hours * lead.fullHourly;
  for (const k of owned.assists) worth -= k.involvement * hours * at(roles, k.role).fullHourly;
  if (owned.lead !== 'csm')
    worth -=
      a.coordination.signalHours * size(a, v) * (at(roles, 'csm').fullHourly + lead.fullHourly);
  return worth;
}
export function frictionOf(a: Assumptions, x: Account, leads: Leads): number {
  const by = new Map<RoleId, number>();
  for (const m of MOTIONS) {
    const owned = leads[m];
    if (owned) by.set(owned.lead, (by.get(owned.lead) ?? 0) + valueOf(x, m));
  }
  if (by.size < 2) return 0;
  const total = sum(by.values());
  return a.friction.dualOwner * 2 * (1 - sum([...by.values()].map((v) => (v / total) ** 2)));
}
