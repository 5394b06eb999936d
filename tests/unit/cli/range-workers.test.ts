import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { withRangeWorkers } from '../../../electron/cli/range-workers.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { evaluateByWorkers } from '../../../shared/model/evaluator.ts';
import { builtCommandLine } from '../../helpers/command-line.ts';
import { generatedBook } from '../../helpers/generated-book.ts';
import { randomAssumptions } from '../../helpers/random-model.ts';

const MODELS = ['allSales', 'split', 'allCsm', 'wild', 'bestFit', 'bestBySegment'];
/** Two stretches and a piece of a third: of seven workers some have nothing to do. */
const BOOK = generatedBook(4500, 5);

let program = '';
beforeAll(async () => {
  program = await builtCommandLine();
}, 120_000);

test.each([1, 2, 3, 7])(
  '%i threads give the figures of one, to the last bit, in every mode',
  { timeout: 240_000 },
  async (count) => {
    await withRangeWorkers(program, BOOK, count, async (workers) => {
      const same = async (assumptions: Assumptions): Promise<void> => {
        const together = await evaluateByWorkers(BOOK, workers, assumptions, MODELS);
        expect(together).toEqual(evaluate(BOOK, assumptions, MODELS));
      };
      await fc.assert(
        fc.asyncProperty(randomAssumptions, async (drawn) => {
          for (const mode of ['funded', 'fixed'] as const)
            await same({ ...drawn, capacity: { ...drawn.capacity, mode } });
        }),
        { numRuns: 3, endOnFailure: true },
      );
    });
  },
);

test('workers refuse what one thread refuses, in the same words', async () => {
  await withRangeWorkers(program, BOOK, 1, async (workers) => {
    const assumptions = fc.sample(randomAssumptions, { numRuns: 1, seed: 1 })[0];
    if (assumptions === undefined) throw new Error('nothing drawn');
    const alone = evaluate(BOOK, assumptions, ['nobody']);
    expect(alone.ok).toBe(false);
    expect(await evaluateByWorkers(BOOK, workers, assumptions, ['nobody'])).toEqual(alone);
  });
});
