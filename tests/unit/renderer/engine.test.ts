import { describe, expect, it, vi } from 'vitest';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import {
  JobCancelled,
  type ScenarioInput,
  type ScenarioResult,
} from '../../../renderer/engine/jobs.ts';
import { accountsPassing, takeAccounts } from '../../../renderer/engine/jobs/filter-book.ts';
import { prepare } from '../../../renderer/engine/jobs/prepare.ts';
import { createLatest } from '../../../renderer/engine/latest.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { mapValues } from '../../../shared/units/records.ts';
import { sampleBook } from '../../helpers/sample-book.ts';

const BOOK = await sampleBook('mid-market');
const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];
const INPUT: ScenarioInput = {
  assumptions: DEFAULTS,
  models: MODELS,
  filter: NO_FILTER,
  rate: null,
};

describe('the engine', () => {
  it('answers with the named models first and settles on what the model itself computes', async () => {
    const engine = createEmbeddedEngine();
    await engine.run('setBook', BOOK);
    const partials: ScenarioResult[] = [];
    const result = await engine.run('evaluate', INPUT, {
      onPartial: (partial) => partials.push(partial),
    });
    expect(partials.map(({ pending }) => pending)).toEqual([
      ['bestFit', 'bestBySegment'],
      ['bestBySegment'],
    ]);
    expect(Object.keys(partials[0]?.comparison?.models ?? {})).toEqual(MODELS.slice(0, 3));
    const whole = evaluate(BOOK, DEFAULTS, MODELS);
    expect(result.comparison).toEqual(whole.ok ? whole.value : null);
    expect(result.pending).toEqual([]);
    expect(result.totals).toMatchObject({ accounts: BOOK.count, difference: 0 });
  });

  it('gives up a job that is cancelled, and goes on with the next', async () => {
    const engine = createEmbeddedEngine();
    await engine.run('setBook', BOOK);
    const stop = new AbortController();
    const given = engine.run('evaluate', INPUT, {
      signal: stop.signal,
      onPartial: () => {
        stop.abort();
      },
    });
    await expect(given).rejects.toBeInstanceOf(JobCancelled);
    const next = await engine.run('evaluate', { ...INPUT, models: ['split'] });
    expect(Object.keys(next.comparison?.models ?? {})).toEqual(['split']);
  });

  it('lets the figures go before what stands beside them', async () => {
    const engine = createEmbeddedEngine();
    await engine.run('setBook', BOOK);
    const order: string[] = [];
    const asked = (name: string, done: Promise<unknown>) => done.then(() => order.push(name));
    await Promise.all([
      asked('parts', engine.run('breakdowns', { ...INPUT, locale: 'en' })),
      asked('first figures', engine.run('evaluate', INPUT)),
      asked('second figures', engine.run('evaluate', INPUT)),
      asked('third figures', engine.run('evaluate', INPUT)),
    ]);
    expect(order).toEqual(['first figures', 'second figures', 'third figures', 'parts']);
  });

  it('says in a sentence why there is no comparison', async () => {
    const engine = createEmbeddedEngine();
    const none = await engine.run('evaluate', INPUT);
    expect(none).toMatchObject({ comparison: null, refusal: 'There is no book yet: open one.' });
    await engine.run('setBook', { ...BOOK, currency: 'EUR' });
    const foreign = await engine.run('evaluate', INPUT);
    expect(foreign.refusal).toMatch(/EUR.*USD/);
    const nobody = { ...NO_FILTER, regions: ['Nowhere'] };
    const empty = await engine.run('evaluate', { ...INPUT, rate: 0.9, filter: nobody });
    expect(empty.refusal).toBe('No account passes the filter: remove a part of it.');
  });

  it('tells what each potential rule would do, and nothing without open deals', async () => {
    const engine = createEmbeddedEngine();
    await engine.run('setBook', BOOK);
    expect(await engine.run('ruleEffects', INPUT)).toEqual([]);
    const deals = BOOK.arr.map((arr, account) => (account % 3 === 0 ? arr / 10 : 0));
    const byUpsell = mapValues(BOOK.potential, () => deals);
    const openDeals = { rule: 'larger', byUpsell, unstated: deals } as const;
    await engine.run('setBook', { ...BOOK, openDeals });
    const effects = await engine.run('ruleEffects', INPUT);
    expect(effects.map(({ rule }) => rule)).toEqual(['larger', 'deals', 'dealsElseEstimate']);
    for (const { rule, leader, lead } of effects) {
      const book = { ...BOOK, openDeals: { ...openDeals, rule } };
      const result = evaluate(book, DEFAULTS, ['allSales', 'split', 'allCsm']);
      if (!result.ok) throw new Error(result.error);
      const values = Object.values(result.value.models).map(({ npv }) => npv);
      const [best = 0, second = 0] = values.sort((a, b) => b - a);
      expect(result.value.models[leader ?? '']?.npv).toBe(best);
      expect(lead).toBeCloseTo(best - second, 6);
    }
  });
});

