import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../shared/format/format.ts';
import type { FigureUnit } from '../../../shared/format/format.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const us = createFormat('en-US', 'USD');

describe('figures', () => {
  it.each<[number | null, FigureUnit, string, string]>([
    [1_902_345, 'money', '$1.9 M', '$1,902,345'],
    [-1_902_345, 'money', '−$1.9 M', '−$1,902,345'],
    [12_400, 'hours', '12.4 k h', '12,400 h'],
    [950, 'money', '$950', '$950'],
    [0.1234, 'share', '12.3%', '12.3%'],
    [12.345, 'people', '12.3', '12.3'],
    [1.25, 'ratio', '1.25×', '1.25×'],
    [1, 'days', '1 day', '1 day'],
    [90, 'days', '90 days', '90 days'],
    [7.26, 'months', '7.3 months', '7.3 months'],
    [0.132, 'moneyPerMoney', '$0.13', '$0.13'],
    [82.5, 'moneyPerHour', '$82.50 / h', '$82.50 / h'],
    [1234, 'count', '1.2 k', '1,234'],
    [0, 'money', '$0', '$0'],
    [-0, 'money', '$0', '$0'],
    [-0.4, 'money', '$0', '$0'],
    [-0.0001, 'share', '0.0%', '0.0%'],
    [null, 'money', '–', '–'],
    [Number.NaN, 'share', '–', '–'],
    [Number.POSITIVE_INFINITY, 'count', '–', '–'],
  ])('%d %s', (value, unit, compact, exact) => {
    expect(plain(us.figure(value, unit, 'compact'))).toBe(compact);
    expect(plain(us.figure(value, unit))).toBe(exact);
  });

  it('follows locale and currency', () => {
    const german = createFormat('de-DE', 'EUR');
    expect(plain(german.figure(1_902_345, 'money'))).toBe('1.902.345 €');
    expect(plain(german.figure(1_902_345, 'money', 'compact'))).toBe('1,9 Mio. €');
    expect(plain(german.figure(0.1234, 'share'))).toBe('12,3 %');
  });

  it('never leaves open which dollar is meant', () => {
    expect(createFormat('en-US', 'CAD').figure(5, 'money')).toBe('CA$5');
    expect(createFormat('en-GB', 'USD').figure(5, 'money')).toBe('US$5');
  });

  it('survives a locale and a currency that nobody knows', () => {
    const odd = createFormat('not a locale', 'Taler');
    expect(odd.locale).toBe('en-US');
    expect(plain(odd.figure(1200, 'money'))).toBe('1,200 Taler');
    expect(plain(createFormat('en-US', '').figure(1200, 'money'))).toBe('1,200');
  });
});

describe('figures that stand together', () => {
  const written = (format: typeof us, values: readonly number[], unit: FigureUnit) =>
    values.map(format.alike(values, unit)).map(plain);

  it('are all in the magnitude of the largest, with the same decimals', () => {
    expect(written(us, [994_450, 1_002_668, -711_432], 'money')).toEqual([
      '$0.99 M',
      '$1.00 M',
      '−$0.71 M',
    ]);
    expect(written(us, [12_400, 950], 'hours')).toEqual(['12.40 k h', '0.95 k h']);
    expect(written(us, [950, 20], 'money')).toEqual(['$950', '$20']);
    expect(written(us, [0.1234, 0.5], 'share')).toEqual(['12.3%', '50.0%']);
  });

  it('have as many decimals as their marks need, and nothing is nothing', () => {
    expect(written(us, [0, 250_000, 500_000, 750_000, 1_000_000], 'money')).toEqual([
      '$0',
      '$0.25 M',
      '$0.50 M',
      '$0.75 M',
      '$1.00 M',
    ]);
    expect(written(us, [0, 5_000_000, 10_000_000], 'money')).toEqual(['$0', '$5 M', '$10 M']);
  });

  it('follow the locale, and say nothing of a magnitude it has no word for', () => {
    const german = createFormat('de-DE', 'EUR');
    expect(written(german, [1_902_345, 400_000], 'money')).toEqual(['1,90 Mio. €', '0,40 Mio. €']);
    expect(written(german, [], 'money')).toEqual([]);
  });

  it('carry their sign where they are differences', () => {
    expect(plain(us.alike([1_900_000, -20_000], 'money', true)(1_900_000))).toBe('+$1.90 M');
    expect(plain(us.alike([1_900_000, -20_000], 'money', true)(-20_000))).toBe('−$0.02 M');
  });
});

describe('differences', () => {
  it.each<[number | null, FigureUnit, string]>([
    [1_900_000, 'money', '▲ +$1.9 M'],
    [-1_900_000, 'money', '▼ −$1.9 M'],
    [0.012, 'share', '▲ +1.2 pts'],
    [0, 'money', 'no change'],
    [-0.2, 'money', 'no change'],
    [0.00001, 'share', 'no change'],
    [null, 'money', '–'],
    [Number.NaN, 'money', '–'],
  ])('%d %s', (value, unit, text) => {
    expect(plain(us.delta(value, unit))).toBe(text);
  });
});

describe('dates', () => {
  it('writes ISO dates and leaves other text alone', () => {
    expect(us.date('2026-09-30')).toBe('Sep 30, 2026');
    expect(us.date('2026-13-45')).toBe('2026-13-45');
    expect(us.date('soon')).toBe('soon');
  });
});
