import type { Cell } from '../../charts/series.ts';
import type { FigureUnit } from '../../../shared/format/format.ts';
import { roleName } from '../../../shared/model/names.ts';
import type { ModelResult } from '../../../shared/model/result.ts';
import { noPaybackReason, paybackMonths } from './finding.ts';
import { cellFor, resultOf, todayOf, unitTitle, type Subject } from './subject.ts';

/** One line of the table of figures. */
export interface FigureRow {
  /** Id in the metrics registry: what the Explain panel is asked for. */
  readonly metric: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly unitTitle: string;
  /** In the order of the models. */
  readonly cells: readonly Cell[];
  /** Difference to today, in the order of the models; null for today itself and where none is said. */
  readonly deltas: readonly (number | null)[] | null;
  /** A part of the figure above it. */
  readonly part: boolean;
}
export interface FigureGroup {
  readonly title: string;
  readonly rows: readonly FigureRow[];
}

interface RowSpec {
  readonly metric: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly per?: 'a year';
  readonly part?: boolean;
  readonly value: (result: ModelResult) => number | null;
}

/** The table of figures: what it brings, who does it, what it costs, what overlaps, what changing to it takes. */
export function figureGroups(subject: Subject): readonly FigureGroup[] {
  const year = { per: 'a year' } as const;
  const roles = rolesOf(subject);
  return [
    {
      title: 'Value',
      rows: [
        row('npv', 'Net present value', 'money', (r) => r.npv),
        row('runRate', 'Run rate', 'money', (r) => r.runRate, year),
        row('contribution', 'Year 1 contribution', 'money', (r) => r.contribution),
      ],
    },
    {
      title: 'Customers',
      rows: [
        row('nrr', 'Net revenue retention', 'share', (r) => r.nrr),
        row('grr', 'Gross revenue retention', 'share', (r) => r.grr),
        row('retainedArr', 'Retained ARR', 'money', (r) => r.retainedArr, year),
        row('expansionArr', 'Expansion ARR', 'money', (r) => r.expansionArr, year),
      ],
    },
    {
      title: 'People',
      rows: [
        ...roles.map((role) =>
          row(`fte.${role}`, roleName(role), 'people', (r) => r.fte[role] ?? null),
        ),
        ...roles
          .filter((role) => some(subject, (r) => (r.freedHours[role] ?? 0) > 0))
          .map((role) =>
            row(
              `freedHours.${role}`,
              `Freed hours, ${roleName(role)}`,
              'hours',
              (r) => r.freedHours[role] ?? null,
              year,
            ),
          ),
      ],
    },
    {
      title: 'Cost',
      rows: [
        row('cost.runCost', 'Run cost', 'money', (r) => r.cost.runCost, year),
        part('cost.peopleCore', 'People', (r) => r.cost.peopleCore),
        part('cost.coordination', 'Coordination', (r) => r.cost.coordination),
        part('cost.managers', 'Managers', (r) => r.cost.managers),
        part('cost.commissionLead', 'Commission', (r) => r.cost.commissionLead),
        part('cost.commissionAssist', 'Paid twice', (r) => r.cost.commissionAssist),
        part('cost.scorecard', 'Scorecard pay', (r) => r.cost.scorecard),
      ],
    },
    {
      title: 'Overlap',
      rows: [
        row(
          'overlap.dualOwnedAccounts',
          'Accounts with two owners',
          'count',
          (r) => r.overlap.dualOwnedAccounts,
        ),
        row(
          'overlap.dualOwnedArr',
          'ARR with two owners',
          'money',
          (r) => r.overlap.dualOwnedArr,
          year,
        ),
        row(
          'overlap.coordinationHours',
          'Coordination hours',
          'hours',
          (r) => r.overlap.coordinationHours,
          year,
        ),
      ],
    },
    {
      title: 'Change from today',
      rows:
        todayOf(subject) === null
          ? []
          : [
              row('transition.cost', 'Transition cost', 'money', (r) => r.transition.cost),
              row(
                'transition.accountsMoved',
                'Accounts that change hands',
                'count',
                (r) => r.transition.accountsMoved,
              ),
            ],
    },
  ]
    .map(({ title, rows }) => ({ title, rows: rows.map((spec) => rowOf(subject, spec)) }))
    .map((group) =>
      group.rows.length > 0 && group.title === 'Change from today'
        ? { ...group, rows: [...group.rows, paybackRow(subject)] }
        : group,
    )
    .filter((group) => group.rows.length > 0);
}

function row(
  metric: string,
  label: string,
  unit: FigureUnit,
  value: RowSpec['value'],
  more: Partial<RowSpec> = {},
): RowSpec {
  return { metric, label, unit, value, ...more };
}
function part(metric: string, label: string, value: RowSpec['value']): RowSpec {
  return { metric, label, unit: 'money', per: 'a year', part: true, value };
}

function rowOf(subject: Subject, spec: RowSpec): FigureRow {
  const values = subject.models.map((model) => {
    const result = resultOf(subject, model.id);
    return result === null ? null : spec.value(result);
  });
  const today = todayOf(subject);
  const base = today === null ? null : (values[subject.models.indexOf(today)] ?? null);
  const isChange = spec.metric.startsWith('transition.');
  return {
    metric: spec.metric,
    label: spec.label,
    unit: spec.unit,
    unitTitle: unitTitle(subject.comparison.currency, spec.unit, spec.per ?? ''),
    cells: values.map((value) => cellFor(subject, value)),
    deltas:
      today === null || isChange
        ? null
        : values.map((value, m) =>
            value === null || base === null || subject.models[m]?.today === true
              ? null
              : value - base,
          ),
    part: spec.part ?? false,
  };
}

function paybackRow(subject: Subject): FigureRow {
  return {
    metric: 'payback',
    label: 'Payback of the change',
    unit: 'months',
    unitTitle: unitTitle(subject.comparison.currency, 'months'),
    cells: subject.models.map((model) => {
      const months = paybackMonths(subject, model.id);
      return cellFor(
        subject,
        months,
        months === null ? noPaybackReason(subject, model.id) : undefined,
      );
    }),
    deltas: null,
    part: false,
  };
}

/** Roles that do something, or could, in some model on screen. */
function rolesOf(subject: Subject): readonly string[] {
  const first = subject.models[0];
  const all = Object.keys(first === undefined ? {} : (resultOf(subject, first.id)?.fte ?? {}));
  return all.filter((role) => some(subject, (result) => (result.fte[role] ?? 0) > 0));
}

function some(subject: Subject, test: (result: ModelResult) => boolean): boolean {
  return subject.models.some((model) => {
    const result = resultOf(subject, model.id);
    return result !== null && test(result);
  });
}
