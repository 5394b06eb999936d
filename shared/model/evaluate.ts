import type { Book } from '../book/book.ts';
import { err, ok, type Result } from '../units/result.ts';
import type { Assumptions, ModelId } from './assumptions/types.ts';
import { inCurrency } from './currency.ts';
import { naiveEvaluate } from './naive/evaluate.ts';
import { refusalOf } from './ownership.ts';
import type { Comparison } from './result.ts';

export interface EvaluateOptions {
  /** One unit of the assumptions' currency in the book's currency; needed where the two differ. */
  readonly rate?: number | undefined;
}

/**
 * Evaluates ownership models over a book (model equations, sections 1 to 9 and 11). `modelIds`: fixed
 * and custom models of the assumptions, `bestFit`, `bestBySegment`. Money in the book's currency. The
 * error is one sentence: a model that does not exist, a missing rate.
 */
export function evaluate(
  book: Book,
  assumptions: Assumptions,
  modelIds: readonly ModelId[],
  options: EvaluateOptions = {},
): Result<Comparison, string> {
  const converted = inCurrency(assumptions, book.currency, options.rate);
  if (!converted.ok) return converted;
  const refusal = refusalOf(converted.value, modelIds);
  if (refusal !== null) return err(refusal);
  return ok(naiveEvaluate(book, converted.value, modelIds));
}
