import { describe, expect, test } from 'vitest';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { differences } from '../../helpers/differences.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';
import { generatedBook } from '../../helpers/generated-book.ts';

const sum = (column: ArrayLike<number> | undefined) =>
  Array.from(column ?? []).reduce((total, x) => total + x, 0);

describe.each([
  ['the example book', exampleBook()],
  ['a book of several blocks', generatedBook(5000, 7)],
])('%s, account by account', (_, book) => {
  test.each([
    ['assumptions', 'split'],
    ['assumptions', 'bestFit'],
    ['assumptions-fixed', 'customTiered'],
    ['assumptions-fixed', 'bestBySegment'],
    ['assumptions-third', 'bestFit'],
    ['assumptions-third', 'bestBySegment'],
  ] as const)('%s, %s: the accounts add up to the totals', (file, model) => {
    const assumptions = exampleAssumptions(file);
    const accounts = accountResults(book, assumptions, model);
    const compared = evaluate(book, assumptions, [model]);
    if (!accounts.ok || !compared.ok) throw new Error('refused');
    const total = compared.value.models[model];
    const one = accounts.value;
    const got = {
      bookedByMotion: Object.fromEntries(MOTIONS.map((m) => [m, sum(one.booked[m])])),
      retainedArr: sum(one.retained) - sum(one.arrLost),
      cost: {
        commissionLead: one.roles.reduce((all, r) => all + sum(one.commissionLead[r]), 0),
        commissionAssist: one.roles.reduce((all, r) => all + sum(one.commissionAssist[r]), 0),
      },
      transition: { accountsMoved: sum(one.moved), arrLost: sum(one.arrLost) },
      overlap: { dualOwnedAccounts: Array.from(one.leads).filter((n) => n > 1).length },
    };
    expect(differences(total, got)).toEqual([]);
    const hours = one.roles.reduce(
      (all, r) => all + sum(one.hoursLead[r]) + sum(one.hoursAssist[r]),
      sum(one.hoursService),
    );
    const demand = Object.values(total?.demandHours ?? {}).reduce((all, h) => all + h, 0);
    const coordination = total?.overlap.coordinationHours ?? NaN;
    expect(differences(hours + coordination, demand)).toEqual([]);
  });
});
