import { MOTIONS } from '../../../shared/book/motions.ts';
import type { Assumptions, ModelId, RoleId } from '../../../shared/model/assumptions/types.ts';
import { at, maybe, sum, type Account } from './accounts.ts';
import {
  frictionOf,
  size,
  valueOf,
  worthOf,
  type Figures,
  type Leads,
  type Owned,
} from './figures.ts';

/** Who would lead what, worked or not: the model's plan for one account. */
export type Plan = (x: Account) => Leads;

export function planOf(a: Assumptions, model: ModelId): Plan {
  const definition = at(a.models, model);
  return (x) => {
    const own = maybe(definition.segments, x.segment);
    return Object.fromEntries(MOTIONS.map((m) => [m, own?.[m] ?? definition.motions?.[m] ?? null]));
  };
}

export function bestFitPlan(
  a: Assumptions,
  roles: Record<RoleId, Figures>,
  accounts: Account[],
): Plan {
  const order = ['csm', 'am', 'ae'];
  const rank = (r: RoleId) => (order.includes(r) ? order.indexOf(r) : order.length);
  const candidates = a.bestFit.roles.toSorted((p, q) => rank(p) - rank(q));
  const plans = new Map<number, Leads>();
  for (const x of accounts) {
    const valued = MOTIONS.filter((m) => valueOf(x, m) > 0);
    const by = (role: RoleId): Owned => ({ lead: role, assists: [] });
    const total = (leads: Leads) => {
      const phi = frictionOf(a, x, leads);
      const led = valued.filter((m) => leads[m]);
      const who = [...new Set(led.map((m) => leads[m]?.lead ?? ''))];
      let s = 0;
      for (const m of led) s += worthOf(a, roles, x, m, leads[m] ?? by(''), phi);
      if (who.length > 1)
        s -=
          a.coordination.accountHours *
          size(a, sum(led.map((m) => valueOf(x, m)))) *
          sum(who.map((r) => at(roles, r).fullHourly));
      return { sum: s, who };
    };
    let best: { role: RoleId; leads: Leads; sum: number } | undefined;
    for (const role of candidates) {
      const leads: Leads = {};
      for (const m of valued)
        leads[m] = m === 'renewal' || worthOf(a, roles, x, m, by(role), 0) >= 0 ? by(role) : null;
      const s = total(leads).sum;
      if (best === undefined || s > best.sum) best = { role, leads, sum: s };
    }
    if (best === undefined) throw new Error('no candidates');
    const free: Leads = {};
    for (const m of valued) {
      let top: { role: RoleId; worth: number } | undefined;
      for (const role of candidates) {
        const worth = worthOf(a, roles, x, m, by(role), 0);
        if (top === undefined || worth > top.worth) top = { role, worth };
      }
      free[m] = top && (m === 'renewal' || top.worth >= 0) ? by(top.role) : null;
    }
    const f = total(free);
    const takeFree =
      !a.bestFit.singleOwner && (f.who.length >= 2 ? f.sum > best.sum : f.sum >= best.sum);
    const chosen = takeFree ? free : best.leads;
    let later = best.role;
    if (takeFree && f.who.length === 1) later = f.who[0] ?? later;
    if (takeFree && f.who.length > 1) later = candidates[0] ?? later;
    for (const m of MOTIONS) if (!valued.includes(m)) chosen[m] = by(later);
    plans.set(x.index, chosen);
  }
  return (x) => plans.get(x.index) ?? {};
}
