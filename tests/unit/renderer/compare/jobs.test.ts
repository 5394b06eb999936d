import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../../renderer/engine/embedded-engine.ts';
import type {
  AccountsInput,
  MotionExplanation,
  ScenarioInput,
} from '../../../../renderer/engine/jobs.ts';
import { bandRows, motionRows } from '../../../../renderer/views/compare/breakdown-rows.ts';
import { MOTIONS, UPSELLS, type Motion } from '../../../../shared/book/motions.ts';
import { ESTIMATED } from '../../../../shared/model/fill-in.ts';
import { explainAccount } from '../../../../shared/model/explain-account.ts';
import { NO_FILTER } from '../../../../shared/project/document.ts';
import { exampleAssumptions, exampleBook, exampleExpected } from '../../../helpers/example.ts';
import { compute } from '../../../helpers/formula.ts';

const expected = exampleExpected('expected');
const book = exampleBook();
const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];
const scenario: ScenarioInput = {
  assumptions: exampleAssumptions(),
  models: MODELS,
  filter: NO_FILTER,
  rate: null,
};
const engine = createEmbeddedEngine();
beforeAll(() => engine.run('setBook', book));
afterAll(() => {
  engine.dispose();
});

async function listed(change: Omit<AccountsInput, keyof ScenarioInput> & Partial<ScenarioInput>) {
  const rows = await engine.run('accounts', { ...scenario, ...change });
  if (rows === null) throw new Error('no list');
  return rows;
}
const ownOf = (model: string, account: number, motion: Motion = 'renewal') => {
  const own = explainAccount(book, scenario.assumptions, model, account, motion);
  if (!own.ok) throw new Error(`no account ${String(account)}`);
  return own.value;
};
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const resultOf = (model: string) => {
  const result = expected.models[model];
  if (result === undefined) throw new Error(`no ${model}`);
  return result;
};

describe('all accounts of the book', () => {
  it('are there as the model takes them, what was filled in marked, in the order of the book', async () => {
    const all = await engine.run('bookAccounts', scenario);
    expect([...(all?.accounts ?? [])]).toEqual([...book.name.keys()]);
    const { inputs } = ownOf('split', 5);
    expect(all?.cycleDays[5]).toBe(inputs.cycleDays);
    expect(all?.risk[5]).toBe(inputs.risk);
    expect(all?.renewing[5]).toBe(inputs.arr * inputs.renewalShare);
    const isFilled = ((all?.estimated[5] ?? 0) & ESTIMATED.risk) !== 0;
    expect(isFilled).toBe(inputs.estimated.includes('risk'));
    const potentials = UPSELLS.map((upsell) => ownOf('split', 5, upsell).inputs.value);
    expect(all?.potential[5]).toBeCloseTo(
      potentials.reduce((a, b) => a + b),
      6,
    );
  });

  it('are those that pass the filter, by their places in the whole book', async () => {
    const filter = { ...NO_FILTER, segments: ['Large'] };
    const large = await engine.run('bookAccounts', { ...scenario, filter });
    const { codes = new Uint32Array(), values = [] } = large?.segment ?? {};
    expect(codes.length).toBeGreaterThan(0);
    expect([...codes].every((code) => values[code] === 'Large')).toBe(true);
    const all = await engine.run('bookAccounts', scenario);
    const places = [...(all?.accounts ?? [])].filter(
      (place) => all?.segment.values[all.segment.codes[place] ?? 0] === 'Large',
    );
    expect([...(large?.accounts ?? [])]).toEqual(places);
  });
});

describe('an account by itself', () => {
  const input = async (change: Partial<ScenarioInput> = {}) => {
    const { comparison } = await engine.run('evaluate', scenario);
    if (comparison === null) throw new Error('no comparison');
    return { ...scenario, ...change, comparison, model: 'split', account: 5 };
  };

  it('is explained motion by motion, in formulas that give its figures', async () => {
    const motions = await engine.run('explainAccount', await input());
    expect(motions?.map(({ explanation }) => explanation.motion)).toEqual(MOTIONS);
    for (const { explanation, steps } of motions ?? []) {
      expect(explanation).toEqual(ownOf('split', 5, explanation.motion));
      const booked = steps.find(({ id }) => id === 'booked')?.figure;
      expect(booked?.result).toBe(explanation.booked);
      const value = compute({ text: booked?.formula ?? '', terms: booked?.terms ?? [] });
      expect(value).toBeCloseTo(explanation.booked, 6);
    }
  });

  it('keeps its place in the whole book under a filter, and is nobody where the filter leaves it out', async () => {
    const { segment } = explained(await engine.run('explainAccount', await input()));
    const own = { ...NO_FILTER, segments: [segment] };
    const kept = await engine.run('explainAccount', await input({ filter: own }));
    expect(explained(kept).arr).toBe(book.arr[5]);
    const other = { ...NO_FILTER, segments: ['Public sector'] };
    expect(await engine.run('explainAccount', await input({ filter: other }))).toBeNull();
  });
});

