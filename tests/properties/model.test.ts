import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakdown } from '../../shared/analysis/breakdown.ts';
import { BREAKDOWNS } from '../../shared/analysis/breakdown-rows.ts';
import { MOTIONS } from '../../shared/book/motions.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import type { Comparison, ModelResult } from '../../shared/model/result.ts';
import type { Book } from '../../shared/book/book.ts';
import { differences, notFinite } from '../helpers/differences.ts';
import { wrongTotals } from '../helpers/breakdown-totals.ts';
import { bookOf, randomAccounts, randomAssumptions } from '../helpers/random-model.ts';

const NAMED = ['allSales', 'split', 'allCsm'];
const ALL = [...NAMED, 'wild', 'bestFit', 'bestBySegment'];
/** fast-check prints the seed of a failure. */
const RUNS = { numRuns: 40 };

function evaluated(book: Book, assumptions: Assumptions, models = ALL): Comparison {
  const got = evaluate(book, assumptions, models);
  if (!got.ok) throw new Error(got.error);
  return got.value;
}
function one(book: Book, assumptions: Assumptions, model: string): ModelResult {
  const result = evaluated(book, assumptions, [model]).models[model];
  if (result === undefined) throw new Error(`no ${model}`);
  return result;
}

test('the order of accounts is irrelevant', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, assumptions) => {
      const forth = evaluated(bookOf(accounts), assumptions);
      const back = evaluated(bookOf(accounts.toReversed()), assumptions);
      expect(differences(back, forth)).toEqual([]);
    }),
    RUNS,
  );
});

test('two copies of a book, the owners of the second renamed, double every additive figure', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, drawn) => {
      const assumptions: Assumptions = {
        ...drawn,
        capacity: { ...drawn.capacity, mode: 'funded', rounding: 'none' },
      };
      const renamed = accounts.map((a) => ({
        ...a,
        ae: a.ae && `${a.ae}'`,
        am: a.am && `${a.am}'`,
        csm: a.csm && `${a.csm}'`,
      }));
      const models = [...NAMED, 'wild', 'bestFit'];
      const once = evaluated(bookOf(accounts), assumptions, models);
      const twice = evaluated(bookOf([...accounts, ...renamed]), assumptions, models);
      for (const id of models) {
        const single = once.models[id];
        expect(single && differences(twice.models[id], doubled(single))).toEqual([]);
      }
    }),
    RUNS,
  );
});

/** Every additive figure twice; ratios, shares and coverages as they are. */
function doubled(result: ModelResult): unknown {
  const same = new Set([
    'grr',
    'nrr',
    'coverage',
    'coverageUpsell',
    'singleThroatShare',
    'csmsPerAe',
    'aesPerCsm',
    'impliedAttainment',
    'costPerDollar',
  ]);
  const double = (value: unknown): unknown => {
    if (typeof value === 'number') return value * 2;
    if (Array.isArray(value)) return value.map(double);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, same.has(key) ? inner : double(inner)]),
    );
  };
  return double(result);
}

test('with equal roles, no assists, no friction and everything pursued, the three models book the same', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, drawn) => {
      const role = drawn.roles['csm'];
      const reference = drawn.incentive.reference['csm'];
      if (role === undefined || reference === undefined) throw new Error('no csm');
      const assumptions: Assumptions = {
        ...drawn,
        currentModel: null,
        capacity: { mode: 'funded', rounding: 'none', fte: {} },
        pursuit: { ...drawn.pursuit, mode: 'always' },
        friction: { dualOwner: 0 },
        roles: { ...drawn.roles, ae: role, csm: role },
        incentive: { ...drawn.incentive, reference: { ae: reference, csm: reference } },
        models: Object.fromEntries(
          NAMED.map((id) => {
            const { motions } = drawn.models[id] ?? {};
            if (motions === undefined) throw new Error(`no ${id}`);
            const alone = Object.fromEntries(
              MOTIONS.map((m) => [m, { lead: motions[m].lead, assists: [] }]),
            ) as unknown as typeof motions;
            return [id, { motions: alone }];
          }),
        ),
        bestBySegment: { models: NAMED },
      };
      const { models } = evaluated(bookOf(accounts), assumptions, NAMED);
      const wanted = { bookedByMotion: models['split']?.bookedByMotion };
      for (const id of NAMED) expect(differences(models[id], wanted)).toEqual([]);
    }),
    RUNS,
  );
});

