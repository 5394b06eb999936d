import { setAt } from '../../shared/model/assumptions/access.ts';
import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { createEvaluator } from '../../shared/model/evaluator.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { interleaved, type Benchmark, type Measured } from './benchmark.ts';
import { processorMilliseconds } from './processor-time.ts';

const NAMED = ['allSales', 'split', 'allCsm'];
const ALL = [...NAMED, 'bestFit', 'bestBySegment'];

/** Sliders of pay and quota, and a step of each. The first two move two models, the last all three. */
const SLIDERS = [
  { path: 'roles.ae.quota', from: 900_000, step: 1000 },
  { path: 'roles.ae.variableShare', from: 0.5, step: 0.001 },
  { path: 'roles.csm.ote', from: 120_000, step: 100 },
] as const;

/** Moves of one turn, as a drag makes them: one after the other. */
const MOVES = 5;
/** Processor time of the moves before those that count, by when the engine's loops are compiled. */
const WARM_UP_MS = 2000;

/** A slider moves by a step: the named models at once, against everything the window shows from nothing. */
export function sliderBenchmark(name: string, accounts: number, turns: number): Benchmark {
  return {
    name,
    against:
      'a full evaluation (five models, three years, nothing kept); a quota or pay slider is dragged, and the named models follow; a move after 2 s of others; the worst of three sliders',
    async run() {
      const book = generatedBook(accounts);
      const evaluator = createEvaluator(book);
      evaluator.evaluate(DEFAULTS, ALL);
      const measured: Measured[] = [];
      for (const slider of SLIDERS) {
        let value: number = slider.from;
        const drag = () => {
          const moves = Array.from({ length: MOVES }, () =>
            movedTo(slider.path, (value += slider.step)),
          );
          return processorMilliseconds(() => {
            for (const moved of moves) evaluator.evaluate(moved, NAMED);
          });
        };
        for (let spent = 0; spent < WARM_UP_MS;) spent += drag();
        const one = await interleaved(
          () => drag() / MOVES,
          () => processorMilliseconds(() => evaluate(book, DEFAULTS, ALL)),
          { unit: 'ms a move', turns },
        );
        measured.push(one);
      }
      return measured.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
    },
  };
}

/** As the window moves it: the models' own figures follow in proportion. */
function movedTo(path: string, value: number): Assumptions {
  const moved = setAt(DEFAULTS, path, value);
  if (!moved.ok) throw new Error(moved.error.message);
  return moved.value;
}
