import { MOTIONS } from '../../../shared/book/motions.ts';
import type { Assumptions, RoleId } from '../../../shared/model/assumptions/types.ts';
import { at, sum, type Account } from './accounts.ts';
import {
  frictionOf,
  hoursOf,
  size,
  success,
  valueOf,
  worthOf,
  yieldOf,
  type Figures,
  type Leads,
} from './figures.ts';
import type { Plan } from './plan.ts';

export interface Work {
  worked: Leads[];
  demand: Record<RoleId, number>;
  base: Record<RoleId, number>;
  coordination: Record<RoleId, number>;
  pairs: Set<string>;
  dual: boolean[];
  signals: number;
}

/** Sections 4 and 5: what is worked and the hours it takes. */
export function workload(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  accounts: Account[],
  plan: Plan,
): Work {
  const zeros = () => Object.fromEntries(Object.keys(roles).map((r) => [r, 0]));
  const base = zeros();
  const upsell = zeros();
  const coordination = zeros();
  const pairs = new Set<string>();
  let signals = 0;
  const dual: boolean[] = [];
  const add = (to: Record<RoleId, number>, r: RoleId, h: number) => {
    to[r] = (to[r] ?? 0) + h;
  };
  const worked = accounts.map((x) => {
    const planned = plan(x);
    const leads: Leads = {};
    for (const m of MOTIONS) {
      const owned = planned[m] ?? null;
      leads[m] =
        owned !== null &&
        valueOf(x, m) > 0 &&
        (m === 'renewal' || a.pursuit.mode === 'always' || worthOf(a, roles, x, m, owned, 0) >= 0)
          ? owned
          : null;
    }
    const led = MOTIONS.filter((m) => leads[m]);
    const engaged = new Set<RoleId>();
    for (const m of led) {
      const owned = leads[m];
      if (!owned) continue;
      const hours = hoursOf(a, x, m);
      add(m === 'renewal' ? base : upsell, owned.lead, hours);
      engaged.add(owned.lead);
      for (const k of owned.assists) {
        add(m === 'renewal' ? base : upsell, k.role, k.involvement * hours);
        if (k.involvement > 0) engaged.add(k.role);
      }
      if (owned.lead !== 'csm') {
        signals += 1;
        const h = a.coordination.signalHours * size(a, valueOf(x, m));
        add(coordination, owned.lead, h);
        add(coordination, 'csm', h);
      }
    }
    if (x.arr !== 0)
      add(
        base,
        'csm',
        a.service.level *
          x.complexity *
          (a.service.minHours +
            (a.service.maxHours - a.service.minHours) *
              (1 - Math.exp(-x.arr / a.service.arrScale))),
      );
    const who = new Set(led.map((m) => leads[m]?.lead ?? ''));
    dual.push(who.size > 1);
    if (who.size > 1)
      for (const r of who)
        add(
          coordination,
          r,
          a.coordination.accountHours * size(a, sum(led.map((m) => valueOf(x, m)))),
        );
    const [ae, csm] = [x.owners['ae'] ?? '', x.owners['csm'] ?? ''];
    if (ae !== '' && csm !== '' && engaged.has('ae') && engaged.has('csm'))
      pairs.add(JSON.stringify([ae, csm]));
    return leads;
  });
  for (const r of ['ae', 'csm']) add(coordination, r, pairs.size * a.coordination.pairHours);
  const demand = zeros();
  for (const r of Object.keys(roles)) {
    add(base, r, coordination[r] ?? 0);
    demand[r] = (base[r] ?? 0) + (upsell[r] ?? 0);
  }
  return { worked, demand, base, coordination, pairs, dual, signals };
}

export interface Year {
  work: Work;
  fte: Record<RoleId, number>;
  coverage: Record<RoleId, number>;
  coverageUpsell: Record<RoleId, number>;
  freed: Record<RoleId, number>;
  booked: Record<string, number>[];
  retained: number[];
  rawLead: Record<RoleId, number>;
  rawAssist: Record<RoleId, number>;
  commissionLead: number;
  commissionAssist: number;
  people: number;
  coordinationCost: number;
  managers: number;
  scorecard: number;
  runCost: number;
}

