import { leaderFinding, flipFinding, cycleFinding, todayFinding } from '../analysis/findings.ts';
import { leaderAmong } from '../analysis/leader.ts';
import type { DecisionMetric, ModelId } from '../model/assumptions/types.ts';
import type { Metric } from '../model/metric.ts';
import { metricOf } from '../model/metrics.ts';
import { modelName } from '../model/names.ts';
import type { ModelResult } from '../model/result.ts';
import { modelHeader } from './model-labels.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import {
  columnOf,
  moneyUnit,
  tableBlock,
  type Block,
  type ColumnPlan,
  type SheetPlan,
} from './workbook-plan.ts';

const METRIC_NAMES: Readonly<Record<DecisionMetric, string>> = {
  npv: 'net present value',
  runRate: 'run rate',
  contribution: 'contribution in year 1',
};

/** The figures of the summary, by id. */
const FIGURES = [
  'npv',
  'runRate',
  'contribution',
  'nrr',
  'grr',
  'expansionArr',
  'fteTotal',
  'cost.runCost',
  'overlap.paidTwice',
  'overlap.dualOwnedAccounts',
  'freedHoursTotal',
  'transition.cost',
  'payback',
];

/** What the workbook says, scenario by scenario: the finding first, then the figures that carry it. */
export function summarySheet(
  name: string,
  title: string,
  scenarios: readonly EvaluatedScenario[],
): SheetPlan {
  return {
    name,
    colour: null,
    frozen: { columns: 0, header: false },
    blocks: [
      { kind: 'title', text: title === '' ? 'Who should own existing customers' : title },
      ...scenarios.flatMap((scenario) => scenarioBlocks(scenario, scenarios.length > 1)),
      { kind: 'heading', text: 'How to read this workbook' },
      {
        kind: 'text',
        text: 'Values in italics were not in the book: they are estimated from the assumptions. The column “Estimated for this account” names them too, and alone does so in a very large book. An empty cell means that the figure is not defined or was not given. Best fit and Best by segment are reference lines: they show what a choice account by account or segment by segment could bring, and cannot lead.',
      },
    ],
  };
}

function scenarioBlocks(scenario: EvaluatedScenario, isOneOfMany: boolean): Block[] {
  const { assumptions, comparison, flips, format, filled } = scenario;
  const leader = leaderAmong(comparison.models, assumptions.decisionMetric);
  const today = comparison.currentModel;
  const sentences = [
    ...(flips ?? []).map((flip) => flipFinding(flip, assumptions.models, format)),
    today === null
      ? 'Who leads today was not said: there is no difference to today and no cost of a change.'
      : leader &&
        todayFinding(
          leader.model,
          comparison.models,
          today,
          leader.metric,
          assumptions.models,
          format,
        ),
    cycleFinding(filled, assumptions, format),
    scenario.book.arrEstimated === true
      ? 'No recurring revenue in this book: the deals won in twelve months stand in for ARR, so every figure is estimated.'
      : null,
  ].filter((sentence) => sentence !== null);
  return [
    ...(isOneOfMany ? [{ kind: 'heading', text: scenario.name } as const] : []),
    { kind: 'finding', text: leaderFinding(leader, flips, assumptions.models, format) },
    ...sentences.map((text) => ({ kind: 'text', text }) as const),
    tableBlock(modelColumns(scenario, leader?.model ?? null)),
    tableBlock(factColumns(scenario)),
  ];
}

function factColumns(scenario: EvaluatedScenario): readonly ColumnPlan[] {
  const { assumptions, comparison, filter, format } = scenario;
  const { currency, currentModel } = comparison;
  const facts: readonly (readonly [string, string])[] = [
    ['Scenario', scenario.name],
    ['Accounts', format.figure(comparison.accounts, 'count')],
    ['Accounts taken', filter === '' ? 'all of the book' : filter],
    ['Currency', currency === '' ? 'not known' : currency],
    ['Decided by', METRIC_NAMES[assumptions.decisionMetric]],
    [
      'Model in place today',
      currentModel === null ? 'not said' : modelName(currentModel, assumptions.models),
    ],
    ['Years counted', format.figure(assumptions.horizonYears, 'count')],
  ];
  return [
    columnOf(facts, 'About', ([label]) => label),
    columnOf(facts, '', ([, value]) => value, 'text', { widest: 36 }),
  ];
}

function modelColumns(scenario: EvaluatedScenario, leader: ModelId | null): readonly ColumnPlan[] {
  const { assumptions, comparison } = scenario;
  const { models, currentModel } = comparison;
  const today = currentModel === null ? null : (models[currentModel] ?? null);
  const rows = scenario.models.flatMap((id): { id: ModelId; result: ModelResult }[] => {
    const result = models[id];
    return result ? [{ id, result }] : [];
  });
  const figures = FIGURES.flatMap((id) => {
    const metric = metricOf(id);
    const isShown = currentModel !== null || metric?.group !== 'Change of ownership';
    return metric && isShown ? [metric] : [];
  });
  return [
    columnOf(rows, 'Model', ({ id }) => modelHeader(id, assumptions)),
    columnOf(rows, 'Leads', ({ id }) => (id === leader ? 'leads' : '')),
    ...figures.map((metric) =>
      columnOf(
        rows,
        headerWithUnit(metric, comparison.currency),
        ({ result }) => metric.read(result, today),
        { unit: metric.unit },
        { widest: 18 },
      ),
    ),
  ];
}

/** E.g. "Run rate (USD a year)". */
export function headerWithUnit(metric: Metric, currency: string): string {
  return `${metric.label} (${unitWords(metric, currency)})`;
}

/** What a metric is measured in, in words. */
export function unitWords({ id, unit }: Metric, currency: string): string {
  switch (unit) {
    case 'money':
      return ['npv', 'npvTerminal'].includes(id) || id.startsWith('transition.')
        ? currency || 'money'
        : moneyUnit(currency);
    case 'share':
      return '%';
    case 'points':
      return 'percentage points';
    case 'hours':
      return 'hours a year';
    case 'people':
      return 'full-time people';
    case 'count':
      return 'number';
    case 'ratio':
      return '×';
    case 'moneyPerMoney':
      return `${currency || 'money'} per ${currency || 'money'} of revenue`;
    default:
      return unit;
  }
}
