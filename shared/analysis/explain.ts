import type { ModelId } from '../model/assumptions/types.ts';
import { MOTIONS } from '../book/motions.ts';
import { ESTIMATED } from '../model/fill-in.ts';
import { metricOf } from '../model/metrics.ts';
import type { FigureUnit } from '../units/figure-unit.ts';
import { COST_FORMULAS } from './explain-cost.ts';
import { Subject } from './explain-context.ts';
import type { ExplainContext } from './explain-context.ts';
import { MONEY_FORMULAS } from './explain-money.ts';
import { ROLE_FORMULAS } from './explain-people.ts';
import type { Expression, Term } from './expression.ts';

/** Where a figure comes from, as the panel shows it. */
export interface FigureExplanation {
  readonly title: string;
  readonly meaning: string;
  /** The formula in words, always there. */
  readonly inWords: string;
  /**
   * The formula over `terms`; computing it gives `result`. null where the figure is a count of its
   * own, or a mixture of segments with different figures.
   */
  readonly formula: string | null;
  readonly terms: readonly Term[];
  readonly result: number | null;
  readonly unit: FigureUnit;
  /** Why there is no result; '' where there is one. */
  readonly whenMissing: string;
  /** Section of the model equations. */
  readonly source: string;
  readonly accounts: AccountsBehind;
}

/** The accounts that a figure is made of. */
export interface AccountsBehind {
  readonly count: number;
  /** Their places in the book; null = all of them. */
  readonly indices: readonly number[] | null;
  /** Share of them with a value that was filled in rather than read; null without accounts. */
  readonly estimated: number | null;
}

/** Explains a metric of a model; null where the comparison has no such model or metric. */
export function explainMetric(
  context: ExplainContext,
  metricId: string,
  model: ModelId,
): FigureExplanation | null {
  const metric = metricOf(metricId);
  const result = context.comparison.models[model];
  if (metric === undefined || result === undefined) return null;
  const subject = new Subject(context, model, result);
  const figure = metric.read(result, subject.today);
  const expression = figure === null ? null : expressionOf(subject, metricId);
  return {
    title: metric.label,
    meaning: metric.meaning,
    inWords: metric.formula,
    formula: expression?.text ?? null,
    terms: expression?.terms ?? [],
    result: figure,
    unit: metric.unit,
    whenMissing: figure === null ? metric.whenMissing : '',
    source: metric.source,
    accounts: accountsBehind(subject, metricId),
  };
}

function expressionOf(subject: Subject, metricId: string): Expression | null | undefined {
  const whole = MONEY_FORMULAS[metricId] ?? COST_FORMULAS[metricId];
  if (whole !== undefined) return whole(subject);
  const dot = metricId.indexOf('.');
  const ofRole = ROLE_FORMULAS[metricId.slice(0, dot)];
  return ofRole === undefined ? null : ofRole(subject, metricId.slice(dot + 1));
}

function accountsBehind(subject: Subject, metricId: string): AccountsBehind {
  const { count, estimated } = subject.filled;
  return behind(count, estimated, belongsTo(subject, metricId));
}

/** Which accounts a figure is made of; null where it is all of them. */
function belongsTo(subject: Subject, metricId: string): ((index: number) => boolean) | null {
  const motion = MOTIONS.find((each) => metricId === `bookedByMotion.${each}`);
  const isShared = metricId.startsWith('overlap.dualOwned');
  const isMoved = ['transition.accountsMoved', 'transition.arrLost'].includes(metricId);
  if (motion === undefined && !isShared && !isMoved) return null;
  const { accounts } = subject;
  if (accounts === null) return null;
  if (isShared) return (index) => (accounts.leads[index] ?? 0) >= 2;
  const column = motion === undefined ? accounts.moved : accounts.booked[motion];
  return (index) => (column[index] ?? 0) > 0;
}

/** Segment by size is a rule, not an estimate: it does not count as filled in here. */
const ANY_ESTIMATE =
  Object.values(ESTIMATED).reduce((all, bit) => all | bit, 0) & ~ESTIMATED.segment;

function behind(
  count: number,
  estimated: Uint16Array,
  counts: ((index: number) => boolean) | null,
): AccountsBehind {
  const indices: number[] = [];
  let filledIn = 0;
  for (let index = 0; index < count; index += 1) {
    if (counts !== null && !counts(index)) continue;
    indices.push(index);
    if (((estimated[index] ?? 0) & ANY_ESTIMATE) !== 0) filledIn += 1;
  }
  return {
    count: indices.length,
    indices: counts === null ? null : indices,
    estimated: indices.length === 0 ? null : filledIn / indices.length,
  };
}
