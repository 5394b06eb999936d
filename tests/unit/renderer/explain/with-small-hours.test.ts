import { describe, expect, it } from 'vitest';
import { withSmallHours } from '../../../../renderer/views/explain/with-small-hours.ts';
import { createFormat } from '../../../../shared/format/format.ts';

const format = withSmallHours(createFormat('en-US', 'USD'));
const hours = (value: number | null) => format.figure(value, 'hours').replace('\u00a0', ' ');

describe('hours of one account', () => {
  it('never read nought where there are some', () => {
    expect([46.04, 1, 0.45, 0.05].map(hours)).toEqual(['46.0 h', '1.0 h', '0.5 h', '0.1 h']);
    expect([0.04, 0.01].map(hours)).toEqual(['2.4 min', '0.6 min']);
    expect([0, null, Number.NaN].map(hours)).toEqual(['0.0 h', '–', '–']);
  });

  it('leave every other figure as it is', () => {
    expect(format.figure(1234, 'money')).toBe('$1,234');
    expect(format.figure(0.25, 'share')).toBe('25.0%');
  });
});
