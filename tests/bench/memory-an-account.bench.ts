import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { createEvaluator } from '../../shared/model/evaluator.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import type { Benchmark } from './benchmark.ts';

const ACCOUNTS = 100_000;
/** 18 columns of numbers and 6 of codes: what the columns of a book take. */
const BOOK_BYTES = 18 * 8 + 6 * 4;

export const benchmark: Benchmark = {
  name: 'memory-an-account',
  against: 'the columns of the book itself (168 bytes an account)',
  run() {
    const book = generatedBook(ACCOUNTS);
    const { gc } = globalThis;
    if (gc === undefined)
      return Promise.resolve({ notMeasured: 'the garbage collector cannot be called' });
    const bytes = () => {
      gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const before = bytes();
    const evaluator = createEvaluator(book);
    evaluator.evaluate(DEFAULTS, ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment']);
    const value = (bytes() - before) / ACCOUNTS;
    // Still in use here, so that nothing of it has been collected.
    evaluator.evaluate(DEFAULTS, ['split']);
    return Promise.resolve({ ratio: value / BOOK_BYTES, value, unit: 'bytes an account', runs: 1 });
  },
};
