import { expect, test } from 'vitest';
import { evaluate } from '../../shared/model/evaluate.ts';
import { differences } from '../helpers/differences.ts';
import { exampleAssumptions, exampleBook, exampleExpected } from '../helpers/example.ts';

test.each([
  ['assumptions', 'expected'],
  ['assumptions-fixed', 'expected-fixed'],
  ['assumptions-third', 'expected-third'],
] as const)('the example book under %s.json gives every figure of %s.json', (given, wanted) => {
  const expected = exampleExpected(wanted);
  const got = evaluate(exampleBook(), exampleAssumptions(given), Object.keys(expected.models));
  expect(got.ok && differences(got.value, expected)).toEqual([]);
});
