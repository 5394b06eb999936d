import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleFor } from '../../../../renderer/charts/scale.ts';

describe('the scale of a chart', () => {
  it('has round, even marks from a zero baseline up to the longest bar', () => {
    expect(scaleFor([1_002_668, 711_432])).toEqual({
      domain: [0, 1_025_000],
      ticks: [0, 250_000, 500_000, 750_000, 1_000_000],
    });
    expect(scaleFor([31]).ticks).toEqual([0, 10, 20, 30]);
  });
  it('stands still while its bars move by less than a fine step', () => {
    expect(scaleFor([1_012_345, 600_000])).toEqual(scaleFor([1_002_668, 711_432]));
    expect(scaleFor([-19_200, 18_200]).domain).toEqual([-20_000, 19_000]);
  });
  it('holds values of either sign around zero', () => {
    expect(scaleFor([-19_200, 18_200]).ticks).toEqual([-10_000, 0, 10_000]);
  });
  it('is there where all values are zero', () => {
    expect(scaleFor([0, 0])).toEqual({ domain: [0, 1], ticks: [0] });
    expect(scaleFor([])).toEqual({ domain: [0, 1], ticks: [0] });
  });
  it('always contains zero and every value, in at most seven finite marks', () => {
    const amounts = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (values) => {
        const { domain, ticks } = scaleFor(values);
        const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
        expect(domain[0]).toBeLessThanOrEqual(Math.min(0, ...values) + slack);
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every((tick) => Number.isFinite(tick) && !Object.is(tick, -0))).toBe(true);
      }),
    );
  });
});
