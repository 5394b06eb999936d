import { describe, expect, it } from 'vitest';
import { METRIC_GROUPS } from '../../../shared/model/metric.ts';
import { COST_PARTS, metricOf, metricsOf } from '../../../shared/model/metrics.ts';
import type { Comparison } from '../../../shared/model/result.ts';
import expected from '../../fixtures/model-example/expected.json';

const comparison: Comparison = expected;
const results = Object.entries(comparison.models);

/** Paths of every number and null of a result, but the years, which are a series. */
function leaves(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'number' || value === null) return [path.join('.')];
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value ?? {}).flatMap(([key, child]) => leaves(child, [...path, key]));
}

describe('the registry of metrics', () => {
  it('declares every figure of a result, and reads it from where its id says', () => {
    const split = comparison.models['split'];
    if (!split) throw new Error('the example has a split');
    const metrics = new Map(metricsOf().map((metric) => [metric.id, metric]));
    for (const path of leaves(split)) {
      const figure = path.split('.').reduce<unknown>((value, key) => {
        return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
      }, split);
      expect(metrics.get(path)?.read(split), path).toBe(figure);
    }
  });

  it('says of each what it is, once', () => {
    const metrics = metricsOf();
    expect(new Set(metrics.map((metric) => metric.id)).size).toBe(metrics.length);
    for (const metric of metrics) {
      expect(metric.meaning, metric.id).toMatch(/\.$/);
      expect(metric.formula, metric.id).not.toBe('');
      expect(METRIC_GROUPS, metric.id).toContain(metric.group);
      expect(metricOf(metric.id)?.label, metric.id).toBe(metric.label);
    }
    expect(metricOf('fte.partner')?.label).toBe('partner people');
    expect(metricOf('nonsense')).toBeUndefined();
  });

  it('gives a reason wherever a figure is missing', () => {
    for (const [, result] of results) {
      for (const metric of metricsOf()) {
        if (metric.read(result) === null) expect(metric.whenMissing, metric.id).not.toBe('');
      }
    }
  });

  it('stacks the cost of the year from its parts', () => {
    for (const [model, { cost }] of results) {
      const result = comparison.models[model];
      if (!result) continue;
      const sum = COST_PARTS.reduce((all, id) => all + (metricOf(id)?.read(result) ?? 0), 0);
      expect(sum).toBeCloseTo(cost.runCost, 3);
    }
  });

  it('pays back in months, where there is a today and a gain', () => {
    const payback = metricOf('payback');
    const { split, allCsm } = comparison.models;
    if (!payback || !split || !allCsm) throw new Error('the example has both');
    const today = { ...split, runRate: 1_000 };
    const better = { ...allCsm, runRate: 3_000, transition: { ...allCsm.transition, cost: 1_000 } };
    expect(payback.read(better, today)).toBe(6);
    expect(payback.read(today, better)).toBeNull();
    expect(payback.read(today, today)).toBeNull();
    expect(payback.read(better, null)).toBeNull();
  });
});
