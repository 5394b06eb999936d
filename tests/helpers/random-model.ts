import fc from 'fast-check';
import type { Book } from '../../shared/book/book.ts';
import { MOTIONS, UPSELLS, type Upsell } from '../../shared/book/motions.ts';
import type {
  Assumptions,
  MotionOwnership,
  RoleFigures,
} from '../../shared/model/assumptions/types.ts';
import { exampleAssumptions } from './example.ts';
import { textColumn } from './read-canonical-book.ts';

/** One account of a random book; null is absent. */
export interface RandomAccount {
  readonly segment: string | null;
  readonly ae: string;
  readonly am: string;
  readonly csm: string;
  readonly arr: number;
  readonly contractValue: number | null;
  readonly cycleDays: number | null;
  readonly cac: number | null;
  readonly renewalShare: number | null;
  readonly risk: number | null;
  readonly health: number | null;
  readonly complexity: number | null;
  readonly potential: readonly (number | null)[];
  readonly deals: readonly number[];
}

const share = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((x) => x / 10_000) },
);
/** In steps, so that no figure is absurdly near 0: extremes have tests of their own. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((x) => min + ((max - min) * x) / 1_000_000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const money = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: between(1, 20_000) },
  { weight: 4, arbitrary: between(20_000, 400_000) },
  { weight: 1, arbitrary: between(400_000, 3_000_000) },
);

const account: fc.Arbitrary<RandomAccount> = fc.record({
  segment: maybe(fc.constantFrom('Small', 'Large', 'Public', '__proto__')),
  ae: fc.constantFrom('', 'Ae 1', 'Ae 2', 'Ae 3'),
  am: fc.constantFrom('', '', 'Am 1'),
  csm: fc.constantFrom('', 'Csm 1', 'Csm 2', 'Csm 3'),
  arr: money,
  contractValue: maybe(between(0, 200_000)),
  cycleDays: maybe(fc.oneof(between(1, 400), fc.constantFrom(1, 30, 90, 10_000))),
  cac: maybe(between(100, 150_000)),
  renewalShare: maybe(share),
  risk: maybe(share),
  health: maybe(between(0, 100)),
  complexity: maybe(between(0.2, 4)),
  potential: fc.oneof(
    fc.constant(UPSELLS.map(() => null)),
    fc.tuple(...UPSELLS.map(() => maybe(money))),
    fc.tuple(...UPSELLS.map(() => between(100, 60_000))),
  ),
  deals: fc.tuple(...UPSELLS.map(() => money), money),
});

/** Columns of the given accounts. */
export function bookOf(
  accounts: readonly RandomAccount[],
  rule: 'larger' | 'deals' | 'dealsElseEstimate' | null = null,
): Book {
  const texts = (value: (a: RandomAccount) => string | null) =>
    textColumn(accounts.map((a) => value(a) ?? ''));
  const numbers = (value: (a: RandomAccount) => number | null) =>
    Float64Array.from(accounts, (a) => value(a) ?? NaN);
  const upsells = (value: (a: RandomAccount, u: number) => number | null) =>
    Object.fromEntries(UPSELLS.map((upsell, u) => [upsell, numbers((a) => value(a, u))])) as Record<
      Upsell,
      Float64Array
    >;
  return {
    count: accounts.length,
    currency: 'USD',
    accountId: accounts.map((_, i) => `A-${String(i)}`),
    name: accounts.map((_, i) => `Account ${String(i)}`),
    segment: texts((a) => a.segment),
    region: texts(() => ''),
    industry: texts(() => ''),
    owners: { ae: texts((a) => a.ae), am: texts((a) => a.am), csm: texts((a) => a.csm) },
    arr: numbers((a) => a.arr),
    contractValue: numbers((a) => a.contractValue),
    cycleDays: numbers((a) => a.cycleDays),
    cac: numbers((a) => a.cac),
    renewalShare: numbers((a) => a.renewalShare),
    risk: numbers((a) => a.risk),
    health: numbers((a) => a.health),
    complexity: numbers((a) => a.complexity),
    potential: upsells((a, u) => a.potential[u] ?? null),
    ...(rule === null
      ? {}
      : {
          openDeals: {
            rule,
            byUpsell: upsells((a, u) => a.deals[u] ?? 0),
            unstated: numbers((a) => a.deals[6] ?? 0),
          },
        }),
  };
}

/** Accounts of a random book. */
export const randomAccounts = (max = 25) => fc.array(account, { minLength: 0, maxLength: max });

/** A random book, with or without open deals. */
export const randomBook = (max = 25): fc.Arbitrary<Book> =>
  fc
    .tuple(
      randomAccounts(max),
      fc.constantFrom(
        null,
        null,
        'larger' as const,
        'deals' as const,
        'dealsElseEstimate' as const,
      ),
    )
    .map(([accounts, rule]) => bookOf(accounts, rule));

const byMotion = <T>(arbitrary: (motion: (typeof MOTIONS)[number]) => fc.Arbitrary<T>) =>
  fc
    .tuple(...MOTIONS.map(arbitrary))
    .map(
      (values) =>
        Object.fromEntries(MOTIONS.map((m, i) => [m, values[i]])) as Record<
          (typeof MOTIONS)[number],
          T
        >,
    );

const ROLES = ['ae', 'am', 'csm', 'desk'] as const;
const anyRole = fc.constantFrom(...ROLES);

