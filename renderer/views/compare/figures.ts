import type { Cell } from '../../charts/series.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { figureOf, metricCell, metricUnit, todayOf, type Subject } from './subject.ts';

/** One line of the table of figures. */
export interface FigureRow {
  readonly metric: Metric;
  readonly unitTitle: string;
  /** In the order of the models. */
  readonly cells: readonly Cell[];
  /** Difference to today in the order of the models, null for today itself; null where none is said. */
  readonly deltas: readonly (number | null)[] | null;
  /** The contenders with the best figure, where better has a direction; all equal is no best. */
  readonly best: readonly boolean[];
  /** A part of the figure above it. */
  readonly part: boolean;
}
export interface FigureGroup {
  readonly title: string;
  readonly rows: readonly FigureRow[];
}

/** The table of figures: what it brings, who does it, what it costs, what overlaps, what changing to it takes. */
export function figureGroups(subject: Subject): readonly FigureGroup[] {
  const roles = subject.roles;
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Value', ['npv', 'runRate', 'contribution']],
    ['Revenue', ['nrr', 'grr', 'retainedArr', 'expansionArr']],
    ['Cost', ['cost.runCost', ...COST_PARTS]],
    ['Overlap', ['overlap.dualOwnedAccounts', 'overlap.dualOwnedArr', 'overlap.coordinationHours']],
    [
      'People',
      [
        ...roles.map((role) => `fte.${role}`),
        'freedHoursTotal',
        ...roles.map((role) => `freedHours.${role}`).filter((id) => isAnywhere(subject, id)),
      ],
    ],
    // Without a today there is no change to speak of; the screen says so beside the table.
    [
      'Change of ownership',
      todayOf(subject) === null ? [] : ['transition.cost', 'transition.accountsMoved', 'payback'],
    ],
  ];
  return groups
    .map(([title, ids]) => ({ title, rows: ids.flatMap((id) => rowOf(subject, id)) }))
    .filter((group) => group.rows.length > 0);
}

const COST_PARTS = [
  'cost.peopleCore',
  'cost.managers',
  'cost.commissionLead',
  'cost.scorecard',
  'cost.coordination',
  'cost.commissionAssist',
];

function rowOf(subject: Subject, id: string): readonly FigureRow[] {
  const metric = subject.metrics.get(id);
  if (metric === undefined) return [];
  const cells = subject.models.map((model) => metricCell(subject, metric, model.id));
  return [
    {
      metric,
      unitTitle: metricUnit(metric, subject.comparison.currency),
      cells,
      deltas: deltasOf(subject, metric),
      best: bestOf(subject, metric),
      part: COST_PARTS.includes(id) || id.startsWith('freedHours.'),
    },
  ];
}

/** Whether a figure is more than nothing for some model on screen. */
function isAnywhere(subject: Subject, id: string): boolean {
  const metric = subject.metrics.get(id);
  return (
    metric !== undefined &&
    subject.models.some((model) => Math.abs(figureOf(subject, metric, model.id) ?? 0) > DUST)
  );
}

function deltasOf(subject: Subject, metric: Metric): readonly (number | null)[] | null {
  const today = todayOf(subject);
  // What it takes to leave today is a difference already.
  if (today === null || metric.group === 'Change of ownership') return null;
  const base = figureOf(subject, metric, today.id);
  return subject.models.map((model) => {
    const value = figureOf(subject, metric, model.id);
    return model.today || value === null || base === null ? null : value - base;
  });
}

function bestOf(subject: Subject, metric: Metric): readonly boolean[] {
  const { better } = metric;
  const values = subject.models.map((model) =>
    model.reference ? null : figureOf(subject, metric, model.id),
  );
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  // Today costs nothing to change to: that is no merit of it.
  const compares = better !== 'none' && metric.group !== 'Change of ownership';
  if (!compares || known.length < 2 || high - low <= DUST) return values.map(() => false);
  return values.map((value) => value === (better === 'higher' ? high : low));
}

/** Below this a difference is of rounding. */
const DUST = 1e-6;
