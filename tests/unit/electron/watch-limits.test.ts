import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  breachSentence,
  LimitWatch,
  READER_LIMITS,
  type Breach,
} from '../../../electron/reader/watch-limits.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(memory: () => number | null): { watch: LimitWatch; breaches: Breach[] } {
  const breaches: Breach[] = [];
  const watch = new LimitWatch({ memoryBytes: memory }, (breach) => breaches.push(breach));
  return { watch, breaches };
}

describe('the watch over a reading process', () => {
  it('lets it work as long as it shows signs of life', () => {
    const { watch, breaches } = watched(() => 1e9);
    for (let minute = 0; minute < 10; minute++) {
      for (let sign = 0; sign < 3; sign++) {
        vi.advanceTimersByTime(29_000);
        watch.alive();
      }
    }
    watch.stop();
    expect(breaches).toEqual([]);
  });

  it('ends it once after 30 seconds of silence', () => {
    const { breaches } = watched(() => null);
    vi.advanceTimersByTime(29_800);
    expect(breaches).toEqual([]);
    vi.advanceTimersByTime(90_000);
    expect(breaches).toEqual(['silence']);
  });

  it('ends it within a moment of passing 1.5 GB', () => {
    let memory = READER_LIMITS.memoryBytes;
    const { breaches } = watched(() => memory);
    vi.advanceTimersByTime(1000);
    expect(breaches).toEqual([]);
    memory += 1;
    vi.advanceTimersByTime(200);
    expect(breaches).toEqual(['memory']);
  });

  it('says nothing after it was stopped', () => {
    const { watch, breaches } = watched(() => 1e12);
    watch.stop();
    vi.advanceTimersByTime(90_000);
    expect(breaches).toEqual([]);
  });

  it.each(['memory', 'silence', 'crash'] as const)(
    'says in one sentence what to do (%s)',
    (breach) => {
      const sentence = breachSentence(['acme.xlsx', 'deals.csv'], breach);
      expect(sentence).toMatch(/^acme\.xlsx, deals\.csv .+: (save|split) it .+\.$/);
      expect(sentence.match(/[.!?]( |$)/g)).toHaveLength(1);
    },
  );
});
