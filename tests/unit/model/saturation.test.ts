import { expect, test } from 'vitest';
import { saturation } from '../../../shared/model/engine/saturation.ts';

test('the own exponential is the platform’s to 4e-16', () => {
  let worst = 0;
  for (let step = 0; step <= 200_000; step += 1) {
    const t = (step / 200_000) ** 3 * 45;
    worst = Math.max(worst, Math.abs(saturation(t) - (1 - Math.exp(-t))));
  }
  expect(worst).toBeLessThan(4e-16);
});

test('it starts at 0 and ends at 1', () => {
  expect(saturation(0)).toBe(0);
  expect(saturation(40)).toBe(1);
  expect(saturation(Infinity)).toBe(1);
});
