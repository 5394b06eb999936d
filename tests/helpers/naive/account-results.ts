import type { Book } from '../../../shared/book/book.ts';
import { MOTIONS, type Motion } from '../../../shared/book/motions.ts';
import type { AccountResults } from '../../../shared/model/account-results-types.ts';
import type {
  Assumptions,
  ByMotion,
  ModelId,
  RoleId,
} from '../../../shared/model/assumptions/types.ts';
import { at, fillIn, maybe, sum, type Account } from './accounts.ts';
import * as eq from './figures.ts';
import { bestFitPlan, planOf } from './plan.ts';
import { year, type Year } from './year.ts';

interface Run {
  a: Assumptions;
  roles: Record<RoleId, eq.Figures>;
  accounts: Account[];
  first: Year;
  scale: Record<RoleId, number>;
}

/** Year 1 of one model from the plain reading of the equations; not for bestBySegment. */
function run(book: Book, a: Assumptions, model: ModelId): Run {
  const accounts = fillIn(book, a);
  const roles = eq.figuresOf(a, model);
  const plan = model === 'bestFit' ? bestFitPlan(a, roles, accounts) : planOf(a, model);
  const people = (r: RoleId) =>
    maybe(a.capacity.fte, r) ??
    new Set(accounts.map((x) => x.owners[r] ?? '').filter((n) => n !== '')).size *
      at(a.roles, r).existingShare;
  const fixed =
    a.capacity.mode === 'funded'
      ? null
      : Object.fromEntries(Object.keys(a.roles).map((r) => [r, people(r)]));
  const first = year(a, roles, accounts, plan, fixed);
  const scale = Object.fromEntries(
    Object.values(roles).map((r) => {
      const raw = (first.rawLead[r.id] ?? 0) + (first.rawAssist[r.id] ?? 0);
      const promised = (first.fte[r.id] ?? 0) * r.target * a.pay.attainment;
      return [r.id, a.pay.mode === 'quota' || raw === 0 ? 1 : promised / raw];
    }),
  );
  return { a, roles, accounts, first, scale };
}

function accountAt(accounts: Account[], n: number): Account {
  const account = accounts[n];
  if (account === undefined) throw new Error(`no account ${String(n)}`);
  return account;
}

/** κ, coverage, friction and what is credited, of one account and motion. */
function booking({ a, roles, accounts, first }: Run, n: number, m: Motion) {
  const x = accountAt(accounts, n);
  const owned = first.work.worked[n]?.[m] ?? null;
  const renewal = eq.valueOf(x, 'renewal');
  const kept = m === 'renewal' || renewal === 0 ? 1 : (first.retained[n] ?? 0) / x.arr;
  const friction = eq.frictionOf(a, x, first.work.worked[n] ?? {});
  const w = eq.success(a, roles, x, m, first.coverage['csm'] ?? 1);
  const coverage =
    owned === null ? 1 : at(m === 'renewal' ? first.coverage : first.coverageUpsell, owned.lead);
  const reached = owned === null ? 0 : eq.yieldOf(a, roles, x, m, owned);
  const full = eq.valueOf(x, m) * Math.min(1, w * reached * (1 - friction));
  const credited = owned === null ? 0 : kept * coverage * full * a.spiff[m];
  return { x, owned, kept, friction, success: w, coverage, credited };
}

/** Account by account, as the engine gives it. */
export function naiveAccountResults(book: Book, a: Assumptions, model: ModelId): AccountResults {
  const all = run(book, a, model);
  const { accounts, first, roles, scale } = all;
  const ids = Object.keys(roles);
  const column = (value: (n: number) => number) => Float64Array.from(accounts, (_, n) => value(n));
  const each = <T>(of: (m: Motion) => T) =>
    Object.fromEntries(MOTIONS.map((m) => [m, of(m)])) as ByMotion<T>;
  const byRole = (value: (n: number, m: Motion, r: RoleId) => number) =>
    Object.fromEntries(ids.map((r) => [r, column((n) => sum(MOTIONS.map((m) => value(n, m, r))))]));
  const owned = (n: number, m: Motion) => first.work.worked[n]?.[m] ?? null;
  const assists = (n: number, m: Motion, r: RoleId) =>
    (owned(n, m)?.assists ?? []).filter((k) => k.role === r);
  const { moved, lost } = moves(book, all, model);
  const rate = (n: number, m: Motion, r: RoleId) =>
    booking(all, n, m).credited * at(roles, r).rate[m] * (scale[r] ?? 1);
  return {
    model,
    count: accounts.length,
    roles: ids,
    lead: each((m) => Int8Array.from(accounts, (_, n) => ids.indexOf(owned(n, m)?.lead ?? ''))),
    value: each((m) => column((n) => eq.valueOf(accountAt(accounts, n), m))),
    booked: each((m) => column((n) => first.booked[n]?.[m] ?? 0)),
    credited: each((m) => column((n) => booking(all, n, m).credited)),
    retained: Float64Array.from(first.retained),
    arrLost: column((n) => lost[n] ?? 0),
    hoursLead: byRole((n, m, r) =>
      owned(n, m)?.lead === r ? eq.hoursOf(a, accountAt(accounts, n), m) : 0,
    ),
    hoursAssist: byRole((n, m, r) =>
      sum(assists(n, m, r).map((k) => k.involvement * eq.hoursOf(a, accountAt(accounts, n), m))),
    ),
    hoursService: column((n) => serviceOf(a, accountAt(accounts, n))),
    commissionLead: byRole((n, m, r) => (owned(n, m)?.lead === r ? rate(n, m, r) : 0)),
    commissionAssist: byRole((n, m, r) =>
      sum(assists(n, m, r).map((k) => rate(n, m, r) * k.credit)),
    ),
    leads: Uint8Array.from(
      accounts,
      (_, n) => new Set(MOTIONS.flatMap((m) => owned(n, m)?.lead ?? [])).size,
    ),
    moved: Uint8Array.from(moved, Number),
    chosenModels: [model],
    chosen: new Uint8Array(accounts.length),
  };
}

function serviceOf(a: Assumptions, x: Account): number {
  const { level, minHours, maxHours, arrScale } = a.service;
  const full = minHours + (maxHours - minHours) * (1 - Math.exp(-x.arr / arrScale));
  return x.arr === 0 ? 0 : level * x.complexity * full;
}

function moves(book: Book, { a, accounts, first }: Run, model: ModelId) {
  const none = { moved: accounts.map(() => false), lost: accounts.map(() => 0) };
  if (a.currentModel === null || a.currentModel === model) return none;
  const before = run(book, a, a.currentModel).first;
  const changes = accounts.map((_, n) =>
    MOTIONS.filter((m) => {
      const [now, was] = [first.work.worked[n]?.[m], before.work.worked[n]?.[m]];
      return now && was && now.lead !== was.lead;
    }),
  );
  const lost = accounts.map((x, n) => {
    const p = eq.rho(a, x);
    const part = (m: Motion) =>
      eq.valueOf(x, m) * (before.work.worked[n]?.[m]?.lead === 'ae' ? p : 1 - p);
    const worked = MOTIONS.filter((m) => first.work.worked[n]?.[m]);
    const going = sum((changes[n] ?? []).map(part));
    if (going === 0) return 0;
    const total = sum(worked.map((m) => eq.valueOf(x, m)));
    return Math.min(first.retained[n] ?? 0, (x.arr * a.transition.relationRisk * going) / total);
  });
  return { moved: changes.map((each) => each.length > 0), lost };
}
