import { describe, expect, it } from 'vitest';
import { getAt } from '../../../shared/model/assumptions/access.ts';
import { catalogueOf, titleOf } from '../../../shared/model/assumptions/catalogue.ts';
import type { FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { within } from '../../../shared/model/assumptions/field.ts';
import { SOURCES } from '../../../shared/model/assumptions/sources.ts';
import sources from '../../fixtures/model-example/sources.json';
import { exampleAssumptions } from '../../helpers/example.ts';

const figures = catalogueOf(DEFAULTS).filter(
  (entry): entry is FigureEntry => entry.kind === 'figure',
);

function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce<number>((sum, child) => sum + numbersIn(child), 0);
}

describe('the defaults', () => {
  it('are those of the worked example, but for today, which is asked', () => {
    expect(DEFAULTS).toEqual({ ...exampleAssumptions(), currentModel: null });
  });

  it('carry the sources of the worked example', () => {
    const expected = sources.map(({ path, value, ...source }) => {
      expect(getAt(DEFAULTS, path), path).toBe(value);
      return [path, source];
    });
    expect(SOURCES).toEqual(Object.fromEntries(expected));
  });
});

describe('the catalogue of the defaults', () => {
  it('lists every number of the defaults once, but for those of who assists', () => {
    const { models, ...rest } = DEFAULTS;
    const variants = Object.values(models).map((model) => numbersIn(model.roles ?? {}));
    expect(figures.length).toBe(variants.reduce((sum, count) => sum + count, numbersIn(rest)));
    expect(new Set(figures.map((entry) => entry.path)).size).toBe(figures.length);
  });

  it('gives every default its value, a grade and a reason or a source', () => {
    for (const entry of figures) {
      expect(entry.default, entry.path).toBe(getAt(DEFAULTS, entry.path));
      expect(['A', 'B', 'C', 'X'], entry.path).toContain(entry.grade);
      if (entry.grade === 'X') expect(entry.note, entry.path).not.toBe('');
      else {
        expect(entry.source, entry.path).toBeTruthy();
        expect(entry.year, entry.path).toBeGreaterThan(2000);
      }
    }
  });

  it('has no range without a source or a reason, and every range holds its default', () => {
    const ranged = figures.filter((entry) => entry.hasSourcedRange);
    expect(ranged.map((entry) => entry.path).sort()).toEqual(Object.keys(SOURCES).sort());
    for (const entry of ranged) {
      expect(entry.source ?? entry.note, entry.path).not.toBe('');
      expect(entry.low, entry.path).toBeLessThanOrEqual(entry.default ?? Number.NaN);
      expect(entry.high, entry.path).toBeGreaterThanOrEqual(entry.default ?? Number.NaN);
      expect(within(entry.bounds, entry.low ?? Number.NaN), entry.path).toBe(true);
      expect(within(entry.bounds, entry.high ?? Number.NaN), entry.path).toBe(true);
    }
  });

  it('gives a figure without a source no range', () => {
    const overhead = figures.find((entry) => entry.path === 'roles.ae.overhead');
    expect(overhead).toMatchObject({
      hasSourcedRange: false,
      grade: 'X',
      low: null,
    });
  });

  it('puts the variants of a figure right behind it', () => {
    const paths = figures.map((entry) => entry.path);
    const at = paths.indexOf('roles.csm.ote');
    expect(paths.slice(at, at + 4)).toEqual([
      'roles.csm.ote',
      'models.allSales.roles.csm.ote',
      'models.allCsm.roles.csm.ote',
      'models.bestFit.roles.csm.ote',
    ]);
    expect(figures.slice(at + 2, at + 3).map(titleOf)).toEqual([
      'CSM in All-CSM: On-target earnings',
    ]);
  });

  it('offers every choice with its default', () => {
    const choices = catalogueOf(DEFAULTS).filter((entry) => entry.kind === 'choice');
    expect(choices.map((entry) => entry.path).sort()).toEqual([
      'bestFit.singleOwner',
      'capacity.mode',
      'capacity.rounding',
      'cycle.measure',
      'decisionMetric',
      'pay.mode',
      'pursuit.mode',
    ]);
    for (const entry of choices) {
      expect(entry.options.map((option) => option.value)).toContain(entry.default);
    }
  });
});
