import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { processorMilliseconds } from './processor-time.ts';

const NAMED = ['allSales', 'split', 'allCsm'];

export const benchmark: Benchmark = {
  name: 'five-models-3y-10k',
  against: 'the three named models alone, year 1',
  run() {
    const book = generatedBook(10_000);
    return interleaved(
      () =>
        processorMilliseconds(() =>
          evaluate(book, DEFAULTS, [...NAMED, 'bestFit', 'bestBySegment']),
        ),
      () => processorMilliseconds(() => evaluate(book, { ...DEFAULTS, horizonYears: 1 }, NAMED)),
      { unit: 'ms', turns: 9 },
    );
  },
};
