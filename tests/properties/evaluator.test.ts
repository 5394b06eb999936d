import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getAt, setAt } from '../../shared/model/assumptions/access.ts';
import { catalogueOf } from '../../shared/model/assumptions/catalogue.ts';
import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { item } from '../../shared/model/engine/lists.ts';
import { createEvaluator } from '../../shared/model/evaluator.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { bookOf, randomAccounts, randomAssumptions } from '../helpers/random-model.ts';

const NAMED = ['allSales', 'split', 'allCsm'];
const MODELS = [...NAMED, 'wild', 'bestFit', 'bestBySegment'];

type Change = (a: Assumptions) => Assumptions;
const role =
  (id: string, figure: 'ote' | 'quota' | 'benefits' | 'certified'): Change =>
  (a) => {
    const base = a.roles[id];
    return base === undefined
      ? a
      : { ...a, roles: { ...a.roles, [id]: { ...base, [figure]: base[figure] * 0.9 } } };
  };
/** One change of each kind: what is filled in, drivers, pay of one role or model, ownership, modes. */
const CHANGES: readonly Change[] = [
  role('ae', 'quota'),
  role('csm', 'ote'),
  role('am', 'benefits'),
  role('desk', 'certified'),
  (a) => ({ ...a, grossMargin: a.grossMargin * 0.9 }),
  (a) => ({ ...a, whitespace: { ...a.whitespace, share: a.whitespace.share * 1.1 } }),
  (a) => ({ ...a, risk: { ...a.risk, default: 0.2 } }),
  (a) => ({ ...a, cycle: { ...a.cycle, tauDays: a.cycle.tauDays * 2 } }),
  (a) => ({ ...a, cycle: { ...a.cycle, segmentDays: { Large: 300 } } }),
  (a) => ({ ...a, effort: { valueScale: a.effort.valueScale * 2 } }),
  (a) => ({ ...a, currentModel: a.currentModel === 'split' ? null : 'split' }),
  (a) => ({
    ...a,
    capacity: { ...a.capacity, mode: a.capacity.mode === 'fixed' ? 'funded' : 'fixed' },
  }),
  (a) => ({ ...a, bestFit: { ...a.bestFit, singleOwner: !a.bestFit.singleOwner } }),
  (a) => ({
    ...a,
    models: { ...a.models, split: { ...a.models['split'], roles: { csm: { ote: 1e5 } } } },
  }),
  (a) => ({ ...a, models: { ...a.models, wild: a.models['allCsm'] ?? {} } }),
  (a) => ({ ...a, decisionMetric: 'runRate' }),
];

test('what is kept from call to call never changes a figure, whatever moves in between', () => {
  fc.assert(
    fc.property(
      randomAccounts(),
      randomAssumptions,
      fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.subarray(MODELS, { minLength: 1 })), {
        minLength: 3,
        maxLength: 6,
      }),
      (accounts, assumptions, moves) => {
        const book = bookOf(accounts);
        const evaluator = createEvaluator(book);
        let now = assumptions;
        evaluator.evaluate(now, MODELS);
        for (const [change, models] of moves) {
          now = change(now);
          expect(evaluator.evaluate(now, models)).toEqual(evaluate(book, now, models));
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** A slider of pay or quota at a new place. */
const payMove: fc.Arbitrary<Change> = fc
  .record({
    id: fc.constantFrom('ae', 'am', 'csm', 'desk'),
    figure: fc.constantFrom(
      'ote' as const,
      'variableShare' as const,
      'scorecardWeight' as const,
      'quota' as const,
      'benefits' as const,
    ),
    factor: fc.constantFrom(0.5, 0.9, 0.999, 1),
  })
  .map(({ id, figure, factor }) => (a) => {
    const base = a.roles[id];
    if (base === undefined) return a;
    return { ...a, roles: { ...a.roles, [id]: { ...base, [figure]: base[figure] * factor } } };
  });

test.each([
  ['a small book', randomAccounts().map((accounts) => bookOf(accounts)), 60],
  // More than one block, the last one short.
  [
    'a book of several blocks',
    fc.integer({ min: 1, max: 9 }).map((s) => generatedBook(1300, s)),
    8,
  ],
] as const)(
  'a slider of pay that is dragged over %s shows what a fresh evaluation shows',
  (_, books, numRuns) => {
    fc.assert(
      fc.property(
        books,
        randomAssumptions,
        fc.array(payMove, { minLength: 2, maxLength: 5 }),
        (book, assumptions, moves) => {
          const evaluator = createEvaluator(book);
          let now = assumptions;
          evaluator.evaluate(now, MODELS);
          for (const move of moves) {
            now = move(now);
            expect(evaluator.evaluate(now, MODELS)).toEqual(evaluate(book, now, MODELS));
          }
        },
      ),
      { numRuns },
    );
  },
);

/** Any figure of the assumptions at a new place within its bounds; as it is where that may not stand. */
const anyMove: fc.Arbitrary<Change> = fc
  .record({
    which: fc.nat(),
    factor: fc.constantFrom(0, 0.5, 0.9, 0.999, 1, 1.001, 1.2, 3),
  })
  .map(({ which, factor }) => (a) => {
    const figures = catalogueOf(a).filter(({ kind }) => kind === 'figure');
    const { path } = item(figures, which % figures.length);
    const before = getAt(a, path);
    if (typeof before !== 'number') return a;
    const after = setAt(a, path, before * factor);
    return after.ok ? after.value : a;
  });

/** Sliders that are dragged over a few places each, as in the window: from the second on more is kept. */
const drag = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: payMove }, { weight: 2, arbitrary: anyMove }),
      fc.integer({ min: 1, max: 4 }),
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((drags) => drags.flatMap(([move, times]) => Array<Change>(times).fill(move)));

test.each([
  ['no model of today', fc.constant(null)],
  ['today’s model', fc.constantFrom('split', 'allCsm')],
] as const)('whatever figure of the defaults is dragged, with %s', (_, currents) => {
  fc.assert(
    fc.property(
      fc.oneof(
        randomAccounts(40).map((accounts) => bookOf(accounts)),
        fc
          .tuple(fc.integer({ min: 1, max: 1300 }), fc.integer({ min: 1, max: 9 }))
          .map(([count, seed]) => generatedBook(count, seed)),
      ),
      currents,
      drag,
      (book, currentModel, moves) => {
        const evaluator = createEvaluator(book);
        let now: Assumptions = { ...DEFAULTS, currentModel };
        evaluator.evaluate(now, NAMED);
        for (const move of moves) {
          now = move(now);
          expect(evaluator.evaluate(now, NAMED)).toEqual(evaluate(book, now, NAMED));
        }
      },
    ),
    { numRuns: 60 },
  );
});
