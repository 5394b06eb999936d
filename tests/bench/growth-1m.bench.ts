import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { processorMilliseconds } from './processor-time.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;

export const benchmark: Benchmark = {
  name: 'growth-1m',
  against: 'the time an account takes among 10,000 (named models, three years)',
  run() {
    const small = generatedBook(SMALL);
    const large = generatedBook(LARGE);
    const perAccount = (book: typeof small, times: number) => {
      const spent = processorMilliseconds(() => {
        for (let time = 0; time < times; time += 1)
          evaluate(book, DEFAULTS, ['allSales', 'split', 'allCsm']);
      });
      return (spent * 1e6) / (book.count * times);
    };
    return interleaved(
      () => perAccount(large, 1),
      () => perAccount(small, 20),
      { unit: 'ns an account', turns: 9 },
    );
  },
};
