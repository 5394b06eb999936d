import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import type { ModelResult } from '../../shared/model/result.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { evaluateInC } from './evaluate-in-c.ts';
import { processorMilliseconds } from './processor-time.ts';

const ACCOUNTS = 100_000;
const MODELS = ['allSales', 'split', 'allCsm'];

/** Nothing is kept from an earlier call: every call of `evaluate` starts from the book's columns. */
export const benchmark: Benchmark = {
  name: 'evaluate-100k',
  against: 'the same year and models as a plain loop in C (-O3), processor time an account',
  async run() {
    const book = generatedBook(ACCOUNTS);
    const assumptions = { ...DEFAULTS, currentModel: 'split', horizonYears: 1 };
    const inC = evaluateInC(book, assumptions, MODELS);
    if (inC === null) return { notMeasured: 'no C compiler on this machine' };
    const ours = () => {
      const result = evaluate(book, assumptions, MODELS);
      if (!result.ok) throw new Error(result.error);
      return result.value.models;
    };
    try {
      const theirs = inC.run(1).figures;
      const models = ours();
      MODELS.forEach((id, d) => {
        sameFigures(id, models[id], theirs[d] ?? []);
      });
      for (let warm = 0; warm < 10; warm += 1) ours();
      return await interleaved(
        () => (processorMilliseconds(ours) * 1e6) / ACCOUNTS,
        () => inC.run(3).nanosecondsAnAccount,
        { unit: 'ns an account', turns: 15 },
      );
    } finally {
      inC.close();
    }
  },
};

/** A partner that computes something else is no partner. */
function sameFigures(id: string, model: ModelResult | undefined, theirs: readonly number[]): void {
  if (model === undefined) throw new Error(`${id} was not evaluated.`);
  const { transition, expansionArr, cost, overlap, contribution } = model;
  const ours = [
    model.retainedArr + transition.arrLost,
    expansionArr,
    cost.runCost,
    transition.hoursCost,
    transition.arrLost,
    overlap.pairs,
    contribution,
  ];
  ours.forEach((figure, f) => {
    const other = theirs[f] ?? NaN;
    if (!(Math.abs(figure - other) <= 1e-9 * Math.max(1, Math.abs(other))))
      throw new Error(`Figure ${String(f)} of ${id} is ${String(figure)}, in C ${String(other)}.`);
  });
}