const figures: fc.Arbitrary<RoleFigures> = fc.record({
  ote: between(60_000, 250_000),
  variableShare: share,
  scorecardWeight: share,
  scorecardAttainment: between(0, 1.2),
  quota: between(200_000, 2_000_000),
  weights: byMotion(() => between(0, 1.5)),
  benefits: between(0, 0.5),
  overhead: between(0, 40_000),
  hoursPerYear: between(1000, 2000),
  productiveShare: between(0.2, 1),
  span: between(3, 12),
  managerLoaded: between(0, 300_000),
  certified: share,
  loss: fc.record({
    sameShort: between(0, 1),
    sameLong: between(0, 1),
    newShort: between(0, 1),
    newLong: between(0, 1),
  }),
  hireCost: between(0, 40_000),
  rampMonths: between(0, 9),
  releaseMonths: between(0, 9),
  redeployShare: share,
  existingShare: share,
});

const ownership: fc.Arbitrary<MotionOwnership> = fc.record({
  lead: anyRole,
  assists: fc.array(fc.record({ role: anyRole, involvement: share, credit: share }), {
    maxLength: 2,
  }),
});

const override = fc.record(
  {
    ote: between(60_000, 250_000),
    variableShare: share,
    scorecardWeight: share,
    quota: between(200_000, 2_000_000),
    certified: share,
    weights: fc.record(
      { renewal: between(0, 1), newSolution: between(0, 2) },
      { requiredKeys: [] },
    ),
    loss: fc.record({ newShort: between(0, 1), sameLong: between(0, 1) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** Random assumptions: the example's, with most figures and every mode drawn anew; `wild` and `tiered` are custom models. */
export const randomAssumptions: fc.Arbitrary<Assumptions> = fc
  .record({
    base: fc.constantFrom(
      exampleAssumptions('assumptions'),
      exampleAssumptions('assumptions-fixed'),
      exampleAssumptions('assumptions-third'),
    ),
    keepRoles: fc.boolean(),
    roles: fc.record({ ae: figures, am: figures, csm: figures, desk: figures }),
    desk: figures,
    overrides: fc.record({ csm: override, ae: override }, { requiredKeys: [] }),
    wild: byMotion(() => ownership),
    wildSegments: fc.dictionary(
      fc.constantFrom('Small', 'Midsize', 'Large', 'Public'),
      fc.record(
        { renewal: ownership, featureUpgrade: ownership, newSolution: ownership },
        { requiredKeys: [] },
      ),
    ),
    currentModel: fc.constantFrom(null, 'split', 'allSales', 'allCsm', 'wild'),
    horizonYears: fc.integer({ min: 1, max: 4 }),
    timing: share,
    measure: fc.constantFrom('days' as const, 'cac' as const),
    segmentDays: fc.dictionary(fc.constantFrom('Small', 'Public'), between(1, 300)),
    elasticity: between(0, 0.5),
    payMode: fc.constantFrom('target' as const, 'quota' as const),
    pursuit: fc.constantFrom('worthwhile' as const, 'always' as const),
    friction: fc.oneof(fc.constant(0), between(0, 0.6)),
    replenish: between(0, 2),
    level: between(0, 1.3),
    adoptionRisk: share,
    mode: fc.constantFrom('funded' as const, 'fixed' as const),
    rounding: fc.constantFrom('none' as const, 'half' as const, 'whole' as const),
    fte: fc.dictionary(anyRole, between(0, 5)),
    bestFitRoles: fc.uniqueArray(anyRole, { minLength: 1, maxLength: 4 }),
    singleOwner: fc.boolean(),
    listed: fc.uniqueArray(fc.constantFrom('allSales', 'split', 'allCsm', 'wild'), {
      minLength: 1,
    }),
    accountHours: between(0, 20),
    hours: between(0, 3),
    passive: between(0, 0.8),
  })
  .map((r): Assumptions => {
    const { base } = r;
    return {
      ...base,
      currentModel: r.currentModel,
      horizonYears: r.horizonYears,
      timing: r.timing,
      cycle: { ...base.cycle, measure: r.measure, segmentDays: r.segmentDays },
      motions: {
        ...base.motions,
        renewal: { ...base.motions.renewal, hours: base.motions.renewal.hours * r.hours },
        newSolution: { ...base.motions.newSolution, passive: r.passive },
        featureUpgrade: {
          ...base.motions.featureUpgrade,
          hours: base.motions.featureUpgrade.hours * r.hours * 3,
        },
      },
      roles: r.keepRoles ? { ...base.roles, desk: r.desk } : r.roles,
      incentive: { ...base.incentive, elasticity: r.elasticity },
      pay: { ...base.pay, mode: r.payMode },
      pursuit: { ...base.pursuit, mode: r.pursuit },
      friction: { dualOwner: r.friction },
      whitespace: { ...base.whitespace, replenish: r.replenish },
      service: { ...base.service, level: r.level },
      risk: { ...base.risk, adoptionRisk: r.adoptionRisk },
      coordination: { ...base.coordination, accountHours: r.accountHours },
      capacity: { mode: r.mode, rounding: r.rounding, fte: r.fte },
      bestFit: { roles: r.bestFitRoles, singleOwner: r.singleOwner },
      bestBySegment: { models: r.listed },
      models: {
        ...base.models,
        wild: { roles: r.overrides, motions: r.wild, segments: r.wildSegments },
      },
    };
  });
