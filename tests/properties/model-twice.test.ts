import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../shared/model/evaluate.ts';
import { differences } from '../helpers/differences.ts';
import { naiveEvaluate } from '../helpers/naive/evaluate.ts';
import { randomAssumptions, randomBook } from '../helpers/random-model.ts';

const MODELS = ['allSales', 'split', 'allCsm', 'wild', 'bestFit', 'bestBySegment'];

test('the engine and the plain reading of the equations agree on any book and assumptions', () => {
  fc.assert(
    fc.property(randomBook(), randomAssumptions, (book, assumptions) => {
      const engine = evaluate(book, assumptions, MODELS);
      const plain = naiveEvaluate(book, assumptions, MODELS);
      expect(engine.ok && differences(engine.value, plain)).toEqual([]);
      expect(engine.ok && differences(plain, engine.value)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
