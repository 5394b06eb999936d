import type { Book } from '../../../shared/book/book.ts';
import { createEvaluator, type Evaluator } from '../../../shared/model/evaluator.ts';
import { BEST_BY_SEGMENT, BEST_FIT } from '../../../shared/model/ownership.ts';
import type { Comparison } from '../../../shared/model/result.ts';
import type { ModelId } from '../../../shared/model/assumptions/types.ts';
import type { Result } from '../../../shared/units/result.ts';
import { Stopped, type Stop } from '../../../shared/units/stop.ts';
import type { Job } from '../job.ts';
import type { BookTotals, ScenarioInput, ScenarioResult } from '../jobs.ts';
import type { Team } from '../team.ts';
import { prepare } from './prepare.ts';

const NO_TOTALS: BookTotals = {
  accounts: 0,
  arr: 0,
  owners: 0,
  estimatedShare: 0,
  estimated: {},
  segments: [],
  difference: 0,
};

/** Compares the models of a scenario: the named ones first, the best fits follow. */
export const evaluate: Job<'evaluate'> = async (input, { desk, stop, partial, breathe }) => {
  if (desk.book === null) return refused('There is no book yet: open one.');
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return refused(prepared.error);
  const { book, totals } = prepared;
  if (book.count === 0) {
    return refused('No account passes the filter: remove a part of it.', totals);
  }
  const late = input.models.filter((id) => id === BEST_FIT || id === BEST_BY_SEGMENT);
  const named = input.models.filter((id) => !late.includes(id));
  let comparison: Comparison | null = null;
  for (const [step, models] of [named, ...late.map((id) => [id])].entries()) {
    if (step > 0) await breathe();
    const result = await compare(desk.team, book, input, models, stop);
    if (!result.ok) return refused(result.error, totals);
    const { models: before }: Pick<Comparison, 'models'> = comparison ?? { models: {} };
    comparison = { ...result.value, models: { ...before, ...result.value.models } };
    const pending = late.slice(step);
    if (pending.length > 0) partial({ comparison, refusal: null, pending, totals });
  }
  return { comparison, refusal: null, pending: [], totals };
};

/** By the team where the book is large; alone where it is not, and where the team fails. */
async function compare(
  team: Team,
  book: Book,
  { assumptions, rate }: ScenarioInput,
  models: readonly ModelId[],
  stop: Stop,
): Promise<Result<Comparison, string>> {
  const options = { rate: rate ?? undefined, stop };
  const together = team.evaluatorOf(book);
  try {
    if (together !== null) return await together.evaluate(assumptions, models, options);
  } catch (cause) {
    if (cause instanceof Stopped) throw cause;
    team.fail();
  }
  return evaluatorOf(book).evaluate(assumptions, models, options);
}

/** One evaluator a book, for as long as the book is in use: a slider then recomputes what it touches. */
const evaluators = new WeakMap<Book, Evaluator>();

function evaluatorOf(book: Book): Evaluator {
  const known = evaluators.get(book) ?? createEvaluator(book);
  evaluators.set(book, known);
  return known;
}

function refused(refusal: string, totals: BookTotals = NO_TOTALS): ScenarioResult {
  return { comparison: null, refusal, pending: [], totals };
}
