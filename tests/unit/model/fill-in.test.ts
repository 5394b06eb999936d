import { describe, expect, test } from 'vitest';
import { UPSELLS } from '../../../shared/book/motions.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { countEstimated, ESTIMATED, fillIn } from '../../../shared/model/fill-in.ts';
import { bookOf, type RandomAccount } from '../../helpers/random-model.ts';
import { exampleBook } from '../../helpers/example.ts';

const NOTHING: RandomAccount = {
  segment: null,
  ae: '',
  am: '',
  csm: '',
  arr: 80_000,
  contractValue: null,
  cycleDays: null,
  cac: null,
  renewalShare: null,
  risk: null,
  health: null,
  complexity: null,
  potential: UPSELLS.map(() => null),
  deals: UPSELLS.map(() => 0),
};
const accounts = (...given: Partial<RandomAccount>[]) =>
  given.map((account) => ({ ...NOTHING, ...account }));
const cycles = (assumptions: Assumptions, ...given: Partial<RandomAccount>[]) =>
  Array.from(fillIn(bookOf(accounts(...given)), assumptions).cycleDays);

describe('a segment that is not given goes by contract value', () => {
  test.each([
    [49_999.99, 'Small'],
    [50_000, 'Midsize'],
    [100_000, 'Midsize'],
    [100_000.01, 'Large'],
  ])('%d is %s', (contractValue, segment) => {
    const filled = fillIn(bookOf(accounts({ contractValue })), DEFAULTS);
    expect(filled.segment.values[filled.segment.codes[0] ?? 0]).toBe(segment);
    expect(filled.estimated[0]).toBeGreaterThan(0);
  });
  test('without a contract value it goes by ARR', () => {
    const filled = fillIn(bookOf(accounts({ arr: 10 })), DEFAULTS);
    expect(filled.segment.values[filled.segment.codes[0] ?? 0]).toBe('Small');
  });
});

describe('a cycle that is not given', () => {
  test('is the median of its segment, of an even number the mean of the middle two', () => {
    const given = [10, 400, 30, 20].map((cycleDays) => ({ cycleDays, segment: 'A' }));
    expect(cycles(DEFAULTS, ...given, { segment: 'A' }).at(-1)).toBe(25);
    expect(cycles(DEFAULTS, ...given.slice(1), { segment: 'A' }).at(-1)).toBe(30);
  });
  test('else of the book, else the default', () => {
    expect(cycles(DEFAULTS, { cycleDays: 70, segment: 'A' }, { segment: 'B' })).toEqual([70, 70]);
    expect(cycles(DEFAULTS, { segment: 'B' })).toEqual([90]);
  });
  test('is what was typed for its segment before any median', () => {
    const typed = { ...DEFAULTS, cycle: { ...DEFAULTS.cycle, segmentDays: { A: 55 } } };
    expect(cycles(typed, { cycleDays: 70, segment: 'A' }, { segment: 'A' })).toEqual([70, 55]);
  });
  test('by acquisition cost, the column of days is not used', () => {
    const byCost = { ...DEFAULTS, cycle: { ...DEFAULTS.cycle, measure: 'cac' as const } };
    expect(cycles(byCost, { cac: 6000, cycleDays: 500 }, { cycleDays: 500 })).toEqual([20, 20]);
  });
});

test('risk comes from health before the default', () => {
  const filled = fillIn(bookOf(accounts({ health: 50 }, { risk: 0.4 }, {})), DEFAULTS);
  expect(Array.from(filled.risk)).toEqual([0.3 + ((0.02 - 0.3) * 50) / 100, 0.4, 0.1]);
  expect(Array.from(filled.estimated, (bits) => (bits & ESTIMATED.risk) !== 0)).toEqual([
    false,
    false,
    true,
  ]);
});

describe('potential', () => {
  const of = (
    rule: 'larger' | 'deals' | 'dealsElseEstimate' | null,
    account: Partial<RandomAccount>,
  ) => {
    const filled = fillIn(bookOf(accounts(account), rule), DEFAULTS);
    return {
      money: UPSELLS.map((upsell) => filled.potential[upsell][0]),
      estimated: countEstimated(filled)['potential.newSolution'] === 1,
    };
  };
  // 0.3 · 80,000 by the mix 0.15, 0.2, 0.15, 0.1, 0.2, 0.2.
  const estimate = [3600, 4800, 3600, 2400, 4800, 4800];

  test('is the white-space estimate where none of the six is given', () => {
    const { money, estimated } = of(null, {});
    money.forEach((value, u) => expect(value).toBeCloseTo(estimate[u] ?? 0, 9));
    expect(estimated).toBe(true);
  });
  test('is 0 for the rest where some are given', () => {
    expect(of(null, { potential: [null, 7, null, null, null, null] })).toEqual({
      money: [0, 7, 0, 0, 0, 0],
      estimated: false,
    });
  });
  test('is the larger of deals and estimate, deals of no stated type spread by the mix', () => {
    const { money, estimated } = of('larger', { deals: [0, 0, 0, 0, 0, 9000, 10_000] });
    const wanted = [3600, 4800, 3600, 2400, 4800, 11_000];
    money.forEach((value, u) => expect(value).toBeCloseTo(wanted[u] ?? 0, 9));
    expect(estimated).toBe(false);
  });
  test('is the deals only, or the estimate where there are none, by the other rules', () => {
    const deals = [0, 0, 0, 0, 0, 9000, 0];
    expect(of('deals', { deals }).money).toEqual([0, 0, 0, 0, 0, 9000]);
    expect(of('dealsElseEstimate', { deals }).money).toEqual([0, 0, 0, 0, 0, 9000]);
    expect(of('dealsElseEstimate', {}).money[5]).toBeCloseTo(4800, 9);
    expect(of('deals', {}).money[5]).toBe(0);
  });
  test('of a column comes before deals', () => {
    const deals = [0, 0, 0, 0, 0, 9000, 0];
    expect(of('larger', { deals, potential: [1, 1, 1, 1, 1, 1] }).money).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
  });
});

test('the book is never written to', () => {
  const book = exampleBook();
  const before = structuredClone(book);
  fillIn(book, DEFAULTS);
  evaluate(book, DEFAULTS, ['split', 'bestFit', 'bestBySegment']);
  expect(book).toEqual(before);
});

test('an ARR that the reading estimated is marked on every account, a read one on none', () => {
  const read = bookOf(accounts({}, { arr: 10 }));
  expect(countEstimated(fillIn(read, DEFAULTS)).arr).toBe(0);
  expect(countEstimated(fillIn({ ...read, arrEstimated: true }, DEFAULTS)).arr).toBe(2);
});
