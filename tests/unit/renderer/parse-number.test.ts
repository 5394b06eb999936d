import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../renderer/ui/parse-number.ts';

const plain = { decimal: '.', percent: false } as const;
const percent = { decimal: '.', percent: true } as const;
const german = { decimal: ',', percent: false } as const;

describe('a typed number', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['1,234.50', 1234.5],
    ["1'234", 1234],
    ['1 234 567', 1234567],
    ['12%', 0.12],
    ['1.2m', 1_200_000],
    ['1.2 M', 1_200_000],
    ['12k', 12_000],
    ['3bn', 3e9],
    ['$1.2m', 1_200_000],
    ['USD 180,000', 180_000],
    ['(1,200)', -1200],
    ['=180*0.5', 90],
    ['=180k*0.5', 90_000],
    ['= (2 + 3) * -4 / 8', -2.5],
    ['=1.2m/12', 100_000],
    ['1e3', 1000],
    ['.5', 0.5],
  ])('%s', (text, value) => {
    expect(parseNumber(text, plain)).toEqual({ ok: true, value });
  });

  it.each([
    ['12', 0.12],
    ['12%', 0.12],
    ['12 %', 0.12],
    ['0.5', 0.005],
    ['=0.5*0.5', 0.25],
    ['=50%*50%', 0.25],
  ])('%s where a plain number means percent', (text, value) => {
    expect(parseNumber(text, percent)).toEqual({ ok: true, value });
  });

  it('reads the decimal comma', () => {
    expect(parseNumber('1.234,5', german)).toEqual({ ok: true, value: 1234.5 });
    expect(parseNumber('=1,5*2', german)).toEqual({ ok: true, value: 3 });
  });

  it.each(['', '=', 'twelve', '1 2', '12 + 3', '=1+', '=(1', '=1)', '12%%', '=2**3', 'm', '--1'])(
    'refuses "%s" with a sentence',
    (text) => {
      const result = parseNumber(text, plain);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error).toMatch(/^.+\.$/);
    },
  );

  it('says that a division by zero has no value', () => {
    expect(parseNumber('=1/0', plain)).toEqual({
      ok: false,
      error: '=1/0 has no value: it divides by zero.',
    });
  });
});