/** Sections 5 to 7 for one year; `fixed` are the people in place, or null where they are funded. */
export function year(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  accounts: Account[],
  plan: Plan,
  fixed: Record<RoleId, number> | null,
): Year {
  const work = workload(a, roles, accounts, plan);
  const step = { none: 0, half: 0.5, whole: 1 }[a.capacity.rounding];
  const each = (f: (role: Figures) => number) =>
    Object.fromEntries(Object.values(roles).map((r) => [r.id, f(r)]));
  const fte = each((r) => {
    if (fixed !== null) return fixed[r.id] ?? 0;
    const x = (work.demand[r.id] ?? 0) / r.productive;
    return step === 0 ? x : Math.ceil(x / step - 1e-9) * step;
  });
  const ratio = (part: number, whole: number) => (whole < 1e-9 ? 1 : Math.min(1, part / whole));
  const capacity = (r: Figures) => (fte[r.id] ?? 0) * r.productive;
  const coverage = each((r) => (fixed === null ? 1 : ratio(capacity(r), work.base[r.id] ?? 0)));
  const coverageUpsell = each((r) => {
    const base = work.base[r.id] ?? 0;
    return fixed === null
      ? 1
      : ratio(Math.max(0, capacity(r) - base), (work.demand[r.id] ?? 0) - base);
  });
  const rawLead = each(() => 0);
  const rawAssist = each(() => 0);
  const retained: number[] = [];
  const booked = accounts.map((x, n) => {
    const leads = work.worked[n] ?? {};
    const phi = frictionOf(a, x, leads);
    let kappa = 1;
    const out: Record<string, number> = {};
    for (const m of MOTIONS) {
      const v = valueOf(x, m);
      const w = success(a, roles, x, m, coverage['csm'] ?? 1);
      const alone = v * w * a.motions[m].passive;
      const owned = leads[m];
      let got = alone;
      if (owned) {
        const cov = at(m === 'renewal' ? coverage : coverageUpsell, owned.lead);
        const full = v * Math.min(1, w * yieldOf(a, roles, x, m, owned) * (1 - phi));
        got = cov * full + (1 - cov) * alone;
        const credited = kappa * cov * full * a.spiff[m];
        const lead = at(roles, owned.lead);
        rawLead[lead.id] = (rawLead[lead.id] ?? 0) + credited * lead.rate[m];
        for (const k of owned.assists)
          rawAssist[k.role] =
            (rawAssist[k.role] ?? 0) + credited * at(roles, k.role).rate[m] * k.credit;
      }
      out[m] = kappa * got;
      if (m === 'renewal') {
        const kept = x.arr * (1 - x.renewalShare) + got;
        retained.push(kept);
        kappa = v > 0 ? kept / x.arr : 1;
      }
    }
    return out;
  });
  const scale = each((r) => {
    const raw = (rawLead[r.id] ?? 0) + (rawAssist[r.id] ?? 0);
    return a.pay.mode === 'quota' || raw === 0
      ? 1
      : ((fte[r.id] ?? 0) * r.target * a.pay.attainment) / raw;
  });
  const over = (f: (r: Figures, fte: number) => number) =>
    sum(Object.values(roles).map((r) => f(r, fte[r.id] ?? 0)));
  const commissionLead = over((r) => (rawLead[r.id] ?? 0) * (scale[r.id] ?? 1));
  const commissionAssist = over((r) => (rawAssist[r.id] ?? 0) * (scale[r.id] ?? 1));
  const people = over((r, n) => n * r.loaded);
  const managers = over((r, n) => (n / r.span) * r.managerLoaded);
  const scorecard = over(
    (r, n) => n * r.ote * r.variableShare * r.scorecardWeight * r.scorecardAttainment,
  );
  return {
    work,
    fte,
    coverage,
    coverageUpsell,
    freed: each((r) => Math.max(0, capacity(r) - (work.demand[r.id] ?? 0))),
    booked,
    retained,
    rawLead,
    rawAssist,
    commissionLead,
    commissionAssist,
    people,
    coordinationCost: over((r) => (work.coordination[r.id] ?? 0) * r.hourly),
    managers,
    scorecard,
    runCost: people + managers + commissionLead + commissionAssist + scorecard,
  };
}
