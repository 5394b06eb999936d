import type { Book } from '../book/book.ts';
import { err, ok, type Result } from '../units/result.ts';
import type { Assumptions, ModelId } from './assumptions/types.ts';
import { inCurrency } from './currency.ts';
import { chooseBySegment, evaluateOver } from './engine/best-by-segment.ts';
import { item } from './engine/lists.ts';
import { modelTermsOf } from './engine/model-terms.ts';
import { staffInPlace } from './engine/staffing.ts';
import { fillIn } from './fill-in.ts';
import { BEST_BY_SEGMENT, currentModelOf, refusalOf } from './ownership.ts';
import type { Comparison, ModelResult } from './result.ts';

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
  return ok(evaluateKnown(book, converted.value, modelIds));
}

function evaluateKnown(
  book: Book,
  assumptions: Assumptions,
  modelIds: readonly ModelId[],
): Comparison {
  const filled = fillIn(book, assumptions);
  const staff = staffInPlace(assumptions, filled);
  const currentModel = currentModelOf(assumptions);
  const termsOf = (id: ModelId) => modelTermsOf(assumptions, id, filled.segment);
  const current = currentModel === null ? null : termsOf(currentModel);
  const listed = modelIds.includes(BEST_BY_SEGMENT) ? assumptions.bestBySegment.models : [];
  const ids = [...new Set([...modelIds, ...listed])].filter((id) => id !== BEST_BY_SEGMENT);
  const models = ids.map(termsOf);
  const outcomes = evaluateOver(
    assumptions,
    filled,
    models.map((model) => ({ model, staff })),
    current === null ? null : { model: current, staff },
  );
  const whole = (id: ModelId) => {
    const index = ids.indexOf(id);
    return { model: item(models, index), outcome: item(outcomes, index) };
  };
  const resultOf = (id: ModelId): ModelResult =>
    id === BEST_BY_SEGMENT
      ? chooseBySegment({
          assumptions,
          book: filled,
          staff,
          current,
          wholes: listed.map(whole),
        }).result
      : whole(id).outcome.result;
  return {
    accounts: book.count,
    currency: book.currency === '' ? assumptions.currency : book.currency,
    currentModel,
    models: Object.fromEntries(modelIds.map((id) => [id, resultOf(id)])),
  };
}
