import { describe, expect, it } from 'vitest';
import { figureGroups, type FigureRow } from '../../../../renderer/views/compare/figures.ts';
import type { Subject } from '../../../../renderer/views/compare/subject.ts';
import { exampleSubject } from './subject-of-example.ts';

function rowOf(subject: Subject, metric: string): FigureRow {
  const rows = figureGroups(subject).flatMap((group) => group.rows);
  const row = rows.find((candidate) => candidate.metric.id === metric);
  if (row === undefined) throw new Error(`no row ${metric}`);
  return row;
}
const values = (row: FigureRow) => row.cells.map((cell) => cell.value);

describe('the table of figures', () => {
  const subject = exampleSubject();

  it('shows what a CFO asks for, with unit and currency', () => {
    const rows = figureGroups(subject).flatMap((group) => group.rows);
    const unitOf = Object.fromEntries(rows.map((row) => [row.metric.id, row.unitTitle]));
    expect(unitOf).toMatchObject({
      npv: 'USD',
      runRate: 'USD a year',
      contribution: 'USD',
      nrr: '%',
      grr: '%',
      expansionArr: 'USD a year',
      'fte.ae': 'FTE',
      'fte.csm': 'FTE',
      'cost.runCost': 'USD a year',
      'cost.commissionAssist': 'USD a year',
      'overlap.dualOwnedAccounts': '',
      freedHoursTotal: 'hours a year',
      'transition.cost': 'USD',
      payback: 'months',
    });
  });

  it('has the worked example’s figures in the order of the models', () => {
    expect(values(rowOf(subject, 'overlap.dualOwnedAccounts')).slice(0, 3)).toEqual([0, 31, 0]);
    expect(values(rowOf(subject, 'runRate'))[2]).toBeCloseTo(3713832.953, 3);
  });

  it('leaves out roles that nobody fills', () => {
    const ids = figureGroups(subject).flatMap((group) => group.rows.map((row) => row.metric.id));
    expect(ids).not.toContain('fte.am');
  });

  it('takes differences to today, which has none itself', () => {
    const { deltas } = rowOf(subject, 'cost.runCost');
    expect(deltas?.[1]).toBeNull();
    expect(deltas?.[2]).toBeCloseTo(711431.62091678 - 1002668.0870728466, 6);
  });

  it('pays the change back in months of higher run rate', () => {
    const months = values(rowOf(subject, 'payback'));
    const gain = 3713832.9530712646 - 3573488.6992084207;
    expect(months[2]).toBeCloseTo((123381.70586947355 / gain) * 12, 6);
    // All-Sales earns less than today, today has nothing to pay back.
    expect(months.slice(0, 2)).toEqual([null, null]);
    expect(rowOf(subject, 'payback').cells[0]?.reason).not.toBe('');
  });

  it('marks the best contender by the direction of its metric, never a reference', () => {
    expect(rowOf(subject, 'npv').best).toEqual([false, true, false, false, false]);
    expect(rowOf(subject, 'cost.runCost').best).toEqual([false, false, true, false, false]);
    expect(rowOf(subject, 'transition.cost').best).not.toContain(true);
  });

  it('knows no difference and no change where nobody has said who leads today', () => {
    const unsaid = exampleSubject({ comparison: { currentModel: null } });
    const groups = figureGroups(unsaid);
    expect(groups.map((group) => group.title)).not.toContain('Change of ownership');
    expect(groups.flatMap((group) => group.rows).every((row) => row.deltas === null)).toBe(true);
  });

  it('marks what rests on estimates', () => {
    const cells = rowOf(exampleSubject({ estimated: true }), 'npv').cells;
    expect(cells.every((cell) => cell.estimated)).toBe(true);
    expect(rowOf(subject, 'npv').cells.some((cell) => cell.estimated)).toBe(false);
  });
});
