import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../../shared/book/book.ts';
import { toCanonicalRows } from '../../../shared/import/canonical-rows.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { everyUpsell, textColumn } from '../../helpers/books.ts';
import { fileOf, sheetFileAt } from '../../helpers/grids.ts';

const words = (...list: string[]) => fc.constantFrom('', ...list);

/** Books as a reading makes them: texts without outer blanks, figures in their ranges, gaps anywhere. */
const readBook: fc.Arbitrary<Book> = fc
  .record({
    count: fc.integer({ min: 3, max: 25 }),
    currency: fc.constantFrom('', 'EUR'),
    deals: fc.boolean(),
  })
  .chain(({ count, currency, deals }) => {
    const column = (value: fc.Arbitrary<number>, gaps = true) =>
      fc
        .array(gaps ? fc.oneof(fc.constant(NaN), value) : value, {
          minLength: count,
          maxLength: count,
        })
        .map((values) => Float64Array.from(values));
    const texts = (values: fc.Arbitrary<string>) =>
      fc.array(values, { minLength: count, maxLength: count }).map(textColumn);
    const money = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => cents / 100);
    const upsells = fc
      .tuple(...Array.from({ length: 6 }, () => column(money)))
      .map((columns) =>
        everyUpsell((upsell) => columns[UPSELL_INDEX[upsell]] ?? new Float64Array(count)),
      );
    const byUpsell = fc
      .tuple(...Array.from({ length: 6 }, () => column(money, false)))
      .map((columns) =>
        everyUpsell((upsell) => columns[UPSELL_INDEX[upsell]] ?? new Float64Array(count)),
      );
    return fc
      .record({
        segment: texts(words('Small', 'Midsize', 'Large')),
        region: texts(words('North', 'South')),
        industry: texts(words('Energy', '=SUM(A1)')),
        ae: texts(words('Seller 1', 'Seller 2')),
        am: texts(words('Manager 1')),
        csm: texts(words('Success 1', 'Success 2')),
        arr: column(money, false),
        contractValue: column(money),
        cycleDays: column(fc.integer({ min: 1, max: 900 })),
        cac: column(fc.integer({ min: 1, max: 90_000 })),
        renewalShare: column(fc.constantFrom(0, 0.25, 0.3333, 1)),
        risk: column(fc.constantFrom(0, 0.05, 0.42, 1)),
        health: column(fc.integer({ min: 0, max: 100 })),
        complexity: column(fc.constantFrom(0.25, 1, 1.4, 4)),
        potential: upsells,
        open: byUpsell,
        unstated: column(money, false),
      })
      .map(({ ae, am, csm, open, unstated, ...rest }) => ({
        ...rest,
        count,
        currency,
        accountId: Array.from({ length: count }, (_, account) => `AC-${String(account + 1)}`),
        name: Array.from({ length: count }, (_, account) => `Fictional ${String(account)} Ltd`),
        owners: { ae, am, csm },
        ...(deals ? { openDeals: { rule: 'larger' as const, byUpsell: open, unstated } } : {}),
      }));
  });

const UPSELL_INDEX = {
  priceIncrease: 0,
  consumption: 1,
  organicUsers: 2,
  featureUpgrade: 3,
  proactiveUsers: 4,
  newSolution: 5,
};

/** The texts of a coded column, however they are coded. */
function plain(book: Book | undefined): unknown {
  if (book === undefined) return undefined;
  const texts = ({ codes, values }: Book['segment']) => Array.from(codes, (code) => values[code]);
  return {
    ...book,
    segment: texts(book.segment),
    region: texts(book.region),
    industry: texts(book.industry),
    owners: Object.fromEntries(
      Object.entries(book.owners).map(([role, one]) => [role, texts(one)]),
    ),
  };
}

describe('the canonical columns', () => {
  it('are those of the worked example, in its order', async () => {
    const path = new URL('../../fixtures/model-example/book.csv', import.meta.url);
    const file = await sheetFileAt(path);
    const { book } = importBook([file], {});
    if (book === undefined) throw new Error('no book');
    const [headers] = toCanonicalRows(book);
    const grid = file.grids[0];
    expect(headers).toEqual(grid?.columns.map((column) => grid.strings[column.values[0] ?? -1]));
  });

  it('read back as the same book', () => {
    fc.assert(
      fc.property(readBook, (book) => {
        const rows = toCanonicalRows(book).map((row) => [...row]);
        const again = importBook([fileOf(rows)], {});
        expect(plain(again.book)).toEqual(plain(book));
      }),
      { numRuns: 60, seed: 20_260_101 },
    );
  });
});
