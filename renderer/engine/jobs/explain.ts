import { explainMetric } from '../../../shared/analysis/explain.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import { inCurrency } from '../../../shared/model/currency.ts';
import type { Job } from '../job.ts';
import { accountsPassing, takeAccounts } from './filter-book.ts';

/** How one figure of a model comes about; null where the comparison does not have it. */
export const explain: Job<'explain'> = (input, { desk }) => {
  const { assumptions, filter, rate, comparison, metric, model } = input;
  if (desk.book === null) return Promise.resolve(null);
  const converted = inCurrency(assumptions, desk.book.currency, rate ?? undefined);
  if (!converted.ok) return Promise.resolve(null);
  const passing = accountsPassing(desk.book, converted.value, filter);
  const filled = fillIn(takeAccounts(desk.book, passing), converted.value);
  const context = {
    comparison,
    assumptions: converted.value,
    filled,
    accountsOf: () => null,
  };
  const explanation = explainMetric(context, metric, model);
  if (explanation === null) return Promise.resolve(null);
  // The window knows accounts by their place in the whole book.
  const inBook = (index: number) => passing[index] ?? index;
  const { accounts } = explanation;
  const indices = accounts.indices?.map(inBook) ?? null;
  return Promise.resolve({ ...explanation, accounts: { ...accounts, indices } });
};
