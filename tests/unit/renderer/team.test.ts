import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import { JobCancelled, type ScenarioInput } from '../../../renderer/engine/jobs.ts';
import { createTeam, type TeamThread } from '../../../renderer/engine/team.ts';
import { createRangeHost, type FromRange } from '../../../shared/model/engine/range-host.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { generatedBook } from '../../helpers/generated-book.ts';
import { randomAssumptions } from '../../helpers/random-model.ts';

const BOOK = generatedBook(9000, 3);
const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];
const INPUT: ScenarioInput = {
  assumptions: DEFAULTS,
  models: MODELS,
  filter: NO_FILTER,
  rate: null,
};

/** What became of the threads that were started. */
interface Seen {
  started: number;
  ended: number;
  rounds: number;
}

/** Threads within this one: the same working side, everything cloned on its way, a turn of the event loop each way. */
function embedded(seen: Seen, failAt = Infinity): () => TeamThread {
  return () => {
    seen.started += 1;
    const host = createRangeHost();
    let answer: (message: FromRange) => void = () => undefined;
    let end: (cause: Error) => void = () => undefined;
    let alive = true;
    return {
      send: (message) => {
        const copy = structuredClone(message);
        setTimeout(() => {
          if (!alive) return;
          if (copy.type === 'round') seen.rounds += 1;
          if (seen.rounds >= failAt) {
            alive = false;
            end(new Error('out of memory'));
            return;
          }
          const answered = host(copy);
          if (answered !== null) answer(structuredClone(answered));
        });
      },
      onAnswer: (listener) => {
        answer = listener;
      },
      onEnd: (listener) => {
        end = listener;
      },
      end: () => {
        alive = false;
        seen.ended += 1;
      },
    };
  };
}

function engineOf(threads: number, seen: Seen, failAt?: number) {
  const team = createTeam({
    threads: () => threads,
    start: embedded(seen, failAt),
    fewest: 5000,
  });
  return createEmbeddedEngine(team);
}

const unseen = (): Seen => ({ started: 0, ended: 0, rounds: 0 });

describe('a team', () => {
  it.each([2, 3, 7])('of %i gives the figures of one thread, to the last bit', async (threads) => {
    const seen = unseen();
    const engine = engineOf(threads, seen);
    await engine.run('setBook', BOOK);
    await fc.assert(
      fc.asyncProperty(randomAssumptions, async (assumptions) => {
        const models = [...Object.keys(assumptions.models), 'bestFit', 'bestBySegment'];
        const result = await engine.run('evaluate', { ...INPUT, assumptions, models });
        const alone = evaluate(BOOK, assumptions, models);
        expect(result.comparison).toEqual(alone.ok ? alone.value : null);
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(seen.started).toBe(threads);
    expect(seen.rounds).toBeGreaterThan(threads);
    await engine.run('setBook', null);
    expect(seen.ended).toBe(threads);
  });

  it('is started for a large book only, and anew for another', async () => {
    const seen = unseen();
    const engine = engineOf(2, seen);
    await engine.run('setBook', generatedBook(4000));
    await engine.run('evaluate', INPUT);
    expect(seen.started).toBe(0);
    await engine.run('setBook', BOOK);
    expect(seen.started).toBe(0);
    await engine.run('evaluate', INPUT);
    expect(seen).toMatchObject({ started: 2, ended: 0 });
    await engine.run('evaluate', { ...INPUT, filter: { ...NO_FILTER, bands: [0, 30, 90] } });
    expect(seen).toMatchObject({ started: 4, ended: 2 });
  });

  it('that fails leaves the book to one thread: the same figures, nothing hangs', async () => {
    const seen = unseen();
    const engine = engineOf(3, seen, 5);
    await engine.run('setBook', BOOK);
    const result = await engine.run('evaluate', INPUT);
    const alone = evaluate(BOOK, DEFAULTS, MODELS);
    expect(result.comparison).toEqual(alone.ok ? alone.value : null);
    expect(seen).toMatchObject({ started: 3, ended: 3 });
    await engine.run('evaluate', INPUT);
    expect(seen.started).toBe(3);
  });

  it('gives a round up that is wanted no more, and does the next', async () => {
    const seen = unseen();
    const engine = engineOf(2, seen);
    await engine.run('setBook', BOOK);
    const stop = new AbortController();
    const given = engine.run('evaluate', INPUT, { signal: stop.signal });
    const { rounds } = await until(() => seen.rounds > 0 && seen);
    stop.abort();
    await expect(given).rejects.toBeInstanceOf(JobCancelled);
    const next = await engine.run('evaluate', { ...INPUT, models: ['split'] });
    const alone = evaluate(BOOK, DEFAULTS, ['split']);
    expect(next.comparison).toEqual(alone.ok ? alone.value : null);
    // The round under way of each thread and that of the next question: the best fits were never begun.
    expect(seen.rounds).toBeLessThanOrEqual(rounds + 3);
    expect(seen.ended).toBe(0);
  });
});

async function until<T>(found: () => T | false): Promise<T> {
  for (;;) {
    const value = found();
    if (value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
