import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleBooks } from '../../../build/samples.ts';
import { SAMPLE_BOOKS } from '../../../renderer/samples/samples.ts';
import { leaderAmong } from '../../../shared/analysis/leader.ts';
import type { Book } from '../../../shared/book/book.ts';
import { UPSELLS } from '../../../shared/book/motions.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import type { ModelId } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { everyUpsell } from '../../helpers/books.ts';
import { readSample, sampleBook } from '../../helpers/sample-book.ts';
import type { SampleName } from '../../helpers/sample-book.ts';

const NAMES: readonly SampleName[] = ['small-business', 'mid-market', 'enterprise'];

function leaderOfBook(book: Book, currentModel: ModelId | null = null) {
  const result = evaluate(book, { ...DEFAULTS, currentModel }, ['allSales', 'split', 'allCsm']);
  if (!result.ok) throw new Error(result.error);
  return leaderAmong(result.value.models, 'npv');
}

/** The book with every cycle as long, and every potential in the one type of upsell. */
function changed(book: Book, days: number, only: (typeof UPSELLS)[number]): Book {
  return {
    ...book,
    cycleDays: book.cycleDays.map(() => days),
    potential: everyUpsell((upsell) =>
      upsell === only
        ? book.arr.map((_, index) =>
            UPSELLS.reduce((sum, each) => sum + (book.potential[each][index] || 0), 0),
          )
        : new Float64Array(book.count),
    ),
  };
}

describe('the sample books', () => {
  it('are what the script makes', () => {
    for (const { file, text } of sampleBooks()) {
      const committed = readFileSync(new URL(`../../../renderer/samples/${file}`, import.meta.url));
      expect(committed.toString('utf8') === text, `${file}: run npx tsx build/samples.ts`).toBe(
        true,
      );
    }
    expect(SAMPLE_BOOKS.map((sample) => sample.fileName)).toEqual(
      sampleBooks().map((sample) => sample.file),
    );
    expect(SAMPLE_BOOKS.map((sample) => sample.text)).toEqual(
      sampleBooks().map((sample) => sample.text),
    );
  });

  it.each<[SampleName, ModelId]>([
    ['small-business', 'allCsm'],
    ['mid-market', 'split'],
    ['enterprise', 'allSales'],
  ])(
    '%s: %s leads, with no today and with a split today, by more than a hundredth of ARR',
    async (name, model) => {
      const book = await sampleBook(name);
      for (const today of [null, 'split']) {
        expect(leaderOfBook(book, today)).toMatchObject({ model, isNarrow: false });
      }
    },
  );

  it('lead for the reasons they show: their cycles and the type of their upsell', async () => {
    for (const name of NAMES) {
      const book = await sampleBook(name);
      expect(leaderOfBook(changed(book, 15, 'consumption'))?.model, name).toBe('allCsm');
    }
    expect(
      leaderOfBook(changed(await sampleBook('enterprise'), 15, 'newSolution'))?.model,
    ).not.toBe('allSales');
    expect(
      leaderOfBook(changed(await sampleBook('mid-market'), 500, 'newSolution'))?.model,
    ).not.toBe('allCsm');
  });

  it('have a size that teaches, unique ids and names, and some gaps to fill', async () => {
    for (const name of NAMES) {
      const book = await sampleBook(name);
      expect(book.count).toBeGreaterThanOrEqual(150);
      expect(book.count).toBeLessThanOrEqual(400);
      expect(new Set(book.accountId).size).toBe(book.count);
      expect(new Set(book.name).size).toBe(book.count);
      expect(book.health.some(Number.isNaN)).toBe(true);
      expect(book.potential.newSolution.some(Number.isNaN)).toBe(true);
      expect(book.cycleDays.some(Number.isNaN)).toBe(false);
    }
  });

  it('map without help: owners, cycle and every potential from the column that says so', async () => {
    for (const name of NAMES) {
      const { fields, issues } = await readSample(name);
      const headers = Object.entries(fields).map(([field, { header }]) => [field, header]);
      expect(Object.fromEntries(headers), name).toEqual({
        accountId: 'Account ID',
        name: 'Account Name',
        region: 'Region',
        industry: 'Industry',
        ae: 'Account Executive',
        csm: 'CSM',
        arr: 'ARR',
        cycleDays: 'Sales Cycle (days)',
        health: 'Health Score',
        'potential.priceIncrease': 'Potential Price Increase',
        'potential.consumption': 'Potential Consumption',
        'potential.organicUsers': 'Potential Organic Users',
        'potential.featureUpgrade': 'Potential Feature Upgrade',
        'potential.proactiveUsers': 'Potential Proactive Users',
        'potential.newSolution': 'Potential New Solution',
      });
      expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    }
  });
});
