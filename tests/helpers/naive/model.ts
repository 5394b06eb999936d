import { MOTIONS, UPSELLS, type Motion } from '../../../shared/book/motions.ts';
import type { Assumptions, ModelId, RoleId } from '../../../shared/model/assumptions/types.ts';
import type { ModelResult, YearResult } from '../../../shared/model/result.ts';
import { at, sum, type Account } from './accounts.ts';
import { figuresOf, rho, size, valueOf } from './figures.ts';
import { bestFitPlan, planOf } from './plan.ts';
import { year } from './year.ts';

/** What a part's ratios are recomputed from. */
export interface Evaluated {
  result: ModelResult;
  retained: number;
  attained: Record<RoleId, { raw: number; promised: number }>;
  singleArr: number;
  base: Record<RoleId, number>;
  upsell: Record<RoleId, number>;
  pairs: Set<string>;
}

export interface Against {
  model: ModelId;
  fixed: Record<RoleId, number> | null;
}

export const div = (a: number, b: number) => (b === 0 ? null : a / b);

export function partners(pairs: Set<string>): {
  csmsPerAe: number | null;
  aesPerCsm: number | null;
} {
  const both = [...pairs].map((p) => JSON.parse(p) as [string, string]);
  return {
    csmsPerAe: div(pairs.size, new Set(both.map((p) => p[0])).size),
    aesPerCsm: div(pairs.size, new Set(both.map((p) => p[1])).size),
  };
}

