import { MOTIONS } from '../../book/motions.ts';
import type { Assumptions, ByMotion } from '../assumptions/types.ts';
import { BEST_FIT } from '../ownership.ts';
import type { ByRole, ModelResult, Transition, YearResult } from '../result.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Pairs } from './pairs.ts';
import type { YearRun } from './run.ts';
import type { Staffing } from './staffing.ts';
import { TOTALS } from './tally.ts';

/**
 * One model over one book or part of a book: its figures, and beside them what their ratios and means
 * are recomputed from when parts are added up. By role: in the order of the model's roles.
 */
export interface Outcome {
  readonly result: ModelResult;
  readonly retained: number;
  readonly singleArr: number;
  readonly raw: Float64Array;
  readonly promised: Float64Array;
  readonly baseHours: Float64Array;
  readonly upsellHours: Float64Array;
  readonly pairs: Pairs;
}

/** A ratio, null where its denominator is 0. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A column by role as an object. */
export function byRole<T>(
  roles: readonly { readonly id: string }[],
  value: (role: number) => T,
): ByRole<T> {
  return Object.fromEntries(roles.map(({ id }, r) => [id, value(r)]));
}

/** The figures of one model (model equations, sections 8, 9 and 11). `current`: staffing of today's model, null where there is none or it is this one. */
export function outcomeOf(
  assumptions: Assumptions,
  model: ModelTerms,
  years: readonly YearRun[],
  current: { readonly model: ModelTerms; readonly staffing: Staffing } | null,
): Outcome {
  const first = item(years, 0);
  const { tally, staffing, cost, pairCount } = first;
  const total = (index: number) => tally.totals[index] ?? 0;
  const transition = transitionOf(assumptions, model, first, current);
  const transitionSpend = transition.hoursCost + transition.hiring + transition.release;
  const yearly = years.map((run, y) => yearOf(assumptions, run, y === 0 ? transitionSpend : 0));
  const one = item(yearly, 0);
  const last = item(yearly, yearly.length - 1);
  const retained = total(TOTALS.retained);
  const expansion = one.expansionArr;
  const { grossMargin, discountRate, horizonYears, terminalYears } = assumptions;
  const npvTerminal =
    (terminalYears * (grossMargin * (last.retainedArr + last.expansionArr) - last.runCost)) /
    (1 + discountRate) ** horizonYears;
  let npv = npvTerminal;
  yearly.forEach((year, y) => {
    npv += year.contribution / (1 + discountRate) ** (y + 1);
  });
  const { roles } = model;
  const coordinationHours = staffing.coordinationHours.reduce((sum, hours) => sum + hours, 0);
  return {
    retained,
    singleArr: total(TOTALS.singleArr),
    raw: cost.raw,
    promised: cost.promised,
    baseHours: staffing.baseHours,
    upsellHours: staffing.upsellHours,
    pairs: first.pairs,
    result: {
      arr: one.arr,
      retainedArr: one.retainedArr,
      expansionArr: expansion,
      grr: ratio(one.retainedArr, one.arr),
      nrr: ratio(one.retainedArr + expansion, one.arr),
      bookedByMotion: byMotion((m) => tally.booked[m] ?? 0),
      fte: byRole(roles, (r) => staffing.fte[r] ?? 0),
      coverage: byRole(roles, (r) => staffing.coverage.base[r] ?? 1),
      coverageUpsell: byRole(roles, (r) => staffing.coverage.upsell[r] ?? 1),
      demandHours: byRole(roles, (r) => staffing.demandHours[r] ?? 0),
      freedHours: byRole(roles, (r) => staffing.freedHours[r] ?? 0),
      cost: cost.cost,
      overlap: {
        paidTwice: cost.cost.commissionAssist,
        dualOwnedAccounts: total(TOTALS.dualAccounts),
        dualOwnedArr: total(TOTALS.dualArr),
        singleThroatShare: ratio(total(TOTALS.singleArr), one.arr),
        pairs: pairCount.pairs,
        csmsPerAe: ratio(pairCount.pairs, pairCount.sellers),
        aesPerCsm: ratio(pairCount.pairs, pairCount.services),
        coordinationHours,
        coordinationCost: cost.cost.coordination,
        signals: total(TOTALS.signals),
      },
      impliedAttainment: byRole(roles, (r) => ratio(cost.raw[r] ?? 0, cost.promised[r] ?? 0)),
      costPerDollar: ratio(cost.cost.runCost, retained + expansion),
      transition,
      runRate: grossMargin * (retained + expansion) - cost.cost.runCost,
      contribution: one.contribution,
      years: yearly,
      npvTerminal,
      npv,
      ...(model.id === BEST_FIT ? { leads: leadsOf(model, first) } : {}),
    },
  };
}

/** A column by motion as an object. */
export function byMotion<T>(value: (motion: number) => T): ByMotion<T> {
  return {
    renewal: value(0),
    priceIncrease: value(1),
    consumption: value(2),
    organicUsers: value(3),
    featureUpgrade: value(4),
    proactiveUsers: value(5),
    newSolution: value(6),
  };
}

/** Hours, hiring, release and ARR lost on the way from today's model (section 8). */
function transitionOf(
  { grossMargin }: Assumptions,
  model: ModelTerms,
  { tally, staffing }: YearRun,
  current: { readonly model: ModelTerms; readonly staffing: Staffing } | null,
): Transition {
  const hoursCost = tally.totals[TOTALS.movingCost] ?? 0;
  const arrLost = tally.totals[TOTALS.arrLost] ?? 0;
  let hiring = 0;
  let release = 0;
  if (current !== null) {
    model.roles.forEach((role, r) => {
      const more = (staffing.fte[r] ?? 0) - (current.staffing.fte[r] ?? 0);
      hiring += Math.max(0, more) * role.hiringCost;
      release += Math.max(0, -more) * (current.model.roles[r]?.releaseCost ?? 0);
    });
  }
  return {
    accountsMoved: tally.totals[TOTALS.moved] ?? 0,
    hoursCost,
    hiring,
    release,
    arrLost,
    cost: hoursCost + hiring + release + grossMargin * arrLost,
  };
}

function yearOf(
  { grossMargin, timing }: Assumptions,
  { tally, cost }: YearRun,
  transitionSpend: number,
): YearResult {
  const arr = tally.totals[TOTALS.arr] ?? 0;
  const retainedArr = (tally.totals[TOTALS.retained] ?? 0) - (tally.totals[TOTALS.arrLost] ?? 0);
  let expansionArr = 0;
  for (let m = 1; m < tally.booked.length; m += 1) expansionArr += tally.booked[m] ?? 0;
  const { runCost } = cost.cost;
  return {
    arr,
    retainedArr,
    expansionArr,
    runCost,
    contribution:
      grossMargin * (arr + timing * (retainedArr + expansionArr - arr)) - runCost - transitionSpend,
  };
}

/** Worked motions by motion and role, zeros left out. */
function leadsOf(model: ModelTerms, { tally }: YearRun): NonNullable<ModelResult['leads']> {
  const counts = MOTIONS.map((motion, m) => {
    const row = model.roles
      .map(({ id }, r) => [id, tally.leads[m * model.roles.length + r] ?? 0] as const)
      .filter(([, count]) => count > 0);
    return [motion, Object.fromEntries(row)] as const;
  });
  return Object.fromEntries(counts.filter(([, row]) => Object.keys(row).length > 0));
}
