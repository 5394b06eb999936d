import { describe, expect, test } from 'vitest';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import { explainAccount } from '../../../shared/model/explain-account.ts';
import { differences } from '../../helpers/differences.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';

const book = exampleBook();

/** Recomputes an account's figures from nothing but its explanation. */
function recompute(e: ReturnType<typeof explained>) {
  const { inputs, drivers, lead } = e;
  if (lead === null || !e.worked)
    return { booked: drivers.kept * inputs.value * e.success * drivers.passive, credited: 0 };
  const help = lead.assists.map((k) => k.involvement * Math.max(0, lead.loss - k.loss));
  const loss =
    help.length === 0 ? lead.loss : Math.max(0, lead.loss - help.reduce((a, b) => a + b, 0));
  const y = Math.max(0, 1 - drivers.sensitivity * (loss - lead.pull));
  const full = inputs.value * Math.min(1, e.success * y * (1 - e.friction));
  const alone = inputs.value * e.success * drivers.passive;
  const credited = drivers.kept * e.coverage * full * lead.spiff;
  return {
    booked: drivers.kept * (e.coverage * full + (1 - e.coverage) * alone),
    credited,
    pay: {
      commissionLead:
        credited * (lead.target / lead.quota) * lead.weight * (e.pay.scale[lead.role] ?? NaN),
    },
  };
}

function explained(
  file: 'assumptions' | 'assumptions-fixed' | 'assumptions-third',
  model: string,
  account: number,
  motion: (typeof MOTIONS)[number],
) {
  const got = explainAccount(book, exampleAssumptions(file), model, account, motion);
  if (!got.ok) throw new Error(got.error);
  return got.value;
}

describe.each([
  ['assumptions', 'split'],
  ['assumptions-fixed', 'customTiered'],
  ['assumptions-fixed', 'bestBySegment'],
  ['assumptions-third', 'bestFit'],
] as const)('%s, %s', (file, model) => {
  test.each([2, 5, 6, 22, 35])('account %i: its figures follow from its explanation', (account) => {
    const accounts = accountResults(book, exampleAssumptions(file), model);
    if (!accounts.ok) throw new Error(accounts.error);
    for (const motion of MOTIONS) {
      const e = explained(file, model, account, motion);
      expect(differences(e, recompute(e))).toEqual([]);
      expect(e.booked).toBe(accounts.value.booked[motion][account]);
      const lead = accounts.value.lead[motion][account] ?? -1;
      expect(e.worked ? e.lead?.role : undefined).toBe(accounts.value.roles[lead]);
    }
  });
});

test('an explanation names what was filled in rather than read', () => {
  expect(explained('assumptions', 'split', 1, 'renewal').inputs.estimated).toEqual([
    'segment',
    'renewalShare',
    'potential.priceIncrease',
    'potential.consumption',
    'potential.organicUsers',
    'potential.featureUpgrade',
    'potential.proactiveUsers',
    'potential.newSolution',
  ]);
});

test('an account that is not in the book is refused', () => {
  expect(explainAccount(book, exampleAssumptions(), 'split', 36, 'renewal').ok).toBe(false);
});
