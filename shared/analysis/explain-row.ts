import { UPSELLS } from '../book/motions.ts';
import type { ModelId } from '../model/assumptions/types.ts';
import { metricOf } from '../model/metrics.ts';
import type { BreakdownRow } from './breakdown.ts';
import type { FigureExplanation } from './explain.ts';
import { Subject, termOf } from './explain-context.ts';
import type { ExplainContext } from './explain-context.ts';
import { formula, sumOf } from './expression.ts';
import type { Expression, Term } from './expression.ts';

/** The figures of a row that can be explained, by the id of the metric they are a part of. */
const ROW_FIGURES: Readonly<Record<string, (row: BreakdownRow) => number | null>> = {
  arr: (row) => row.arr,
  retainedArr: (row) => row.retained - row.arrLost,
  expansionArr: (row) => UPSELLS.reduce((sum, upsell) => sum + row.bookedByMotion[upsell], 0),
  grr: (row) => row.grr,
  nrr: (row) => row.nrr,
  runRate: (row) => row.runRate,
  costPerDollar: (row) => row.costPerDollar,
  'cost.people': (row) => row.people,
  'cost.managers': (row) => row.managers,
  'cost.commissionLead': (row) => row.commissionLead,
  'cost.commissionAssist': (row) => row.commissionAssist,
  'cost.scorecard': (row) => row.scorecard,
  'cost.runCost': (row) =>
    row.people + row.managers + row.commissionLead + row.commissionAssist + row.scorecard,
  'transition.arrLost': (row) => row.arrLost,
};

/**
 * Explains a metric in one row of a breakdown: the whole's formula over the row's own figures. null
 * where the metric is not broken down.
 */
export function explainRow(
  context: ExplainContext,
  row: BreakdownRow,
  metricId: string,
  model: ModelId,
): FigureExplanation | null {
  const metric = metricOf(metricId);
  const result = context.comparison.models[model];
  const read = ROW_FIGURES[metricId];
  if (metric === undefined || result === undefined || read === undefined) return null;
  const value = read(row);
  const figure = (id: string): Term => {
    const of = metricOf(id);
    const figureOf = ROW_FIGURES[id];
    return termOf(of?.label ?? id, of?.meaning ?? '', figureOf?.(row) ?? 0, of?.unit ?? 'money');
  };
  const written =
    value === null ? null : write(metricId, figure, new Subject(context, model, result));
  return {
    title: metric.label,
    meaning: metric.meaning,
    inWords: metric.formula,
    formula: written?.text ?? null,
    terms: written?.terms ?? [],
    result: value,
    unit: metric.unit,
    whenMissing: value === null ? metric.whenMissing : '',
    source: metric.source,
    accounts: { count: row.accounts, indices: null, estimated: null },
  };
}

function write(
  metricId: string,
  figure: (id: string) => Term,
  subject: Subject,
): Expression | null {
  const kept = formula`${figure('retainedArr')} + ${figure('transition.arrLost')}`;
  switch (metricId) {
    case 'runRate':
      return formula`${subject.assumption('gross margin', 'grossMargin')} × (${kept} + ${figure('expansionArr')}) − ${figure('cost.runCost')}`;
    case 'grr':
      return formula`${figure('retainedArr')} ÷ ${figure('arr')}`;
    case 'nrr':
      return formula`(${figure('retainedArr')} + ${figure('expansionArr')}) ÷ ${figure('arr')}`;
    case 'costPerDollar':
      return formula`${figure('cost.runCost')} ÷ (${kept} + ${figure('expansionArr')})`;
    case 'cost.runCost':
      return sumOf(
        ['people', 'managers', 'commissionLead', 'commissionAssist', 'scorecard'].map((part) =>
          figure(`cost.${part}`),
        ),
      );
    default:
      return null;
  }
}
