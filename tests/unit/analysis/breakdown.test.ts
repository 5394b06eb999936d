import { describe, expect, test } from 'vitest';
import { breakdown, breakdowns } from '../../../shared/analysis/breakdown.ts';
import { BREAKDOWNS, type BreakdownBy } from '../../../shared/analysis/breakdown-rows.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { wrongTotals } from '../../helpers/breakdown-totals.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';

const book = exampleBook();

function rowsOf(model: string, by: BreakdownBy, assumptions = exampleAssumptions()) {
  const got = breakdown(book, assumptions, model, by);
  if (!got.ok) throw new Error(got.error);
  return got.value.rows;
}

describe.each(['assumptions', 'assumptions-fixed', 'assumptions-third'] as const)('%s', (file) => {
  const assumptions = exampleAssumptions(file);
  const models = [...Object.keys(assumptions.models), 'bestBySegment'];
  const compared = evaluate(book, assumptions, models);
  test.each(models.flatMap((model) => BREAKDOWNS.map((by) => [model, by] as const)))(
    '%s by %s adds up to its totals',
    (model, by) => {
      const total = compared.ok ? compared.value.models[model] : undefined;
      const got = breakdown(book, assumptions, model, by);
      if (total === undefined || !got.ok) throw new Error('refused');
      expect(wrongTotals(got.value, total, book.count)).toEqual([]);
    },
  );
});

test.each(['split', 'bestBySegment'])('several of %s at once are each as by itself', (model) => {
  const all = breakdowns(book, exampleAssumptions('assumptions-fixed'), model, BREAKDOWNS);
  if (!all.ok) throw new Error(all.error);
  for (const by of BREAKDOWNS) {
    expect(all.value[by]).toEqual({
      model,
      by,
      rows: rowsOf(model, by, exampleAssumptions('assumptions-fixed')),
    });
  }
});

test('segments are those of the filled-in book', () => {
  expect(rowsOf('split', 'segment').map((row) => row.id)).toEqual([
    'Small',
    'Large',
    'Midsize',
    'Public sector',
  ]);
});

test('a cycle of exactly 30 days belongs to the band that starts there', () => {
  const bands = rowsOf('split', 'cycleBand');
  expect(bands.map((row) => row.id)).toEqual(['0', '30', '90', '180', '365']);
  const under30 = Array.from(book.cycleDays).filter((days) => days < 30).length;
  // AC-130 has 30 days; the accounts without a cycle take medians above 30.
  expect(bands[0]?.accounts).toBe(under30);
});

test('by motion, ARR not up for renewal stays in the row of service', () => {
  const rows = new Map(rowsOf('split', 'motion').map((row) => [row.id, row]));
  let renewing = 0;
  let staying = 0;
  book.arr.forEach((arr, i) => {
    const share = Number.isNaN(book.renewalShare[i]) ? 1 : (book.renewalShare[i] ?? 1);
    renewing += arr * share;
    staying += arr * (1 - share);
  });
  expect(rows.get('renewal')?.arr).toBeCloseTo(renewing, 5);
  expect(rows.get('service')?.arr).toBeCloseTo(staying, 5);
  expect(rows.get('service')?.retained).toBeCloseTo(staying, 5);
  expect(rows.get('newSolution')?.arr).toBe(0);
});

test('by owner, renewals go to who leads them and what nobody works to self-serve', () => {
  const { motions, ...rest } = exampleAssumptions();
  const tedious = { ...motions, featureUpgrade: { ...motions.featureUpgrade, hours: 3000 } };
  const rows = rowsOf('split', 'owner', { ...rest, motions: tedious });
  const keys = rows.map((row) => row.key);
  expect(keys).toContainEqual({ by: 'owner', role: 'csm', name: 'C. Horvat' });
  expect(keys).toContainEqual({ by: 'owner', role: 'csm', name: '' });
  expect(keys.at(-1)).toEqual({ by: 'owner', role: null, name: '' });
  const sellers = rows.filter((row) => row.key.by === 'owner' && row.key.role === 'ae');
  expect(sellers.every((row) => row.bookedByMotion.renewal === 0 && row.retained === 0)).toBe(true);
  expect(sellers.some((row) => row.bookedByMotion.newSolution > 0)).toBe(true);
});

test('a refusal of the evaluation is a refusal here', () => {
  expect(breakdown(book, exampleAssumptions(), 'nobody', 'segment').ok).toBe(false);
});
