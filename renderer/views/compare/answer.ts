import { flipFinding, leaderFinding, todayFinding } from '../../../shared/analysis/findings.ts';
import type { Flip } from '../../../shared/analysis/flips.ts';
import { leaderAmong, type Leader } from '../../../shared/analysis/leader.ts';
import { DECISION_METRICS, type DecisionMetric } from '../../../shared/model/assumptions/types.ts';
import { modelName } from '../../../shared/model/names.ts';
import type { Subject } from './subject.ts';

/** What the screen says before it shows anything. */
export interface Answer {
  readonly leader: Leader | null;
  readonly sentence: string;
  /** What is known of how firm the lead is: a sentence; '' where the flips themselves say it. */
  readonly firmness: string;
  /** Up to three assumptions that would change the leader, a sentence each. */
  readonly flips: readonly { readonly path: string; readonly sentence: string }[];
  /** The leader against today, where today is known and another. */
  readonly today: string | null;
  /** The metrics not in use: what each says by itself, and the payback of the leader. */
  readonly beside: readonly BesideFigure[];
}
export interface BesideFigure {
  readonly metric: string;
  readonly label: string;
  readonly text: string;
  /** Why there is none. */
  readonly reason: string;
}

/** `flips` is null while they are being looked for. */
export function answerOf(subject: Subject, flips: readonly Flip[] | null): Answer {
  const { comparison, assumptions, format } = subject;
  const { decisionMetric, models } = assumptions;
  const leader = leaderOn(subject, decisionMetric);
  return {
    leader,
    sentence: leaderFinding(leader, flips, models, format),
    firmness: firmnessOf(leader, flips),
    flips: (flips ?? []).map((flip) => ({
      path: flip.path,
      sentence: flipFinding(flip, models, format),
    })),
    today:
      leader === null
        ? null
        : todayFinding(
            leader.model,
            comparison.models,
            comparison.currentModel,
            decisionMetric,
            models,
            format,
          ),
    beside: [...besideMetrics(subject, decisionMetric), payback(subject, leader)],
  };
}

/** Whether the lead is safe is not known until every assumption has been moved within its range. */
function firmnessOf(leader: Leader | null, flips: readonly Flip[] | null): string {
  if (leader === null || leader.second === null) return '';
  if (flips === null) {
    return 'Not yet known: whether an assumption within its sourced range would change this. Looking …';
  }
  return flips.length === 0 ? 'No assumption within its sourced range changes this.' : '';
}

/** The leader among the models on screen. */
function leaderOn({ comparison, models }: Subject, metric: DecisionMetric): Leader | null {
  const shown = models.flatMap(({ id }) => {
    const result = comparison.models[id];
    return result === undefined ? [] : [[id, result] as const];
  });
  return leaderAmong(Object.fromEntries(shown), metric);
}

/** Who leads by the metrics that do not decide. */
function besideMetrics(subject: Subject, deciding: DecisionMetric): readonly BesideFigure[] {
  const others = DECISION_METRICS.filter((metric) => metric !== deciding).map((metric) => ({
    metric,
    leader: leaderOn(subject, metric),
  }));
  const leads = others.flatMap(({ leader }) => leader?.lead ?? []);
  const write = subject.format.alike(leads, 'money');
  return others.map(({ metric, leader }) => besideMetric(subject, metric, leader, write));
}

function besideMetric(
  subject: Subject,
  metric: DecisionMetric,
  leader: Leader | null,
  write: (value: number) => string,
): BesideFigure {
  const { format, assumptions, metrics } = subject;
  const label = metrics.get(metric)?.label ?? metric;
  if (leader === null) return { metric, label, text: format.figure(null, 'money'), reason: '' };
  const name = modelName(leader.model, assumptions.models);
  const by = leader.lead === null ? '' : ` by ${write(leader.lead)}`;
  return { metric, label, text: `${name}${by}`, reason: '' };
}

function payback(subject: Subject, leader: Leader | null): BesideFigure {
  const { comparison, metrics, format } = subject;
  const metric = metrics.get('payback');
  const result = leader === null ? undefined : comparison.models[leader.model];
  const today = comparison.models[comparison.currentModel ?? ''] ?? null;
  const months = result === undefined ? null : (metric?.read(result, today) ?? null);
  return {
    metric: 'payback',
    label: 'Payback of the change',
    text: format.figure(months, 'months'),
    reason: months === null ? whyNoPayback(subject, leader) : '',
  };
}

function whyNoPayback({ comparison, metrics }: Subject, leader: Leader | null): string {
  if (comparison.currentModel === null) return 'Needs to know who leads today.';
  if (leader?.model === comparison.currentModel) return 'The leader is today’s model.';
  return metrics.get('payback')?.whenMissing ?? '';
}
