import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { withRangeWorkers } from '../../../electron/cli/range-workers.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { createSharedEvaluator } from '../../../shared/model/evaluator.ts';
import { giveUp, newStop, Stopped } from '../../../shared/units/stop.ts';
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
    await withRangeWorkers(program, count, async (workers) => {
      const { evaluate: evaluateTogether } = createSharedEvaluator(BOOK, workers);
      const same = async (assumptions: Assumptions): Promise<void> => {
        const together = await evaluateTogether(assumptions, MODELS);
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
  await withRangeWorkers(program, 1, async (workers) => {
    const assumptions = fc.sample(randomAssumptions, { numRuns: 1, seed: 1 })[0];
    if (assumptions === undefined) throw new Error('nothing drawn');
    const alone = evaluate(BOOK, assumptions, ['nobody']);
    expect(alone.ok).toBe(false);
    const { evaluate: evaluateTogether } = createSharedEvaluator(BOOK, workers);
    expect(await evaluateTogether(assumptions, ['nobody'])).toEqual(alone);
  });
});

test('workers give a round up that is wanted no more, and do the next', async () => {
  await withRangeWorkers(program, 2, async (workers) => {
    const together = createSharedEvaluator(BOOK, workers);
    const stop = newStop();
    const given = together.evaluate(DEFAULTS, ['split'], { stop });
    giveUp(stop);
    await expect(given).rejects.toBeInstanceOf(Stopped);
    const next = await together.evaluate(DEFAULTS, ['split'], { stop: newStop() });
    expect(next).toEqual(evaluate(BOOK, DEFAULTS, ['split']));
    expect(() => evaluate(BOOK, DEFAULTS, ['split'], { stop })).toThrow(Stopped);
    expect(() => accountResults(BOOK, DEFAULTS, 'split', { stop })).toThrow(Stopped);
  });
});

test('workers that have ended are no worker to wait for', async () => {
  const ended = await withRangeWorkers(program, 1, (workers) => Promise.resolve(workers));
  const { evaluate: evaluateTogether } = createSharedEvaluator(BOOK, ended);
  await expect(evaluateTogether(DEFAULTS, ['split'])).rejects.toThrow(
    'a worker ended before its answer',
  );
});