test('a greater loss never brings more', () => {
  fc.assert(
    fc.property(
      randomAccounts(),
      randomAssumptions,
      fc.constantFrom(
        'sameShort' as const,
        'sameLong' as const,
        'newShort' as const,
        'newLong' as const,
      ),
      (accounts, drawn, corner) => {
        const csm = drawn.roles['csm'];
        if (csm === undefined) throw new Error('no csm');
        const assumptions: Assumptions = {
          ...drawn,
          currentModel: null,
          capacity: { mode: 'funded', rounding: 'none', fte: {} },
          pursuit: { ...drawn.pursuit, mode: 'always' },
        };
        const loss = { ...csm.loss, [corner]: Math.min(1, csm.loss[corner] + 0.1) };
        const worse = { ...assumptions, roles: { ...drawn.roles, csm: { ...csm, loss } } };
        const book = bookOf(accounts);
        const before = one(book, assumptions, 'allCsm').bookedByMotion;
        const after = one(book, worse, 'allCsm').bookedByMotion;
        for (const m of MOTIONS)
          expect(after[m]).toBeLessThanOrEqual(before[m] + 1e-9 * Math.max(1, before[m]));
      },
    ),
    RUNS,
  );
});

test('without potential nothing expands, and no share of covered work exceeds 1', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, assumptions) => {
      const none = accounts.map((a) => ({ ...a, potential: [0, 0, 0, 0, 0, 0] }));
      for (const result of Object.values(evaluated(bookOf(none), assumptions).models))
        expect(result.expansionArr).toBe(0);
      for (const result of Object.values(evaluated(bookOf(accounts), assumptions).models))
        for (const share of [
          ...Object.values(result.coverage),
          ...Object.values(result.coverageUpsell),
        ])
          expect(share >= 0 && share <= 1 + 1e-12).toBe(true);
    }),
    RUNS,
  );
});

test('renaming owners changes nothing', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, assumptions) => {
      const renamed = accounts.map((a) => ({
        ...a,
        ae: a.ae && `Z ${a.ae}`,
        csm: a.csm && `constructor ${a.csm}`,
      }));
      const before = evaluated(bookOf(accounts), assumptions);
      expect(differences(evaluated(bookOf(renamed), assumptions), before, 0)).toEqual([]);
    }),
    RUNS,
  );
});

test('a custom model written as split equals split; bestBySegment of one model equals that model', () => {
  fc.assert(
    fc.property(randomAccounts(), randomAssumptions, (accounts, drawn) => {
      const split = drawn.models['split'];
      if (split === undefined) throw new Error('no split');
      const assumptions: Assumptions = {
        ...drawn,
        currentModel: drawn.currentModel === 'split' ? null : drawn.currentModel,
        models: { ...drawn.models, mine: split },
        bestBySegment: { models: ['wild'] },
      };
      const { models } = evaluated(bookOf(accounts), assumptions, [
        'split',
        'mine',
        'wild',
        'bestBySegment',
      ]);
      expect(differences(models['mine'], models['split'], 0)).toEqual([]);
      expect(differences(models['bestBySegment'], models['wild'])).toEqual([]);
    }),
    RUNS,
  );
});

test('every breakdown adds up to its totals', () => {
  fc.assert(
    fc.property(
      randomAccounts(),
      randomAssumptions,
      fc.constantFrom(...ALL),
      fc.constantFrom(...BREAKDOWNS),
      (accounts, assumptions, model, by) => {
        fc.pre(accounts.length > 0);
        const book = bookOf(accounts);
        const rows = breakdown(book, assumptions, model, by);
        if (!rows.ok) throw new Error(rows.error);
        expect(wrongTotals(rows.value, one(book, assumptions, model), book.count)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

describe('extremes give finite numbers, or null where nothing is defined', () => {
  const account = {
    segment: null,
    ae: 'Ae 1',
    am: '',
    csm: 'Csm 1',
    arr: 100_000,
    contractValue: null,
    cycleDays: 90,
    cac: null,
    renewalShare: null,
    risk: null,
    health: null,
    complexity: null,
    potential: [null, null, null, null, null, null],
    deals: [],
  };
  const books: Record<string, Book> = {
    'no accounts': bookOf([]),
    'one account': bookOf([account]),
    'all ARR zero': bookOf([account, account].map((a) => ({ ...a, arr: 0 }))),
    'no ARR but potential': bookOf([{ ...account, arr: 0, potential: [0, 5000, 0, 0, 0, 90_000] }]),
    'no owners': bookOf([account, account].map((a) => ({ ...a, ae: '', csm: '' }))),
    'one owner for all': bookOf([account, account].map((a) => ({ ...a, ae: 'Sam', csm: 'Sam' }))),
    'a cycle of 1 day': bookOf([{ ...account, cycleDays: 1 }]),
    'a cycle of 10,000 days': bookOf([{ ...account, cycleDays: 10_000 }]),
    'a giant': bookOf([{ ...account, arr: 1e12, cycleDays: 1e9 }]),
    'nothing renews': bookOf([{ ...account, renewalShare: 0 }]),
    'everything is lost': bookOf([{ ...account, risk: 1 }]),
  };
  test.each(Object.keys(books))('%s', (name) => {
    const book = books[name] ?? bookOf([]);
    fc.assert(
      fc.property(randomAssumptions, (assumptions) => {
        expect(notFinite(evaluated(book, assumptions))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