function explained(motions: readonly MotionExplanation[] | null) {
  const [first] = motions ?? [];
  if (first === undefined) throw new Error('not explained');
  return first.explanation.inputs;
}

describe('the accounts behind a bar', () => {
  it.each(MODELS)('add up to the figure of %s where it is a sum of accounts', async (model) => {
    const result = resultOf(model);
    const figures = {
      retainedArr: result.retainedArr,
      expansionArr: result.expansionArr,
      'cost.commissionLead': result.cost.commissionLead,
      'cost.commissionAssist': result.cost.commissionAssist,
      'bookedByMotion.newSolution': result.bookedByMotion.newSolution,
      'overlap.dualOwnedArr': result.overlap.dualOwnedArr,
      'overlap.signals': result.overlap.signals,
    };
    for (const [metric, value] of Object.entries(figures)) {
      const { figure } = await listed({ model, metric });
      expect(sum(figure.values), metric).toBeCloseTo(value, 5);
    }
  });

  it('are those that the figure counts', async () => {
    const shared = await listed({ model: 'split', metric: 'overlap.dualOwnedAccounts' });
    expect(shared.accounts).toHaveLength(31);
    const moved = await listed({ model: 'allCsm', metric: 'transition.accountsMoved' });
    expect(moved.accounts).toHaveLength(33);
    expect((await listed({ model: 'allCsm', metric: 'overlap.paidTwice' })).accounts).toHaveLength(
      0,
    );
  });

  it('come with the largest first', async () => {
    const { figure } = await listed({ model: 'split', metric: 'expansionArr' });
    expect([...figure.values]).toEqual([...figure.values].sort((a, b) => b - a));
  });

  it('are in one cycle band each', async () => {
    const bands = await Promise.all(
      ['0', '30', '90', '180', '365'].map((key) =>
        listed({ model: 'split', metric: 'runRate', part: { by: 'band', key } }),
      ),
    );
    const accounts = bands.flatMap((band) => [...band.accounts]);
    expect(accounts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, i) => i));
    expect([...(bands[1]?.cycleDays ?? [])].every((days) => days >= 30 && days < 90)).toBe(true);
  });

  it('are named by their place in the whole book under a filter', async () => {
    const filter = { ...NO_FILTER, regions: ['North'] };
    const { accounts } = await listed({ model: 'split', metric: 'arr', filter });
    const region = (account: number) => book.region.values[book.region.codes[account] ?? 0];
    expect(accounts.length).toBeGreaterThan(0);
    expect([...accounts].every((account) => region(account) === 'North')).toBe(true);
  });
});

describe('contribution by band and by type of upsell', () => {
  it('adds up to the run rate of every model, row by row of the table', async () => {
    const { models } = await engine.run('breakdowns', { ...scenario, locale: 'en-US' });
    for (const rows of [bandRows(models, false), motionRows(models, false).all]) {
      for (const model of MODELS) {
        const total = rows.reduce((all, row) => all + (row.runRate[model] ?? 0), 0);
        expect(total / resultOf(model).runRate).toBeCloseTo(1, 9);
      }
    }
    expect(motionRows(models, false).drawn).toHaveLength(6);
    expect(bandRows(models, false).reduce((all, row) => all + (row.accounts ?? 0), 0)).toBe(36);
  });

  it('says what stands in for cycles that the book does not bring', async () => {
    const blank = { ...book, cycleDays: new Float64Array(book.count).fill(NaN) };
    await engine.run('setBook', blank);
    const { cycles } = await engine.run('breakdowns', { ...scenario, locale: 'en-US' });
    await engine.run('setBook', book);
    expect(cycles?.replaceAll('\u00a0', ' ')).toBe(
      'No sales cycle in this book: 90 days assumed for all 36 accounts.',
    );
  });

  it.each([
    ['band', '90'],
    ['motion', 'newSolution'],
    ['segment', 'Small'],
  ] as const)('explains a row by %s with its own terms', async (by, key) => {
    const explanation = await engine.run('explain', {
      ...scenario,
      comparison: expected,
      metric: 'runRate',
      model: 'split',
      part: { by, key },
      partTitle: key,
    });
    const { formula, terms, result } = explanation ?? {};
    if (typeof formula !== 'string' || terms === undefined) throw new Error('not explained');
    expect(compute({ text: formula, terms })).toBeCloseTo(result ?? NaN, 5);
  });
});

describe('what would change the leader', () => {
  it('is named with the value at which it does', async () => {
    const flips = await engine.run('flips', { ...scenario, unlinked: [] });
    expect(flips.length).toBeGreaterThan(0);
    expect(flips.length).toBeLessThanOrEqual(3);
    expect(flips.every(({ leader }) => leader !== 'split')).toBe(true);
  });
});
