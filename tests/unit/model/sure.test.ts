import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import type { BlockProfile } from '../../../shared/model/engine/block-profile.ts';
import { item } from '../../../shared/model/engine/lists.ts';
import { modelTermsOf, type Stint } from '../../../shared/model/engine/model-terms.ts';
import { saturation } from '../../../shared/model/engine/saturation.ts';
import { sureAt, surelyWorked } from '../../../shared/model/engine/sure.ts';
import { worthOf } from '../../../shared/model/engine/worth.ts';
import { yieldOf } from '../../../shared/model/engine/yields.ts';

const NEW_SOLUTION = 6;
const { valueScale } = DEFAULTS.effort;

function stintOf(model: string, change: Partial<Stint> = {}): Stint {
  const { stints } = modelTermsOf(DEFAULTS, model, { codes: new Uint32Array(0), values: [] });
  return { ...item(item(stints, NEW_SOLUTION), 0), ...change };
}

function profileOf(leastHeld: number, mostHeld: number, mostEffort: number): BlockProfile {
  const motion = { count: 1, hours: 0, sizes: 0, leastValue: 1, mostEffort };
  return {
    leastHeld,
    mostHeld,
    arr: 0,
    serviceHours: 0,
    motions: Array.from({ length: 7 }, () => motion),
    present: new Uint8Array(0),
  };
}

/** As the engine judges a piece of work, without assists. */
function worth(stint: Stint, v: number, held: number, effort: number): number {
  const loss = stint.lossShort + stint.lossSlope * held;
  const worked = v * Math.min(1, stint.winRate * yieldOf(loss, stint.sensitivity, stint.pull));
  const part = saturation(v * (1 / valueScale));
  const cost = effort * part * stint.hourCost + part * stint.signalCost;
  const { winRate, passive, margin, payRate } = stint;
  return worthOf(worked, v * winRate * passive, cost, margin, payRate);
}

test('a new sale is sure for the seller of the defaults, and never where an hour costs a fortune', () => {
  const profile = profileOf(0.1, 0.9, 40);
  expect(surelyWorked(DEFAULTS, stintOf('allSales'), profile)).toBe(true);
  expect(surelyWorked(DEFAULTS, stintOf('allSales', { hourCost: 1e6 }), profile)).toBe(false);
  const always = { ...DEFAULTS, pursuit: { ...DEFAULTS.pursuit, mode: 'always' as const } };
  expect(surelyWorked(always, stintOf('allSales', { hourCost: 1e6 }), profile)).toBe(true);
});

test('what is sure is worth working, whatever its value, its cycle and its effort in the block', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  let sure = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('allSales', 'allCsm'),
      fc.record({ least: part, most: part, effort: fc.double({ min: 0, max: 200, noNaN: true }) }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      fc.array(fc.tuple(part, part, fc.double({ min: -9, max: 9, noNaN: true })), { minLength: 5 }),
      (model, { least, most, effort }, factor, pieces) => {
        const terms = stintOf(model);
        const stint = { ...terms, hourCost: terms.hourCost * factor };
        const [from, to] = [Math.min(least, most), Math.max(least, most)];
        if (!surelyWorked(DEFAULTS, stint, profileOf(from, to, effort))) return;
        sure += 1;
        for (const [held, hours, exponent] of pieces) {
          const v = valueScale * 10 ** exponent;
          expect(worth(stint, v, from + (to - from) * held, effort * hours)).toBeGreaterThanOrEqual(
            0,
          );
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(sure).toBeGreaterThan(100);
});

test('a value that has shrunk to where its size is inexact is not sure', () => {
  const motion = item(profileOf(0, 1, 40).motions, NEW_SOLUTION);
  expect(sureAt(DEFAULTS, motion, 1)).toBe(true);
  expect(sureAt(DEFAULTS, motion, 1e-9)).toBe(false);
  expect(sureAt(DEFAULTS, motion, 0)).toBe(false);
});
