import { MOTIONS } from '../../book/motions.ts';
import type { ByRole, ModelResult } from '../result.ts';
import { item } from './lists.ts';
import { byRole, ratio, type Outcome } from './outcome.ts';
import { countPairs, emptyLike, mergePairs, type Pairs } from './pairs.ts';

const COST = [
  'peopleCore',
  'coordination',
  'people',
  'managers',
  'commissionLead',
  'commissionAssist',
  'scorecard',
  'runCost',
] as const;
const OVERLAP = [
  'paidTwice',
  'dualOwnedAccounts',
  'dualOwnedArr',
  'pairs',
  'coordinationHours',
  'coordinationCost',
  'signals',
] as const;
const TRANSITION = ['accountsMoved', 'hoursCost', 'hiring', 'release', 'arrLost', 'cost'] as const;
const YEAR = ['arr', 'retainedArr', 'expansionArr', 'runCost', 'contribution'] as const;

/** Parts added up; ratios recomputed from the sums, coverages weighted by the hours they cover. */
export function addUp(
  roles: readonly { readonly id: string }[],
  outcomes: readonly Outcome[],
): ModelResult {
  const results = outcomes.map(({ result }) => result);
  const sum = (value: (result: ModelResult) => number) =>
    results.reduce((total, result) => total + value(result), 0);
  const sumOf = (value: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + value(outcome), 0);
  const rolesSum = (value: (result: ModelResult) => ByRole) =>
    byRole(roles, (r) => sum((result) => value(result)[item(roles, r).id] ?? 0));
  const weighted = (
    value: (result: ModelResult) => ByRole,
    weight: (outcome: Outcome) => Float64Array,
  ) =>
    byRole(roles, (r) => {
      const hours = sumOf((outcome) => weight(outcome)[r] ?? 0);
      if (hours < 1e-9) return 1;
      const { id } = item(roles, r);
      return sumOf((one) => (weight(one)[r] ?? 0) * (value(one.result)[id] ?? 1)) / hours;
    });
  const first = item(results, 0);
  const pairs = countPairs(distinctPairs(outcomes));
  const arr = sum((result) => result.arr);
  const retainedArr = sum((result) => result.retainedArr);
  const expansionArr = sum((result) => result.expansionArr);
  const cost = addFigures(
    COST,
    results.map((result) => result.cost),
  );
  const overlap = addFigures(
    OVERLAP,
    results.map((result) => result.overlap),
  );
  return {
    arr,
    retainedArr,
    expansionArr,
    grr: ratio(retainedArr, arr),
    nrr: ratio(retainedArr + expansionArr, arr),
    bookedByMotion: addFigures(
      MOTIONS,
      results.map((result) => result.bookedByMotion),
    ),
    fte: rolesSum((result) => result.fte),
    coverage: weighted(
      (result) => result.coverage,
      (outcome) => outcome.baseHours,
    ),
    coverageUpsell: weighted(
      (result) => result.coverageUpsell,
      (outcome) => outcome.upsellHours,
    ),
    demandHours: rolesSum((result) => result.demandHours),
    freedHours: rolesSum((result) => result.freedHours),
    cost,
    overlap: {
      ...overlap,
      singleThroatShare: ratio(
        sumOf((outcome) => outcome.singleArr),
        arr,
      ),
      csmsPerAe: ratio(pairs.pairs, pairs.sellers),
      aesPerCsm: ratio(pairs.pairs, pairs.services),
    },
    impliedAttainment: byRole(roles, (r) =>
      ratio(
        sumOf((outcome) => outcome.raw[r] ?? 0),
        sumOf((outcome) => outcome.promised[r] ?? 0),
      ),
    ),
    costPerDollar: ratio(cost.runCost, sumOf((outcome) => outcome.retained) + expansionArr),
    transition: addFigures(
      TRANSITION,
      results.map((result) => result.transition),
    ),
    runRate: sum((result) => result.runRate),
    contribution: sum((result) => result.contribution),
    years: first.years.map((_, y) =>
      addFigures(
        YEAR,
        results.map((result) => item(result.years, y)),
      ),
    ),
    npvTerminal: sum((result) => result.npvTerminal),
    npv: sum((result) => result.npv),
  };
}

/** The sum of each named figure. */
function addFigures<K extends string>(
  keys: readonly K[],
  items: readonly Readonly<Record<K, number>>[],
): Readonly<Record<K, number>> {
  const sums = keys.map((key) => [key, items.reduce((sum, one) => sum + one[key], 0)]);
  return Object.fromEntries(sums) as Record<K, number>;
}

function distinctPairs(outcomes: readonly Outcome[]): Pairs {
  const all = emptyLike(item(outcomes, 0).pairs);
  for (const { pairs } of outcomes) mergePairs(all, pairs);
  return all;
}
