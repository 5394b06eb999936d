import { accountSteps } from '../../../shared/analysis/explain-account.ts';
import type { ExplainContext } from '../../../shared/analysis/explain-context.ts';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { explainAccounts } from '../../../shared/model/explain-account.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import type { Job } from '../job.ts';
import { prepare } from './prepare.ts';

/** Every step from an account's own values to its figures, motion by motion; null where the filter leaves it out. */
export const explainAccount: Job<'explainAccount'> = (input, { desk, stop }) => {
  const { assumptions, rate, comparison, model, account } = input;
  if (desk.book === null) return Promise.resolve(null);
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return Promise.resolve(null);
  const { book, passing } = prepared;
  const place = passing.indexOf(account);
  if (place < 0) return Promise.resolve(null);
  const options = { rate: rate ?? undefined, stop };
  const explained = explainAccounts(book, assumptions, model, [place], options);
  const [own] = explained.ok ? explained.value : [];
  if (own === undefined) return Promise.resolve(null);
  const context: ExplainContext = {
    comparison,
    assumptions: prepared.assumptions,
    filled: fillIn(book, prepared.assumptions),
    accountsOf: () => null,
  };
  return Promise.resolve(
    MOTIONS.map((motion) => ({
      explanation: own[motion],
      steps: accountSteps(context, own[motion]),
    })),
  );
};
