import fc from 'fast-check';
import type { Book, TextColumn } from '../../shared/book/book.ts';
import { UPSELLS, type Upsell } from '../../shared/book/motions.ts';

/** A coded column of the texts given, as a reader makes it: code 0 is ''. */
export function textColumn(texts: readonly string[]): TextColumn {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))];
  return { values, codes: Uint32Array.from(texts, (text) => values.indexOf(text)) };
}

/** The same column for every type of upsell, made anew for each. */
export function everyUpsell(
  column: (upsell: Upsell) => Float64Array,
): Record<Upsell, Float64Array> {
  return {
    priceIncrease: column('priceIncrease'),
    consumption: column('consumption'),
    organicUsers: column('organicUsers'),
    featureUpgrade: column('featureUpgrade'),
    proactiveUsers: column('proactiveUsers'),
    newSolution: column('newSolution'),
  };
}

const money = fc.double({ min: 0, max: 1e9, noNaN: true });
const maybe = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(NaN), value);

/** Books of up to `max` accounts with gaps anywhere a book may have them and any text at all. */
export function anyBook(max = 12): fc.Arbitrary<Book> {
  return fc.integer({ min: 0, max }).chain((count) => {
    const column = (value: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
      fc
        .array(value, { minLength: count, maxLength: count })
        .map((values) => Float64Array.from(values));
    const texts = fc
      .array(fc.oneof(fc.constant(''), fc.string({ unit: 'binary' })), {
        minLength: count,
        maxLength: count,
      })
      .map(textColumn);
    const byUpsell = fc
      .tuple(...UPSELLS.map(() => column(maybe(money))))
      .map((columns) =>
        everyUpsell((upsell) => columns[UPSELLS.indexOf(upsell)] ?? new Float64Array(count)),
      );
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    return fc.record(
      {
        count: fc.constant(count),
        currency: fc.constantFrom('', 'USD', 'EUR'),
        accountId: fc.uniqueArray(fc.string({ minLength: 1, unit: 'binary' }), {
          minLength: count,
          maxLength: count,
        }),
        name: fc.array(fc.string({ unit: 'binary' }), { minLength: count, maxLength: count }),
        segment: texts,
        region: texts,
        industry: texts,
        owners: fc.record({ ae: texts, am: texts, csm: texts }),
        arr: column(money),
        contractValue: column(maybe(money)),
        cycleDays: column(maybe(fc.integer({ min: 1, max: 900 }))),
        cac: column(maybe(money)),
        renewalShare: column(maybe(share)),
        risk: column(maybe(share)),
        health: column(maybe(fc.integer({ min: 0, max: 100 }))),
        complexity: column(maybe(fc.double({ min: 0.1, max: 5, noNaN: true }))),
        potential: byUpsell,
        openDeals: fc.record({
          rule: fc.constantFrom('larger', 'deals', 'dealsElseEstimate'),
          byUpsell,
          unstated: column(money),
        }),
      },
      {
        requiredKeys: [
          'count',
          'currency',
          'accountId',
          'name',
          'segment',
          'region',
          'industry',
          'owners',
          'arr',
          'contractValue',
          'cycleDays',
          'cac',
          'renewalShare',
          'risk',
          'health',
          'complexity',
          'potential',
        ],
      },
    );
  });
}
