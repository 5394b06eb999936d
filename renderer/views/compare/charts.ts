import type { ChartModel, Look, PanelSeries, StackedSeries } from '../../charts/series.ts';
import type { ModelResult } from '../../../shared/model/result.ts';
import {
  cellFor,
  chartUnit,
  contendersOf,
  metricCell,
  metricUnit,
  resultOf,
  todayOf,
  unitTitle,
  type Subject,
} from './subject.ts';

/** A chart with its words: the finding, and what is drawn in which unit. */
export interface Worded<Series> {
  readonly title: string;
  readonly subtitle: string;
  readonly series: Series;
}

/**
 * How the components of a year's cost look, in the order they stack. The two that only shared
 * accounts cause, coordination and what is paid twice, are textured: the eye finds them in every bar.
 */
const COST_LOOKS: readonly { readonly id: string; readonly look: Look }[] = [
  { id: 'cost.peopleCore', look: plain(0.16) },
  { id: 'cost.managers', look: plain(0.32) },
  { id: 'cost.commissionLead', look: plain(0.5) },
  { id: 'cost.scorecard', look: plain(0.72) },
  { id: 'cost.coordination', look: { strength: 0.05, texture: 'hatch' } },
  { id: 'cost.commissionAssist', look: { strength: 0.05, texture: 'dots' } },
];

function plain(strength: number): Look {
  return { strength, texture: 'plain' };
}

/** Cost of a year by component and model, stacked. */
export function costChart(subject: Subject): Worded<StackedSeries> {
  const { format, comparison, models } = subject;
  const today = todayOf(subject);
  const base = today === null ? null : resultOf(subject, today.id);
  const parts = COST_LOOKS.flatMap(({ id, look }) => {
    const metric = subject.metrics.get(id);
    return metric === undefined ? [] : [{ metric, look }];
  });
  return {
    title: costTitle(subject),
    subtitle: `Cost of a full year by component, ${comparison.currency} a year. Coordination and what is paid twice come from shared accounts.`,
    series: {
      unit: chartUnit(format, 'money', unitTitle(comparison.currency, 'money', 'a year')),
      parts: parts.map(({ metric, look }) => ({ key: metric.id, label: metric.label, look })),
      models,
      cells: models.map((model) =>
        parts.map(({ metric }) => metricCell(subject, metric, model.id)),
      ),
      totalLabel: subject.metrics.get('cost.runCost')?.label ?? '',
      notes: models.map((model) => {
        const own = resultOf(subject, model.id);
        if (base === null || own === null || model.today) return null;
        return `${format.delta(own.cost.runCost - base.cost.runCost, 'money')} vs today`;
      }),
    },
  };
}

function costTitle(subject: Subject): string {
  const { format } = subject;
  const ranked = rank(subject, (result) => -result.cost.runCost);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return 'What each model costs to run';
  const today = todayOf(subject);
  const against = today !== null && today.id !== first.model.id ? today : second.model;
  const other = ranked.find(({ model }) => model.id === against.id) ?? second;
  const saved = first.value - other.value;
  if (isNothing(format.figure(saved, 'money', 'compact'), subject)) {
    return `${first.model.label} and ${other.model.label} cost the same to run`;
  }
  const asToday = other.model.today ? ', today’s model' : '';
  return `${first.model.label} costs least to run: ${format.figure(saved, 'money', 'compact')} a year less than ${other.model.label}${asToday}`;
}

const REVENUE_PARTS = [
  { key: 'retainedArr', label: 'Retained ARR', look: plain(0.2) },
  { key: 'expansionArr', label: 'Expansion ARR', look: plain(0.62) },
] as const;

