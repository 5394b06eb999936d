import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { sheetFileAt } from '../../helpers/grids.ts';

const file = (name: string) =>
  sheetFileAt(new URL(`../../fixtures/books/three-files/${name}.csv`, import.meta.url));
const files = async () => Promise.all(['accounts', 'subscriptions', 'opportunities'].map(file));

describe('a book in three files', () => {
  it('joins accounts, subscriptions and deals on the account id', async () => {
    const result = importBook(await files(), {});
    expect(result.mapping.tables.map(({ role }) => role)).toEqual([
      'accounts',
      'subscriptions',
      'opportunities',
    ]);
    expect(result.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(result.shape).toBe('joined');
    expect(result.book?.count).toBe(60);
    expect(result.totals.arr).toBe(5_419_908);
    expect(result.notPaying.map(({ id }) => id)).toEqual(['ac_012', 'ac_020', 'ac_038']);
    expect(result.today).toEqual({
      model: 'split',
      evidence: 'both an account executive and a CSM are named on 60 of 60 accounts',
    });
  });

  it('shows what counts as current with its effect, and takes the other choice', async () => {
    const input = await files();
    const first = importBook(input, {});
    const rule = first.rules.find((one) => one.rule === 'currentSubscriptions');
    expect(rule?.chosen).toBe('activeAndPaused');
    const effects = Object.fromEntries(rule?.options.map((one) => [one.value, one.effect]) ?? []);
    expect(effects['activeAndPaused']).toBe('ARR 5,419,908');
    expect(effects['all']).toBe('ARR 5,680,212');
    const mapping = { ...first.mapping, rules: { currentSubscriptions: 'all' } };
    const second = importBook(input, { mapping });
    expect(second.totals.arr).toBe(5_680_212);
    expect(second.notPaying).toEqual([]);
  });

  it('takes open deals by type as potential: renewals are none, upsell has no stated type', async () => {
    const { book } = importBook(await files(), {});
    const sum = (values: Float64Array | undefined) => values?.reduce((a, b) => a + b, 0);
    expect(book?.openDeals?.rule).toBe('larger');
    expect(sum(book?.openDeals?.byUpsell.newSolution)).toBe(349_500);
    expect(sum(book?.openDeals?.unstated)).toBe(169_000);
    expect(sum(book?.openDeals?.byUpsell.consumption)).toBe(0);
  });
});
