import { describe, expect, it } from 'vitest';
import { getAt } from '../../../shared/model/assumptions/access.ts';
import { catalogueOf, type FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { within } from '../../../shared/model/assumptions/field.ts';
import {
  fieldStep,
  fieldText,
  sliderExtent,
} from '../../../renderer/views/assumptions/figure-input.ts';
import { parseNumber } from '../../../renderer/ui/parse-number.ts';

const FIGURES = catalogueOf(DEFAULTS).filter(
  (entry): entry is FigureEntry => entry.kind === 'figure',
);
const valueOf = (entry: FigureEntry): number => Number(getAt(DEFAULTS, entry.path));

describe('every figure of the catalogue', () => {
  it('has a slider that holds its value, its default and its sourced range, within its bounds', () => {
    expect(FIGURES.length).toBeGreaterThan(100);
    for (const entry of FIGURES) {
      const { min, max, step } = sliderExtent(entry, valueOf(entry));
      const inside = [valueOf(entry), entry.default, entry.low, entry.high].filter(
        (value) => value !== null,
      );
      for (const value of inside) {
        expect(value, entry.path).toBeGreaterThanOrEqual(min);
        expect(value, entry.path).toBeLessThanOrEqual(max);
      }
      expect(max, entry.path).toBeGreaterThan(min);
      expect(step, entry.path).toBeGreaterThan(0);
      expect(within(entry.bounds, min) && within(entry.bounds, max), entry.path).toBe(true);
    }
  });

  it('reads back from its field as what it was', () => {
    for (const entry of FIGURES) {
      const value = valueOf(entry);
      for (const [locale, decimal] of [
        ['en-US', '.'],
        ['de-DE', ','],
      ] as const) {
        const text = fieldText(value, entry.unit, locale);
        const read = parseNumber(text, { decimal, percent: entry.unit === 'share' });
        expect(read.ok ? read.value : read.error, `${entry.path} ${text}`).toBeCloseTo(value, 9);
      }
    }
  });

  it('steps by a round part of what is usual', () => {
    for (const entry of FIGURES) {
      expect(String(fieldStep(entry, valueOf(entry))), entry.path).toMatch(/^(?:0\.0*)?[125]0*$/);
    }
  });
});
