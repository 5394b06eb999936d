import type { ChartModel } from '../../charts/series.ts';
import type { DecisionMetric, ModelId } from '../../../shared/model/assumptions/types.ts';
import { contendersOf, resultOf, type Subject } from './subject.ts';

export const METRIC_NAMES: Readonly<Record<DecisionMetric, string>> = {
  npv: 'Net present value',
  runRate: 'Run rate',
  contribution: 'Year 1 contribution',
};

/** What the metric's money is spread over, so that no amount stands without its time. */
export function metricSpan(metric: DecisionMetric, horizonYears: number): string {
  switch (metric) {
    case 'npv':
      return `of net present value over ${String(horizonYears)} ${horizonYears === 1 ? 'year' : 'years'} and after`;
    case 'runRate':
      return 'a year at run rate';
    case 'contribution':
      return 'of contribution in year 1';
  }
}

/** Who leads by a metric and by how much; null without two contenders to compare. */
export interface Lead {
  readonly leader: ChartModel;
  readonly second: ChartModel;
  /** Money of the metric, ≥ 0. */
  readonly by: number;
  /** Of the book's ARR; null where that is 0. */
  readonly shareOfArr: number | null;
}

export function leadOf(subject: Subject, metric: DecisionMetric): Lead | null {
  const ranked = contendersOf(subject)
    .map((model) => ({ model, value: resultOf(subject, model.id)?.[metric] ?? -Infinity }))
    .toSorted((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return null;
  const arr = resultOf(subject, first.model.id)?.arr ?? 0;
  const by = first.value - second.value;
  return {
    leader: first.model,
    second: second.model,
    by,
    shareOfArr: arr > 0 ? by / arr : null,
  };
}

/** One assumption that, moved within its sourced range, puts another model first. */
export interface Flip {
  readonly path: string;
  /** In the user's words: "if cycles exceed 141 days". */
  readonly sentence: string;
  readonly to: ModelId;
}

/** The answer, as the screen says it first. */
export interface Finding {
  readonly sentence: string;
  /** What the sentence rests on or what would change it. */
  readonly detail: string;
  readonly tooClose: boolean;
}

/** Below this share of ARR a lead is too close to call (model equations, section 8). */
const CLOSE = 0.01;

/** `flips`: assumptions that would change the leader; null while they are being looked for. */
export function findingOf(subject: Subject, flips: readonly Flip[] | null): Finding | null {
  const { assumptions, format } = subject;
  const metric = assumptions.decisionMetric;
  const lead = leadOf(subject, metric);
  if (lead === null) return null;
  const { leader, second, by, shareOfArr } = lead;
  const amount = format.figure(by, 'money', 'compact');
  const span = metricSpan(metric, assumptions.horizonYears);
  const share = shareOfArr === null ? '' : ` (${format.figure(shareOfArr, 'share')} of ARR)`;
  const narrow = shareOfArr !== null && shareOfArr < CLOSE;
  const tooClose = narrow || (flips !== null && flips.length > 0);
  const sentence = tooClose
    ? `Too close to call: ${leader.label} is ${amount} ${span} ahead of ${second.label}${narrow ? share : ''}.`
    : `${leader.label} leads by ${amount} ${span}.`;
  return { sentence, detail: detailOf(flips, second, share, tooClose), tooClose };
}

function detailOf(
  flips: readonly Flip[] | null,
  second: ChartModel,
  share: string,
  tooClose: boolean,
): string {
  if (flips === null) return `Ahead of ${second.label}${share}.`;
  if (flips.length > 0) {
    const named = flips.slice(0, 3).map((flip) => flip.sentence);
    return `Another model leads ${inWords(named)}.`;
  }
  return tooClose
    ? 'No single assumption changes the leader within its sourced range.'
    : `Ahead of ${second.label}${share}; no single assumption changes that within its sourced range.`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
}

/** The other two metrics, each with its leader: the answer in one line each. */
export function otherMetrics(
  subject: Subject,
): readonly { readonly metric: DecisionMetric; readonly text: string }[] {
  const metrics: readonly DecisionMetric[] = ['npv', 'runRate', 'contribution'];
  return metrics
    .filter((metric) => metric !== subject.assumptions.decisionMetric)
    .flatMap((metric) => {
      const lead = leadOf(subject, metric);
      if (lead === null) return [];
      const by = subject.format.figure(lead.by, 'money', 'compact');
      return [{ metric, text: `${METRIC_NAMES[metric]}: ${lead.leader.label} by ${by}` }];
    });
}
