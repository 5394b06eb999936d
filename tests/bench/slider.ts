import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { createEvaluator } from '../../shared/model/evaluator.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { processorMilliseconds } from './processor-time.ts';

const NAMED = ['allSales', 'split', 'allCsm'];
const ALL = [...NAMED, 'bestFit', 'bestBySegment'];

/** A slider moves by a step: the named models at once, against everything the window shows from nothing. */
export function sliderBenchmark(name: string, accounts: number): Benchmark {
  return {
    name,
    against:
      'a full evaluation (five models, three years, nothing kept); the slider moves a quota, and the named models follow',
    run() {
      const book = generatedBook(accounts);
      const evaluator = createEvaluator(book);
      evaluator.evaluate(DEFAULTS, ALL);
      let step = 0;
      return interleaved(
        () => {
          step += 1;
          const moved = withQuota(900_000 + step * 1000);
          return processorMilliseconds(() => evaluator.evaluate(moved, NAMED));
        },
        () => processorMilliseconds(() => evaluate(book, DEFAULTS, ALL)),
        { unit: 'ms', turns: 7 },
      );
    },
  };
}

function withQuota(quota: number): Assumptions {
  const { ae } = DEFAULTS.roles;
  if (ae === undefined) throw new Error('The defaults have no seller.');
  return { ...DEFAULTS, roles: { ...DEFAULTS.roles, ae: { ...ae, quota } } };
}
