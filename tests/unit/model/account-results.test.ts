import { describe, expect, it } from 'vitest';
import { accountResults } from '../../../shared/model/account-results.ts';
import { differences } from '../../helpers/differences.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';
import { naiveAccountResults } from '../../helpers/naive/account-results.ts';

describe('year 1 account by account', () => {
  it.each(['assumptions', 'assumptions-fixed', 'assumptions-third'] as const)(
    'agrees with the plain reading of the equations, case %s',
    (name) => {
      const book = exampleBook();
      const assumptions = exampleAssumptions(name);
      const custom = assumptions.models['customTiered'] ? ['customTiered'] : [];
      for (const model of ['allSales', 'split', 'allCsm', 'bestFit', ...custom]) {
        const engine = accountResults(book, assumptions, model);
        if (!engine.ok) throw new Error(engine.error);
        const plain = naiveAccountResults(book, assumptions, model);
        expect(differences(engine.value, plain), model).toEqual([]);
      }
    },
  );
});
