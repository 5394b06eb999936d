import { UPSELLS } from '../../../shared/book/motions.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import type { Job } from '../job.ts';
import { prepare } from './prepare.ts';

/** Every account that takes part as the model takes it: what the book is silent on is filled in and marked. */
export const bookAccounts: Job<'bookAccounts'> = (input, { desk }) => {
  if (desk.book === null) return Promise.resolve(null);
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return Promise.resolve(null);
  const { segment, arr, cycleDays, renewalShare, risk, potential, estimated } = fillIn(
    prepared.book,
    prepared.assumptions,
  );
  return Promise.resolve({
    accounts: prepared.passing,
    segment,
    cycleDays,
    renewing: arr.map((amount, i) => amount * (renewalShare[i] ?? 0)),
    risk,
    potential: arr.map((_, i) =>
      UPSELLS.reduce((total, upsell) => total + (potential[upsell][i] ?? 0), 0),
    ),
    estimated,
  });
};
