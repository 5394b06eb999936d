import { searchFlips, type Flip } from '../../shared/analysis/flips.ts';
import { decisionValues, leaderAmong } from '../../shared/analysis/leader.ts';
import type { Book } from '../../shared/book/book.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { isNamedModel } from '../../shared/model/ownership.ts';
import type { Comparison } from '../../shared/model/result.ts';

/** Beyond this the search, some hundred evaluations, takes longer than the rest together. */
const MOST_ACCOUNTS = 20_000;

/** Assumptions that would change the leader within their sourced range; null for a book too large to search. */
export function flipsOf(
  book: Book,
  assumptions: Assumptions,
  comparison: Comparison,
  rate: number | undefined,
): readonly Flip[] | null {
  if (book.count > MOST_ACCOUNTS) return null;
  const metric = assumptions.decisionMetric;
  const named = Object.keys(comparison.models).filter((id) => isNamedModel(assumptions, id));
  const leader = leaderAmong(comparison.models, metric);
  if (leader === null || leader.second === null || book.count === 0) return [];
  const search = searchFlips(assumptions, leader, (moved) => {
    const result = evaluate(book, moved, named, { rate });
    return result.ok ? decisionValues(result.value.models, metric) : null;
  });
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value;
}
