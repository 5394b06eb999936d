import { metricOf } from '../model/metrics.ts';
import { MOTIONS } from '../book/motions.ts';
import type { ModelId } from '../model/assumptions/types.ts';
import type { BreakdownRow } from './breakdown.ts';
import type { FigureExplanation } from './explain.ts';
import { Subject, termOf } from './explain-context.ts';
import type { ExplainContext } from './explain-context.ts';
import { formula } from './expression.ts';

/**
 * The run rate of one row of a breakdown (model equations, section 8): before the transition, people
 * shared out by hours. `title` says which row; null where the comparison has no such model.
 */
export function explainPart(
  context: ExplainContext,
  model: ModelId,
  row: BreakdownRow,
  title: string,
): FigureExplanation | null {
  const result = context.comparison.models[model];
  const metric = metricOf('runRate');
  if (result === undefined || metric === undefined) return null;
  const of = new Subject(context, model, result);
  const money = (symbol: string, label: string, value: number) =>
    termOf(symbol, label, value, 'money');
  const expansion = MOTIONS.filter((motion) => motion !== 'renewal').reduce(
    (sum, motion) => sum + row.bookedByMotion[motion],
    0,
  );
  const kept = money('ARR kept', 'ARR of this row that is retained', row.retained);
  const won = money('expansion', 'Upsell and cross-sell booked in this row', expansion);
  const people = money(
    'people',
    'People and their coordination, shared out by their hours as lead, assistant and in service',
    row.people,
  );
  const managers = money('managers', 'Their managers, shared out alike', row.managers);
  const scorecard = money('scorecard pay', 'Shared out alike', row.scorecard);
  const lead = money('commission', 'Of whoever leads here', row.commissionLead);
  const assist = money('paid twice', 'Commission of those who assist here', row.commissionAssist);
  const written = formula`${of.assumption('gross margin', 'grossMargin')} × (${kept} + ${won}) − ${people} − ${managers} − ${scorecard} − ${lead} − ${assist}`;
  return {
    title: `${metric.label}: ${title}`,
    meaning: `${metric.meaning} This is the part of one row: the rows add up to the whole.`,
    inWords: metric.formula,
    formula: written.text,
    terms: written.terms,
    result: row.runRate,
    unit: 'money',
    whenMissing: '',
    source: metric.source,
    accounts: { count: row.accounts, indices: null, estimated: null },
  };
}
