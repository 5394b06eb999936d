import type { DecisionMetric, ModelId } from '../model/assumptions/types.ts';
import { BEST_BY_SEGMENT, BEST_FIT } from '../model/ownership.ts';
import type { ModelResult } from '../model/result.ts';

/** The money that decides, by model; only models that can lead are in it. */
export type DecisionValues = Readonly<Record<ModelId, number>>;

/** Who leads, and by how much (equations, section 8). Money in the book's currency. */
export interface Leader {
  readonly metric: DecisionMetric;
  readonly model: ModelId;
  readonly value: number;
  /** The next best; null where only one model is compared. */
  readonly second: ModelId | null;
  /** Ahead of the second by; null where there is none. */
  readonly lead: number | null;
  /** The lead is below 1 % of ARR: too close to call by itself. */
  readonly isNarrow: boolean;
}

/** A lead below this part of ARR decides nothing. */
const NARROW = 0.01;

/** The deciding money of the fixed and custom models among the results; bestFit and bestBySegment are reference lines. */
export function decisionValues(
  results: Readonly<Record<ModelId, ModelResult>>,
  metric: DecisionMetric,
): DecisionValues {
  const able = Object.entries(results).filter(([id]) => id !== BEST_FIT && id !== BEST_BY_SEGMENT);
  return Object.fromEntries(able.map(([id, result]) => [id, result[metric]]));
}

/** The model with the most; the first listed where two tie. null where none can lead. */
export function leaderOf(
  values: DecisionValues,
  metric: DecisionMetric,
  arr: number,
): Leader | null {
  const [first, second] = Object.entries(values).toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const [model, value] = first;
  const lead = second === undefined ? null : value - second[1];
  return {
    metric,
    model,
    value,
    second: second?.[0] ?? null,
    lead,
    isNarrow: lead !== null && (lead === 0 || lead < NARROW * arr),
  };
}

/** As `leaderOf`, of the results of a comparison. */
export function leaderAmong(
  results: Readonly<Record<ModelId, ModelResult>>,
  metric: DecisionMetric,
): Leader | null {
  const values = decisionValues(results, metric);
  const model = Object.keys(values)[0];
  return leaderOf(values, metric, model === undefined ? 0 : (results[model]?.arr ?? 0));
}
