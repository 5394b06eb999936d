import { searchFlips, type Flip } from '../../../shared/analysis/flips.ts';
import { decisionValues, leaderAmong } from '../../../shared/analysis/leader.ts';
import type { EvaluateValues } from '../../../shared/analysis/swings.ts';
import type { Book } from '../../../shared/book/book.ts';
import { createEvaluator } from '../../../shared/model/evaluator.ts';
import { isNamedModel } from '../../../shared/model/ownership.ts';
import type { Stop } from '../../../shared/units/stop.ts';
import type { Job } from '../job.ts';
import type { Input } from '../jobs.ts';
import { prepare } from './prepare.ts';

/** Assumptions that would change the leader within their sourced range: a few dozen evaluations, one a breath. */
export const flips: Job<'flips'> = async (input, { desk, stop, breathe }) => {
  if (desk.book === null) return [];
  const prepared = prepare(desk.book, input);
  return prepared.ok ? flipsIn(prepared.book, input, stop, breathe) : [];
};

/** The same over a book that is filtered already. */
export async function flipsIn(
  book: Book,
  { assumptions, models, rate, unlinked }: Input<'flips'>,
  stop: Stop,
  breathe: () => Promise<void>,
): Promise<readonly Flip[]> {
  if (book.count === 0) return [];
  const named = models.filter((id) => isNamedModel(assumptions, id));
  const metric = assumptions.decisionMetric;
  // Most steps move one figure that little depends on.
  const { evaluate } = createEvaluator(book);
  const run = (moved: typeof assumptions) =>
    evaluate(moved, named, { rate: rate ?? undefined, stop });
  const values: EvaluateValues = (moved) => {
    const result = run(moved);
    return result.ok ? decisionValues(result.value.models, metric) : null;
  };
  const now = run(assumptions);
  const leader = now.ok ? leaderAmong(now.value.models, metric) : null;
  if (leader === null || leader.second === null) return [];
  const search = searchFlips(assumptions, leader, values, unlinked);
  let step = search.next();
  while (step.done !== true) {
    await breathe();
    step = search.next();
  }
  return step.value;
}
