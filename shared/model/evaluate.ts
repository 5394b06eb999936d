import type { Book } from '../book/book.ts';
import type { Result } from '../units/result.ts';
import type { Assumptions, ModelId } from './assumptions/types.ts';
import { createEvaluator, type EvaluateOptions } from './evaluator.ts';
import type { Comparison } from './result.ts';

export type { EvaluateOptions } from './evaluator.ts';

/**
 * Evaluates ownership models over a book (model equations, sections 1 to 9 and 11). `modelIds`: fixed
 * and custom models of the assumptions, `bestFit`, `bestBySegment`. Money in the book's currency. The
 * error is one sentence: a model that does not exist, a missing rate. Nothing is kept between calls:
 * `createEvaluator` keeps what the next call can use.
 */
export function evaluate(
  book: Book,
  assumptions: Assumptions,
  modelIds: readonly ModelId[],
  options: EvaluateOptions = {},
): Result<Comparison, string> {
  return createEvaluator(book, { keep: false }).evaluate(assumptions, modelIds, options);
}
