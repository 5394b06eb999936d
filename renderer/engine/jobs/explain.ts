import { breakdown, type BreakdownRow } from '../../../shared/analysis/breakdown.ts';
import type { ExplainContext } from '../../../shared/analysis/explain-context.ts';
import { explainMetric, type FigureExplanation } from '../../../shared/analysis/explain.ts';
import { explainPart } from '../../../shared/analysis/explain-part.ts';
import type { Book } from '../../../shared/book/book.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import type { EvaluateOptions } from '../../../shared/model/evaluate.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import type { Job } from '../job.ts';
import type { ExplainInput } from '../jobs.ts';
import { prepare } from './prepare.ts';

/** How one figure of a model comes about; null where the comparison does not have it. */
export const explain: Job<'explain'> = (input, { desk, stop }) => {
  const { assumptions, rate, comparison, metric, model, part } = input;
  if (desk.book === null) return Promise.resolve(null);
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return Promise.resolve(null);
  const { book, passing } = prepared;
  const options = { rate: rate ?? undefined, stop };
  const context: ExplainContext = {
    comparison,
    assumptions: prepared.assumptions,
    filled: fillIn(book, prepared.assumptions),
    accountsOf: (id) => {
      const results = accountResults(book, assumptions, id, options);
      return results.ok ? results.value : null;
    },
  };
  const explanation =
    part === undefined
      ? explainMetric(context, metric, model)
      : partOf(context, input, part, book, options);
  if (explanation === null) return Promise.resolve(null);
  // The window knows accounts by their place in the whole book.
  const { accounts } = explanation;
  const indices = accounts.indices?.map((index) => passing[index] ?? index) ?? null;
  return Promise.resolve({ ...explanation, accounts: { ...accounts, indices } });
};

function partOf(
  context: ExplainContext,
  { assumptions, model, partTitle }: ExplainInput,
  part: NonNullable<ExplainInput['part']>,
  book: Book,
  options: EvaluateOptions,
): FigureExplanation | null {
  const by = part.by === 'band' ? 'cycleBand' : part.by;
  const rows = breakdown(book, assumptions, model, by, options);
  const row = rows.ok ? rows.value.rows.find(({ key }) => isPart(key, part.key)) : undefined;
  return row === undefined ? null : explainPart(context, model, row, partTitle);
}

function isPart(key: BreakdownRow['key'], wanted: string): boolean {
  switch (key.by) {
    case 'cycleBand':
      return String(key.from) === wanted;
    case 'motion':
      return key.motion === wanted;
    case 'segment':
      return key.segment === wanted;
    case 'owner':
      return false;
  }
}
