import { describe, expect, it } from 'vitest';
import { breakEvenBetween } from '../../../shared/analysis/break-even.ts';
import { searchFlips } from '../../../shared/analysis/flips.ts';
import { decisionValues, leaderAmong, leaderOf } from '../../../shared/analysis/leader.ts';
import { rangedEntries, swingsOf } from '../../../shared/analysis/swings.ts';
import { tornadoOf } from '../../../shared/analysis/tornado.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { finish } from '../../helpers/assumptions.ts';
import { exampleAssumptions, exampleBook, exampleExpected } from '../../helpers/example.ts';

describe('the leader', () => {
  it('is the fixed or custom model with the most; reference lines never lead', () => {
    const { models } = exampleExpected('expected');
    const leader = leaderAmong(models, 'npv');
    const best = Object.entries(models)
      .filter(([id]) => id !== 'bestFit' && id !== 'bestBySegment')
      .map(([, result]) => result.npv)
      .sort((a, b) => b - a);
    expect(leader?.value).toBe(best[0]);
    expect(leader?.lead).toBe((best[0] ?? 0) - (best[1] ?? 0));
    expect(Object.keys(decisionValues(models, 'npv'))).toEqual(['allSales', 'split', 'allCsm']);
  });

  it('follows the metric in use', () => {
    expect(leaderOf({ a: 1, b: 2 }, 'runRate', 10)).toMatchObject({
      model: 'b',
      second: 'a',
      lead: 1,
      metric: 'runRate',
    });
  });

  it('is narrow below 1 % of ARR, and on a tie, where the first listed stands first', () => {
    expect(leaderOf({ a: 100, b: 90.1 }, 'npv', 1000)?.isNarrow).toBe(true);
    expect(leaderOf({ a: 100, b: 90 }, 'npv', 1000)?.isNarrow).toBe(false);
    expect(leaderOf({ a: 5, b: 5 }, 'npv', 0)).toMatchObject({ model: 'a', isNarrow: true });
    expect(leaderOf({ a: 5 }, 'npv', 100)).toMatchObject({ second: null, isNarrow: false });
    expect(leaderOf({}, 'npv', 0)).toBeNull();
    expect(leaderAmong({}, 'npv')).toBeNull();
  });
});

/** Two models whose difference hangs on known assumptions: b leads where gross margin is below 0.72. */
const byMargin = (assumptions: Assumptions) => ({
  a: 1000 * (assumptions.grossMargin - 0.72),
  b: 0,
});

describe('what would change the leader', () => {
  it('finds the assumption and where it flips', () => {
    const leader = leaderOf(byMargin(DEFAULTS), 'npv', 100);
    if (leader === null) throw new Error('a leads');
    const [flip, ...others] = finish(searchFlips(DEFAULTS, leader, byMargin));
    expect(others).toEqual([]);
    expect(flip).toMatchObject({
      path: 'grossMargin',
      value: 0.75,
      towards: 'below',
      leader: 'b',
    });
    expect(flip?.flipsAt).toBeCloseTo(0.72, 4);
  });

  it('names the three that flip the furthest', () => {
    const weights = { timing: 4, discountRate: 3, terminalYears: 2, grossMargin: 1 };
    const value = ({ timing, discountRate, terminalYears, grossMargin }: Assumptions) => ({
      a: 0.01,
      b:
        weights.timing * Math.max(0, timing - 0.5) +
        weights.discountRate * Math.max(0, discountRate - 0.1) +
        weights.terminalYears * Math.max(0, terminalYears - 2) +
        weights.grossMargin * Math.max(0, grossMargin - 0.75),
    });
    const leader = leaderOf(value(DEFAULTS), 'npv', 1);
    if (leader === null) throw new Error('a leads');
    const flips = finish(searchFlips(DEFAULTS, leader, value));
    expect(flips.map((flip) => flip.path)).toEqual(['terminalYears', 'timing', 'discountRate']);
  });

  it('moves linked variants along, but for unlinked ones', () => {
    const pay = ({ models }: Assumptions) => ({ a: models['allCsm']?.roles?.['csm']?.ote ?? 0 });
    const swing = (unlinked: readonly string[]) =>
      finish(swingsOf(DEFAULTS, pay, unlinked)).find(({ path }) => path === 'roles.csm.ote');
    expect(swing([])?.low.values['a']).toBe(130_000 * (75_000 / 120_000));
    expect(swing(['models.allCsm.roles.csm.ote'])?.low.values['a']).toBe(130_000);
  });

  it('stops after each evaluation, and need not go on', () => {
    let evaluations = 0;
    const counted = (assumptions: Assumptions) => {
      evaluations += 1;
      return byMargin(assumptions);
    };
    const search = swingsOf(DEFAULTS, counted);
    const total = 2 * rangedEntries(DEFAULTS).length;
    expect(search.next().value).toEqual({ done: 1, total });
    expect(evaluations).toBe(2);
    expect(total).toBeGreaterThan(100);
  });

  it('agrees with the model evaluated at the flipping value, on the example book', () => {
    const book = exampleBook();
    const assumptions = { ...exampleAssumptions(), currentModel: null };
    const models = ['allSales', 'split', 'allCsm'];
    const values = (changed: Assumptions) => {
      const result = evaluate(book, changed, models);
      return result.ok ? decisionValues(result.value.models, 'npv') : null;
    };
    const now = values(assumptions);
    const leader = now && leaderOf(now, 'npv', 1);
    if (!leader) throw new Error('the example compares');
    const flips = finish(searchFlips(assumptions, leader, values));
    expect(flips.length).toBeGreaterThan(0);
    for (const flip of flips) expect(flip.leader).not.toBe(leader.model);
  });
});

describe('break-even', () => {
  it('closes in on the crossing from the side of the end', () => {
    const found = finish(breakEvenBetween(0, 10, (value) => 3.3 - value));
    expect(found).toBeGreaterThanOrEqual(3.3);
    expect(found).toBeLessThan(3.3 + 10 / 4096);
  });

  it('says where there is none', () => {
    expect(finish(breakEvenBetween(0, 10, () => 1))).toBeNull();
  });
});

describe('a tornado', () => {
  it('shows the difference of two models at both ends, widest first', () => {
    const value = ({ grossMargin, timing }: Assumptions) => ({
      a: 10 * grossMargin,
      b: 100 * timing,
    });
    const bars = tornadoOf(finish(swingsOf(DEFAULTS, value)), 'a', 'b');
    expect(bars.slice(0, 2).map((bar) => bar.swing.path)).toEqual(['timing', 'grossMargin']);
    expect(bars[0]?.atLow).toBeCloseTo(7.5 - 30, 9);
    expect(bars[1]?.atHigh).toBeCloseTo(8.5 - 50, 9);
  });
});