/** Section 8: one model over the years, against the current one. */
export function evaluateModel(
  a: Assumptions,
  model: ModelId,
  accounts: Account[],
  fixed: Record<RoleId, number> | null,
  current: Against | null,
): Evaluated {
  const roles = figuresOf(a, model);
  const plan = model === 'bestFit' ? bestFitPlan(a, roles, accounts) : planOf(a, model);
  const first = year(a, roles, accounts, plan, fixed);

  let moved = 0;
  let hoursCost = 0;
  let hiring = 0;
  let release = 0;
  const lost = accounts.map(() => 0);
  if (current !== null && current.model !== model) {
    const roles0 = figuresOf(a, current.model);
    const before = year(a, roles0, accounts, planOf(a, current.model), current.fixed);
    accounts.forEach((x, n) => {
      const now = first.work.worked[n] ?? {};
      const was = before.work.worked[n] ?? {};
      const changed = MOTIONS.filter((m) => now[m] && was[m] && now[m].lead !== was[m].lead);
      const total = sum(MOTIONS.filter((m) => now[m]).map((m) => valueOf(x, m)));
      const one = changed[0];
      if (one === undefined) return;
      const p = rho(a, x);
      moved += 1;
      hoursCost +=
        (a.transition.baseHours + a.transition.relationHours * p) *
        size(a, total) *
        (at(roles, was[one]?.lead ?? '').hourly + at(roles, now[one]?.lead ?? '').hourly);
      lost[n] = Math.min(
        first.retained[n] ?? 0,
        (x.arr *
          a.transition.relationRisk *
          sum(changed.map((m) => valueOf(x, m) * (was[m]?.lead === 'ae' ? p : 1 - p)))) /
          total,
      );
    });
    for (const r of Object.values(roles)) {
      const more = (first.fte[r.id] ?? 0) - (before.fte[r.id] ?? 0);
      const old = at(roles0, r.id);
      hiring += Math.max(0, more) * (r.hireCost + (r.rampMonths / 12) * r.loaded * 0.5);
      release +=
        Math.max(0, -more) * (old.releaseMonths / 12) * old.loaded * (1 - old.redeployShare);
    }
  }
  const arrLost = sum(lost);

  const years: YearResult[] = [];
  let state = accounts;
  let now = first;
  for (let y = 1; y <= a.horizonYears; y += 1) {
    if (y > 1) now = year(a, roles, state, plan, fixed);
    const loss = (n: number) => (y === 1 ? (lost[n] ?? 0) : 0);
    const arr = sum(state.map((x) => x.arr));
    const retainedArr = sum(now.retained) - (y === 1 ? arrLost : 0);
    const upsell = (n: number) => sum(UPSELLS.map((u) => now.booked[n]?.[u] ?? 0));
    const expansionArr = sum(state.map((_, n) => upsell(n)));
    years.push({
      arr,
      retainedArr,
      expansionArr,
      runCost: now.runCost,
      contribution:
        a.grossMargin * (arr + a.timing * (retainedArr + expansionArr - arr)) -
        now.runCost -
        (y === 1 ? hoursCost + hiring + release : 0),
    });
    const retained = now.retained;
    state = state.map((x, n) => {
      const kept = (retained[n] ?? 0) - loss(n);
      const factor = a.whitespace.replenish * (x.arr === 0 ? 1 : kept / x.arr);
      return {
        ...x,
        arr: kept + upsell(n),
        potential: Object.fromEntries(Object.entries(x.potential).map(([u, v]) => [u, v * factor])),
      };
    });
  }
  const last = years.at(-1);
  const one = years[0];
  if (last === undefined || one === undefined) throw new Error('no years');
  const discount = (y: number) => (1 + a.discountRate) ** y;
  const npvTerminal =
    (a.terminalYears * (a.grossMargin * (last.retainedArr + last.expansionArr) - last.runCost)) /
    discount(a.horizonYears);
  const npv = sum(years.map((y, n) => y.contribution / discount(n + 1))) + npvTerminal;
  const retained = sum(first.retained);
  const coordinationHours = sum(Object.values(first.work.coordination));
  const leadCount = (n: number) =>
    new Set(MOTIONS.map((m) => first.work.worked[n]?.[m]?.lead).filter((r) => r !== undefined))
      .size;
  const singleArr = sum(accounts.map((x, n) => (leadCount(n) === 1 ? x.arr : 0)));
  const attained = Object.fromEntries(
    Object.values(roles).map((r) => [
      r.id,
      {
        raw: (first.rawLead[r.id] ?? 0) + (first.rawAssist[r.id] ?? 0),
        promised: (first.fte[r.id] ?? 0) * r.target,
      },
    ]),
  );
  const leads: Record<string, Record<string, number>> = {};
  for (const m of MOTIONS)
    for (const w of first.work.worked) {
      const lead = w[m]?.lead;
      if (lead === undefined) continue;
      const row = (leads[m] ??= {});
      row[lead] = (row[lead] ?? 0) + 1;
    }
  return {
    retained,
    attained,
    singleArr,
    base: first.work.base,
    upsell: Object.fromEntries(
      Object.keys(roles).map((r) => [r, (first.work.demand[r] ?? 0) - (first.work.base[r] ?? 0)]),
    ),
    pairs: first.work.pairs,
    result: {
      arr: one.arr,
      retainedArr: one.retainedArr,
      expansionArr: one.expansionArr,
      grr: div(one.retainedArr, one.arr),
      nrr: div(one.retainedArr + one.expansionArr, one.arr),
      bookedByMotion: Object.fromEntries(
        MOTIONS.map((m) => [m, sum(first.booked.map((b) => b[m] ?? 0))]),
      ) as Record<Motion, number>,
      fte: first.fte,
      coverage: first.coverage,
      coverageUpsell: first.coverageUpsell,
      demandHours: first.work.demand,
      freedHours: first.freed,
      cost: {
        peopleCore: first.people - first.coordinationCost,
        coordination: first.coordinationCost,
        people: first.people,
        managers: first.managers,
        commissionLead: first.commissionLead,
        commissionAssist: first.commissionAssist,
        scorecard: first.scorecard,
        runCost: first.runCost,
      },
      overlap: {
        paidTwice: first.commissionAssist,
        dualOwnedAccounts: first.work.dual.filter(Boolean).length,
        dualOwnedArr: sum(accounts.map((x, n) => (first.work.dual[n] ? x.arr : 0))),
        singleThroatShare: div(singleArr, one.arr),
        pairs: first.work.pairs.size,
        ...partners(first.work.pairs),
        coordinationHours,
        coordinationCost: first.coordinationCost,
        signals: first.work.signals,
      },
      impliedAttainment: Object.fromEntries(
        Object.entries(attained).map(([r, x]) => [r, div(x.raw, x.promised)]),
      ),
      costPerDollar: div(first.runCost, retained + one.expansionArr),
      transition: {
        accountsMoved: moved,
        hoursCost,
        hiring,
        release,
        arrLost,
        cost: hoursCost + hiring + release + a.grossMargin * arrLost,
      },
      runRate: a.grossMargin * (retained + one.expansionArr) - first.runCost,
      contribution: one.contribution,
      years,
      npvTerminal,
      npv,
      ...(model === 'bestFit' ? { leads } : {}),
    },
  };
}
