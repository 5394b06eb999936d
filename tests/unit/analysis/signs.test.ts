import { beforeAll, describe, expect, it } from 'vitest';
import { leaderAmong } from '../../../shared/analysis/leader.ts';
import type { Book } from '../../../shared/book/book.ts';
import { UPSELLS, type Upsell } from '../../../shared/book/motions.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import type { ModelResult } from '../../../shared/model/result.ts';
import { assumptionsWith } from '../../helpers/assumptions.ts';
import { everyUpsell } from '../../helpers/books.ts';
import { sampleBook } from '../../helpers/sample-book.ts';
import type { SampleName } from '../../helpers/sample-book.ts';

const NAMED = ['allSales', 'split', 'allCsm'];
const SAMPLES: readonly SampleName[] = ['small-business', 'mid-market', 'enterprise'];
const books = new Map<SampleName, Book>();

beforeAll(async () => {
  for (const name of SAMPLES) books.set(name, await sampleBook(name));
});

function bookOf(name: SampleName): Book {
  const book = books.get(name);
  if (book === undefined) throw new Error(`no sample ${name}`);
  return book;
}

function modelsOf(book: Book, part: unknown = {}): Readonly<Record<string, ModelResult>> {
  const result = evaluate(book, assumptionsWith(part), NAMED);
  if (!result.ok) throw new Error(result.error);
  return result.value.models;
}

/** Every named model on every sample, under two sets of assumptions. */
function compare(
  before: unknown,
  after: unknown,
  check: (before: ModelResult, after: ModelResult, what: string) => void,
): void {
  for (const name of SAMPLES) {
    const [one, other] = [modelsOf(bookOf(name), before), modelsOf(bookOf(name), after)];
    for (const model of NAMED) {
      const [a, b] = [one[model], other[model]];
      if (a === undefined || b === undefined) throw new Error(`no ${model}`);
      check(a, b, `${model}, ${name}`);
    }
  }
}

describe('signs a finance chief would test, on the sample books', () => {
  it('higher pay costs', () => {
    // Always pursued, no pull: only the price of the same work changes.
    const same = { pursuit: { mode: 'always' }, incentive: { elasticity: 0 } };
    compare(same, { ...same, roles: { csm: { ote: 150_000 } } }, (before, after, what) => {
      expect(after.cost.runCost, what).toBeGreaterThan(before.cost.runCost);
      expect(after.npv, what).toBeLessThan(before.npv);
    });
  });

  it('variable instead of base pay is neutral at target, but for what pay pulls', () => {
    const neutral = (variableShare: number) => ({
      pursuit: { mode: 'always' },
      incentive: { elasticity: 0 },
      // Benefits come on base pay, the scorecard has its own effect and attainment.
      roles: { ae: { variableShare, benefits: 0, scorecardWeight: 0 } },
    });
    compare(neutral(0.3), neutral(0.6), (before, after, what) => {
      expect(after.npv / before.npv, what).toBeCloseTo(1, 12);
      expect(after.cost.runCost / before.cost.runCost, what).toBeCloseTo(1, 12);
    });
    const pulled = (variableShare: number) => ({
      ...neutral(variableShare),
      incentive: { elasticity: 0.05 },
    });
    const book = bookOf('enterprise');
    const [less, more] = [modelsOf(book, pulled(0.3)), modelsOf(book, pulled(0.6))];
    expect(more['split']?.expansionArr).toBeGreaterThan(less['split']?.expansionArr ?? 0);
  });

  it('less service loses customers', () => {
    compare({}, { service: { level: 0.6 } }, (before, after, what) => {
      expect(after.grr ?? 1, what).toBeLessThan(before.grr ?? 0);
    });
  });

  it('a longer cycle and a newer mix move the lead from all-CSM to split and all-Sales', () => {
    const order = ['allCsm', 'split', 'allSales'];
    const book = bookOf('enterprise');
    const at = (days: number, upsell: Upsell) =>
      leaderAmong(modelsOf(withCycleAndMix(book, days, upsell)), 'npv')?.model ?? '';
    const byCycle = [15, 60, 120, 240, 480].map((days) => order.indexOf(at(days, 'newSolution')));
    expect(byCycle).toEqual(byCycle.toSorted());
    expect(new Set(byCycle).size).toBeGreaterThan(1);
    const byMix = (
      ['priceIncrease', 'featureUpgrade', 'proactiveUsers', 'newSolution'] as const
    ).map((upsell) => order.indexOf(at(480, upsell)));
    expect(byMix).toEqual(byMix.toSorted());
    expect(new Set(byMix).size).toBeGreaterThan(1);
  });

  it('releasing people costs', () => {
    const today = { currentModel: 'allSales' };
    const longer = { ...today, roles: { ae: { releaseMonths: 8, redeployShare: 0 } } };
    for (const name of SAMPLES) {
      const [less, more] = [modelsOf(bookOf(name), today), modelsOf(bookOf(name), longer)];
      const [a, b] = [less['allCsm'], more['allCsm']];
      expect(a?.transition.release, name).toBeGreaterThan(0);
      expect(b?.transition.release, name).toBeGreaterThan(a?.transition.release ?? Infinity);
      expect(b?.npv, name).toBeLessThan(a?.npv ?? -Infinity);
    }
  });

  it('deleting potential never raises the value', () => {
    for (const name of SAMPLES) {
      const book = bookOf(name);
      const whole = modelsOf(book);
      for (const gone of UPSELLS) {
        const less = modelsOf({
          ...book,
          potential: { ...book.potential, [gone]: new Float64Array(book.count) },
        });
        for (const model of NAMED) {
          const before = whole[model]?.npv ?? Number.NaN;
          expect(less[model]?.npv, `${gone}, ${model}, ${name}`).toBeLessThanOrEqual(
            before + 1e-9 * Math.abs(before),
          );
        }
      }
    }
  });
});

/** Every cycle as long, all potential in one type of upsell. */
function withCycleAndMix(book: Book, days: number, only: Upsell): Book {
  const total = book.arr.map((_, index) =>
    UPSELLS.reduce((sum, upsell) => sum + (book.potential[upsell][index] || 0), 0),
  );
  return {
    ...book,
    cycleDays: book.cycleDays.map(() => days),
    potential: everyUpsell((upsell) => (upsell === only ? total : new Float64Array(book.count))),
  };
}
