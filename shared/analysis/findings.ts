import type { Format } from '../format/format.ts';
import type { Assumptions, DecisionMetric, ModelId, RoleId } from '../model/assumptions/types.ts';
import { ESTIMATED } from '../model/fill-in.ts';
import type { FilledBook } from '../model/fill-in.ts';
import { modelName, roleName } from '../model/names.ts';
import type { ModelResult } from '../model/result.ts';
import type { Flip } from './flips.ts';
import type { Leader } from './leader.ts';

/** What decides, inside a sentence. */
const METRIC_WORDS: Readonly<Record<DecisionMetric, string>> = {
  npv: 'net present value',
  runRate: 'run rate',
  contribution: 'contribution in year 1',
};

/**
 * The answer in one sentence: who leads by how much, or that it is too close to call and why.
 * `flips` is null while the search for them still runs.
 */
export function leaderFinding(
  leader: Leader | null,
  flips: readonly Flip[] | null,
  models: Assumptions['models'],
  format: Format,
): string {
  if (leader === null) return 'No model to compare.';
  const name = modelName(leader.model, models);
  const metric = METRIC_WORDS[leader.metric];
  if (leader.second === null || leader.lead === null) {
    return `${name} brings ${format.figure(leader.value, 'money', 'compact')} ${metric}.`;
  }
  const second = modelName(leader.second, models);
  const lead = format.figure(leader.lead, 'money', 'compact');
  if (leader.isNarrow) {
    const ahead = `${name} is ahead of ${second} by ${lead} ${metric}, less than 1% of ARR`;
    return `Too close to call: ${ahead}.`;
  }
  const leads = `${name} leads ${second} by ${lead} ${metric}`;
  if (flips === null || flips.length === 0) return `${leads}.`;
  return `Too close to call: ${leads}, but one assumption within its range changes that.`;
}

/** Where the lead would change hands: Split would lead if “Gross margin” were below 72.0% (now 75.0%). */
export function flipFinding(flip: Flip, models: Assumptions['models'], format: Format): string {
  const at = (value: number) => format.figure(value, flip.unit);
  const name = modelName(flip.leader, models);
  return `${name} would lead if “${flip.title}” were ${flip.towards} ${at(flip.flipsAt)} (now ${at(flip.value)}).`;
}

/** Outside these the stated quota and the promised pay do not fit together. */
const FITTING = { from: 0.8, to: 1.2 } as const;

/**
 * Where the stated quota would not pay what the plan promises, one sentence a role; empty where it
 * fits or nobody is promised anything.
 */
export function attainmentFindings(
  result: ModelResult,
  format: Format,
): readonly { readonly role: RoleId; readonly sentence: string }[] {
  return Object.entries(result.impliedAttainment).flatMap(([role, attainment]) => {
    if (attainment === null || (attainment >= FITTING.from && attainment <= FITTING.to)) return [];
    const share = format.figure(attainment, 'share');
    const sentence = `${roleName(role)}: at the stated quota this plan would pay ${share} of what it promises.`;
    return [{ role, sentence }];
  });
}

/**
 * What stands in for sales cycles that the book does not bring: null where it brings them all. With
 * lengths typed by segment these are named.
 */
export function cycleFinding(
  filled: FilledBook,
  assumptions: Assumptions,
  format: Format,
): string | null {
  let estimated = 0;
  const assumed = new Map<number, number>();
  for (const [index, bits] of filled.estimated.entries()) {
    if ((bits & ESTIMATED.cycleDays) === 0) continue;
    estimated += 1;
    const days = filled.cycleDays[index] ?? 0;
    assumed.set(days, (assumed.get(days) ?? 0) + 1);
  }
  if (estimated === 0) return null;
  const count = (value: number) => format.figure(value, 'count');
  const days = (value: number) => format.figure(value, 'days');
  const isTyped = Object.keys(assumptions.cycle.segmentDays).length > 0;
  if (estimated < filled.count) {
    const standIn = isTyped
      ? 'the length typed for their segment or its middle is assumed'
      : 'the middle of their segment is assumed';
    return `No sales cycle for ${count(estimated)} of ${count(filled.count)} accounts: ${standIn}.`;
  }
  const [only] = assumed.keys();
  if (assumed.size === 1 && only !== undefined) {
    return `No sales cycle in this book: ${days(only)} assumed for all ${count(filled.count)} accounts.`;
  }
  const parts = [...assumed].toSorted(([a], [b]) => a - b);
  const words = parts.map(([length, accounts]) => `${days(length)} for ${count(accounts)}`);
  const typed = isTyped ? 'typed or assumed' : 'assumed';
  return `No sales cycle in this book: ${typed} are ${words.join(', ')} accounts.`;
}

/** Difference to today in one sentence; null where today is not known or is this model. */
export function todayFinding(
  model: ModelId,
  results: Readonly<Record<ModelId, ModelResult>>,
  currentModel: ModelId | null,
  metric: DecisionMetric,
  models: Assumptions['models'],
  format: Format,
): string | null {
  const [result, today] = [results[model], results[currentModel ?? '']];
  if (currentModel === null || result === undefined || today === undefined || result === today) {
    return null;
  }
  const difference = result[metric] - today[metric];
  const words = `${format.figure(Math.abs(difference), 'money', 'compact')} ${METRIC_WORDS[metric]}`;
  const now = modelName(currentModel, models);
  const name = modelName(model, models);
  if (difference === 0) return `${name} brings the same as ${now}, today's model.`;
  return `${name} brings ${words} ${difference > 0 ? 'more' : 'less'} than ${now}, today's model.`;
}
