import { describe, expect, test } from 'vitest';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { differences } from '../../helpers/differences.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';

const book = exampleBook();
const assumptions = exampleAssumptions();
const refused = (changed: Partial<Assumptions>, models = ['split']) => {
  const got = evaluate(book, { ...assumptions, ...changed }, models);
  return got.ok ? null : got.error;
};

describe('one sentence says why there is no comparison', () => {
  test('a model that does not exist', () => {
    expect(refused({}, ['splitt'])).toMatch(/^There is no model "splitt": known are allSales,/);
    expect(refused({}, ['constructor'])).toMatch(/^There is no model "constructor"/);
  });
  test('a current model that is computed', () => {
    expect(refused({ currentModel: 'bestFit' })).toMatch(
      /^currentModel must be a fixed or custom model/,
    );
  });
  test('a computed model listed for the segments', () => {
    expect(refused({ bestBySegment: { models: ['split', 'bestFit'] } })).toMatch(/lists "bestFit"/);
  });
  test('a role that nobody defines', () => {
    expect(refused({ bestFit: { roles: ['desk'], singleOwner: true } })).toMatch(/"desk"/);
  });
  test('an empty current model is none', () => {
    const got = evaluate(book, { ...assumptions, currentModel: '' }, ['split']);
    expect(got.ok && got.value.currentModel).toBe(null);
  });
});

describe('a book in another currency', () => {
  const euros = { ...book, currency: 'EUR' };
  test('needs a rate', () => {
    const got = evaluate(euros, assumptions, ['split']);
    expect(got.ok ? null : got.error).toMatch(
      /book is in EUR and the assumptions are in USD: give the rate/,
    );
    expect(evaluate(euros, assumptions, ['split'], { rate: 0 }).ok).toBe(false);
  });
  test('with all its money at the rate, has every money figure at the rate', () => {
    const rate = 0.5;
    const half = (column: Float64Array) => column.map((x) => x * rate);
    const cheaper = {
      ...euros,
      arr: half(book.arr),
      contractValue: half(book.contractValue),
      cac: half(book.cac),
      potential: Object.fromEntries(
        Object.entries(book.potential).map(([upsell, column]) => [upsell, half(column)]),
      ) as typeof book.potential,
    };
    const models = ['allSales', 'bestFit', 'bestBySegment'];
    const inEuros = evaluate(cheaper, assumptions, models, { rate });
    const inDollars = evaluate(book, assumptions, models);
    if (!inEuros.ok || !inDollars.ok) throw new Error('refused');
    expect(inEuros.value.currency).toBe('EUR');
    for (const id of models) {
      const ours = inEuros.value.models[id];
      const theirs = inDollars.value.models[id];
      expect(differences(ours?.nrr, theirs?.nrr)).toEqual([]);
      expect(differences(ours?.fte, theirs?.fte)).toEqual([]);
      expect(differences(ours?.npv, (theirs?.npv ?? NaN) * rate)).toEqual([]);
      expect(differences(ours?.cost.runCost, (theirs?.cost.runCost ?? NaN) * rate)).toEqual([]);
    }
  });
});
