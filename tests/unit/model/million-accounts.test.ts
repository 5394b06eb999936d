import { expect, test } from 'vitest';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { notFinite } from '../../helpers/differences.ts';
import { generatedBook } from '../../helpers/generated-book.ts';

const ACCOUNTS = 1_000_000;

test('a million accounts give finite figures that add up to the book', { timeout: 120_000 }, () => {
  const book = generatedBook(ACCOUNTS);
  const assumptions = { ...DEFAULTS, currentModel: 'split', horizonYears: 1 };
  const result = evaluate(book, assumptions, ['allSales', 'split', 'allCsm']);
  if (!result.ok) throw new Error(result.error);
  expect(notFinite(result.value)).toEqual([]);
  expect(result.value.accounts).toBe(ACCOUNTS);
  const arr = book.arr.reduce((sum, one) => sum + one, 0);
  for (const model of Object.values(result.value.models)) {
    expect(Math.abs(model.arr - arr)).toBeLessThanOrEqual(1e-9 * arr);
    expect(model.retainedArr).toBeGreaterThan(0);
    expect(model.overlap.dualOwnedAccounts).toBeLessThanOrEqual(ACCOUNTS);
  }
});