/** What is left of the ARR after year 1 and what is added to it. */
export function revenueChart(subject: Subject): Worded<StackedSeries> {
  const { format, comparison, models } = subject;
  const arr = Object.values(comparison.models)[0]?.arr ?? 0;
  const [first, second] = rank(subject, (result) => result.retainedArr + result.expansionArr);
  const lead = first === undefined || second === undefined ? 0 : first.value - second.value;
  const money = format.alike([arr, first?.value ?? 0], 'money');
  return {
    title:
      first === undefined
        ? 'ARR after year 1'
        : isNothing(format.figure(lead, 'money', 'compact'), subject)
          ? `${first.model.label} ends year 1 with ${money(first.value)}, as others do`
          : `${first.model.label} ends year 1 with the most ARR: ${money(first.value)}, from ${money(arr)}`,
    subtitle: `ARR retained and expansion booked in year 1, ${comparison.currency} a year`,
    series: {
      unit: chartUnit(format, 'money', unitTitle(comparison.currency, 'money', 'a year')),
      parts: REVENUE_PARTS,
      models,
      cells: models.map((model) => {
        const own = resultOf(subject, model.id);
        return [
          cellFor(subject, own?.retainedArr ?? null),
          cellFor(subject, own?.expansionArr ?? null),
        ];
      }),
      totalLabel: 'ARR after year 1',
      notes: models.map((model) => {
        const nrr = resultOf(subject, model.id)?.nrr ?? null;
        return nrr === null ? null : `NRR ${format.figure(nrr, 'share')}`;
      }),
      line: { label: `ARR at the start ${money(arr)}`, value: arr },
    },
  };
}

/** What two owners on one account cause, in the order of the story: how many, how much, at what price. */
const OVERLAP_PANELS = [
  'overlap.dualOwnedAccounts',
  'overlap.dualOwnedArr',
  'overlap.paidTwice',
  'overlap.coordinationHours',
  'overlap.coordinationCost',
  'overlap.signals',
];

/** Where roles overlap: six figures, each on a scale of its own. */
export function overlapChart(subject: Subject): Worded<PanelSeries> {
  const { format, comparison, models } = subject;
  return {
    title: overlapTitle(subject),
    subtitle: `Overlap between roles in year 1; money in ${comparison.currency}; each figure on its own scale`,
    series: {
      models,
      panels: OVERLAP_PANELS.flatMap((id) => {
        const metric = subject.metrics.get(id);
        if (metric === undefined) return [];
        const unit = chartUnit(format, metric.unit, metricUnit(metric, comparison.currency));
        const cells = models.map((model) => metricCell(subject, metric, model.id));
        return [{ key: id, label: metric.label, unit, cells }];
      }),
    },
  };
}

function overlapTitle(subject: Subject): string {
  const { format, comparison } = subject;
  const most = rank(subject, ({ overlap }) => overlap.paidTwice + overlap.coordinationCost)[0];
  const result = most === undefined ? null : resultOf(subject, most.model.id);
  if (most === undefined || result === null || most.value <= 0) {
    return 'No model makes roles share accounts';
  }
  const shared = result.overlap.dualOwnedAccounts;
  const accounts = `${format.figure(shared, 'count')} of ${format.figure(comparison.accounts, 'count')} accounts`;
  const cost = `${format.figure(most.value, 'money', 'compact')} a year`;
  return shared > 0
    ? `${most.model.label} puts two owners on ${accounts}; overlap costs it ${cost}`
    : `${most.model.label} overlaps most: paying twice and coordination cost it ${cost}`;
}

interface Ranked {
  readonly model: ChartModel;
  readonly value: number;
}

/** The contenders from highest to lowest. */
function rank(subject: Subject, value: (result: ModelResult) => number): readonly Ranked[] {
  return contendersOf(subject)
    .flatMap((model) => {
      const result = resultOf(subject, model.id);
      return result === null ? [] : [{ model, value: value(result) }];
    })
    .toSorted((a, b) => b.value - a.value);
}

/** Whether an amount, as written, is nothing. */
function isNothing(written: string, subject: Subject): boolean {
  return written === subject.format.figure(0, 'money', 'compact');
}