describe('the accounts that take part', () => {
  const pay = { ...DEFAULTS, pay: { ...DEFAULTS.pay, mode: 'quota' as const } };
  const risk = { ...DEFAULTS, risk: { ...DEFAULTS.risk, default: 0.2 } };
  const filtered = { ...INPUT, filter: { ...NO_FILTER, bands: [90] } };
  const prepared = (input: ScenarioInput) => {
    const got = prepare(BOOK, input);
    if (!got.ok) throw new Error(got.error);
    return got;
  };

  it('keep their identity while the same take part, whatever the assumptions', () => {
    const { book, passing } = prepared(filtered);
    expect(prepared({ ...filtered, assumptions: pay }).book).toBe(book);
    expect(prepared({ ...filtered, assumptions: risk }).book).toBe(book);
    expect([...passing]).toEqual([...accountsPassing(BOOK, DEFAULTS, filtered.filter)]);
    expect(prepared(INPUT).book).toBe(BOOK);
    expect(prepared(filtered).book.count).toBe(book.count);
  });

  it('follow assumptions that fill in what a filter asks for', () => {
    const segments = { smallBelow: 1e9, midsizeUpTo: 2e9 };
    const nameless = { ...BOOK, segment: { codes: new Uint32Array(BOOK.count), values: [''] } };
    const small = { ...INPUT, filter: { ...NO_FILTER, segments: ['Small'] } };
    const before = prepare(nameless, small);
    const after = prepare(nameless, { ...small, assumptions: { ...DEFAULTS, segments } });
    expect(before.ok && before.book.count).toBeLessThan(BOOK.count);
    expect(after.ok && after.totals.accounts).toBe(BOOK.count);
  });
});

describe('a filter', () => {
  const passing = (filter: Partial<typeof NO_FILTER>): readonly number[] => [
    ...accountsPassing(BOOK, DEFAULTS, { ...NO_FILTER, ...filter }),
  ];

  it('lets everything pass that it does not speak of', () => {
    expect(passing({})).toHaveLength(BOOK.count);
  });

  it('takes any value of a list and all of the lists', () => {
    const region = (account: number): string | undefined =>
      BOOK.region.values[BOOK.region.codes[account] ?? 0];
    const days = (account: number): number => BOOK.cycleDays[account] ?? 0;
    const all = Array.from({ length: BOOK.count }, (_, account) => account);
    const [first = '', second = ''] = BOOK.region.values.slice(1);
    expect(passing({ regions: [first, second] })).toEqual(
      all.filter((account) => [first, second].includes(region(account) ?? '')),
    );
    expect(passing({ regions: [first], bands: [90] })).toEqual(
      all.filter(
        (account) => region(account) === first && days(account) >= 90 && days(account) < 180,
      ),
    );
  });

  it('cuts the book to parts that add up to the whole', () => {
    const arrOf = (account: Uint32Array): number =>
      takeAccounts(BOOK, account).arr.reduce((sum, arr) => sum + arr, 0);
    const parts = BOOK.region.values.slice(1).map((value) => {
      return accountsPassing(BOOK, DEFAULTS, { ...NO_FILTER, regions: [value] });
    });
    const none = accountsPassing(BOOK, DEFAULTS, { ...NO_FILTER, regions: [''] });
    const total = [...parts, none].reduce((sum, part) => sum + arrOf(part), 0);
    expect(total).toBeCloseTo(
      BOOK.arr.reduce((sum, arr) => sum + arr, 0),
      6,
    );
  });
});

describe('the latest request', () => {
  it('wins over those between, and lets the first show something before it is cut short', async () => {
    const started: number[] = [];
    const stopped: number[] = [];
    const steps = new Map<number, () => void>();
    const latest = createLatest<number>(async (request, signal, shown) => {
      started.push(request);
      await new Promise<void>((resolve) => steps.set(request, resolve));
      shown();
      await new Promise<void>((resolve, reject) => {
        steps.set(request, resolve);
        const stop = (): void => {
          stopped.push(request);
          reject(new JobCancelled());
        };
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop);
      });
    });
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    };
    for (const request of [1, 2, 3, 4]) latest.request(request);
    expect(started).toEqual([1]);
    steps.get(1)?.();
    await settle();
    expect(stopped).toEqual([1]);
    expect(started).toEqual([1, 4]);
    steps.get(4)?.();
    await settle();
    expect(stopped).toEqual([1]);
  });

  it('gives a run up that has shown nothing once the requests rest, where they replace it', async () => {
    vi.useFakeTimers();
    const log: string[] = [];
    const latest = createLatest<string>(
      (request, signal) => {
        log.push(request);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            log.push(`${request} given up`);
            reject(new JobCancelled());
          });
        });
      },
      (next, going) => next[0] === going[0],
    );
    latest.request('a1');
    for (const request of ['a2', 'a3', 'a4']) {
      latest.request(request);
      await vi.advanceTimersByTimeAsync(90);
    }
    expect(log).toEqual(['a1']);
    await vi.advanceTimersByTimeAsync(20);
    expect(log).toEqual(['a1', 'a1 given up', 'a4']);
    latest.request('b1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toHaveLength(3);
    latest.cancel();
    expect(log.at(-1)).toBe('a4 given up');
    vi.useRealTimers();
  });
});
