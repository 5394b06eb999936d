import { describe, expect, it } from 'vitest';
import { sumOfCells } from '../../../../renderer/charts/series.ts';
import {
  costChart,
  overlapChart,
  revenueChart,
} from '../../../../renderer/views/compare/charts.ts';
import expected from '../../../fixtures/model-example/expected.json';
import { exampleSubject, plain } from './subject-of-example.ts';

describe('the cost chart', () => {
  const chart = costChart(exampleSubject());
  it('stacks each model to its cost of the year', () => {
    const totals = chart.series.cells.map((cells) => sumOfCells(cells).value);
    Object.values(expected.models).forEach((model, m) => {
      expect(totals[m]).toBeCloseTo(model.cost.runCost, 6);
    });
  });
  it('says who costs least and by how much against today', () => {
    expect(plain(chart.title)).toBe(
      'All-CSM costs least to run: $291.2 k a year less than Split, today’s model',
    );
    expect(chart.subtitle).toContain('USD a year');
    expect(chart.series.notes?.map((note) => note && plain(note))).toEqual([
      '▼ −$8.2 k vs today',
      null,
      '▼ −$291.2 k vs today',
      '▼ −$6.2 k vs today',
      '▼ −$46.7 k vs today',
    ]);
  });
  it('compares with the second where no today is said, and has no difference then', () => {
    const unsaid = costChart(exampleSubject({ comparison: { currentModel: null } }));
    expect(plain(unsaid.title)).toBe(
      'All-CSM costs least to run: $283 k a year less than All-Sales',
    );
    expect(unsaid.series.notes?.every((note) => note === null)).toBe(true);
  });
  it('draws two models of one cost without naming a winner', () => {
    const { split } = expected.models;
    const models = { split, allCsm: split };
    const same = exampleSubject({ comparison: { models }, shown: ['split', 'allCsm'] });
    expect(plain(costChart(same).title)).toBe('Split and All-CSM cost the same to run');
  });
});

describe('the revenue chart', () => {
  it('adds retained and expansion to the ARR after year 1, against the ARR at its start', () => {
    const chart = revenueChart(exampleSubject());
    expect(plain(chart.title)).toBe('Split ends year 1 with the most ARR: $6.10 M, from $6.00 M');
    expect(chart.series.line?.value).toBe(6000769);
    expect(sumOfCells(chart.series.cells[1] ?? []).value).toBeCloseTo(
      5072198.217511597 + 1029344.1641967585,
      6,
    );
  });
});

describe('the overlap chart', () => {
  it('has each figure with a unit of its own', () => {
    const { panels } = overlapChart(exampleSubject()).series;
    expect(panels.map((panel) => [panel.label, panel.unit.title])).toEqual([
      ['Accounts with two owners', ''],
      ['ARR with two owners', 'USD a year'],
      ['Paid twice', 'USD a year'],
      ['Coordination hours', 'hours a year'],
      ['Coordination cost', 'USD a year'],
      ['Leads passed on', ''],
    ]);
  });
  it('says how many accounts have two owners and what that costs', () => {
    expect(plain(overlapChart(exampleSubject()).title)).toBe(
      'Split puts two owners on 31 of 36 accounts; overlap costs it $45.3 k a year',
    );
    const alone = exampleSubject({ shown: ['allCsm'] });
    expect(plain(overlapChart(alone).title)).toBe('No model makes roles share accounts');
  });
});
