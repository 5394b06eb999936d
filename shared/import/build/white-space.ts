import { UPSELLS } from '../../book/motions.ts';
import { amountText, countText, median, plural } from '../amount.ts';
import { HOLDS, PAYS } from '../read/holdings.ts';
import type { Draft } from '../read/draft.ts';
import type { TableView } from '../read/view.ts';
import { letters, quote } from '../text.ts';
import type { ChosenArr } from './arr.ts';
import type { BuildInput } from './input.ts';

interface WhiteSpaceInput {
  readonly draft: Draft;
  readonly arr: ChosenArr;
  readonly products: readonly TableView[];
  readonly hasOpenDeals: boolean;
  readonly currency: string;
  readonly input: BuildInput;
}

/**
 * Money a year that the products an account lacks would bring: the list price of each, else the
 * median of what its holders in the account's segment pay. What has no price brings nothing, and is
 * said. 0 for accounts that pay nothing today. Null where the book has no columns of products, no
 * price is known, or the rule leaves it out: it is used without being asked for only where nothing
 * else in the book says what could be sold.
 */
export function whiteSpaceOf(sources: WhiteSpaceInput): Float64Array | null {
  const { draft, currency, input } = sources;
  const stated = draft.numbers.get('whiteSpace');
  if (stated !== undefined) return stated;
  const held = [...draft.numbers].flatMap(([field, values]) =>
    field.startsWith(HOLDS) ? [{ product: field.slice(HOLDS.length), values }] : [],
  );
  if (held.length === 0) return null;
  const { space, lacking, unpriced } = priceLacks(sources, held);
  sayHoldings(sources, held, unpriced);
  const total = space.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const hasOther = sources.hasOpenDeals || hasPotential(draft);
  const rule = input.rules.choose(
    'whiteSpace',
    'Are the products that an account lacks what could be sold to it (new solution)?',
    [
      {
        value: 'off',
        label: 'No: the potential comes from elsewhere',
        effect: hasOther ? 'as the book states it' : 'a share of ARR by type of upsell, estimated',
      },
      {
        value: 'on',
        label:
          'Yes, at their price, where the book states no potential; nothing else could be sold there',
        effect: `${amountText(total, currency)} on ${plural(lacking, 'account')}, estimated`,
      },
    ],
    hasOther ? 'off' : 'on',
  );
  return rule === 'on' ? space : null;
}

interface Held {
  readonly product: string;
  readonly values: Float64Array;
}

function priceLacks(
  { draft, arr: { arr }, products, currency }: WhiteSpaceInput,
  held: readonly Held[],
): { space: Float64Array; lacking: number; unpriced: readonly string[] } {
  const list = listPrices(products, currency);
  const segments = draft.texts.get('segment') ?? [];
  const space = new Float64Array(arr.length);
  const unpriced = new Set<string>();
  for (const { product, values } of held) {
    const listed = list.get(letters(product));
    const paid =
      listed === undefined
        ? mediansBySegment(draft.numbers.get(`${PAYS}${product}`), segments)
        : null;
    arr.forEach((paysToday, account) => {
      if (!(paysToday > 0) || values[account] === 1) return;
      const price = listed ?? paid?.get(segments[account] ?? '');
      if (price === undefined) unpriced.add(product);
      else space[account] = (space[account] ?? 0) + price;
    });
  }
  const lacking = space.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  return { space, lacking, unpriced: [...unpriced] };
}

/** List prices a year by the letters of name and id; of products listed twice the first. A price in another currency is none. */
function listPrices(products: readonly TableView[], currency: string): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  for (const view of products) {
    const { values, currencies } = view.figures('price');
    for (const field of ['product', 'productId'])
      view.texts(field).forEach((text, row) => {
        const price = values[row] ?? NaN;
        const code = currencies?.[row] ?? '';
        const key = letters(text);
        if (key === '' || !(price > 0) || prices.has(key)) return;
        if (code === '' || currency === '' || code === currency) prices.set(key, price);
      });
  }
  return prices;
}

/** Median of what those pay who pay anything, by segment. */
function mediansBySegment(
  paid: Float64Array | undefined,
  segments: readonly string[],
): ReadonlyMap<string, number> {
  const bySegment = new Map<string, number[]>();
  paid?.forEach((value, account) => {
    if (!(value > 0)) return;
    const segment = segments[account] ?? '';
    const list = bySegment.get(segment);
    if (list === undefined) bySegment.set(segment, [value]);
    else list.push(value);
  });
  return new Map([...bySegment].map(([segment, values]) => [segment, median(values)]));
}

function hasPotential(draft: Draft): boolean {
  return UPSELLS.some(
    (upsell) =>
      draft.numbers.get(`potential.${upsell}`)?.some((value) => !Number.isNaN(value)) === true,
  );
}

/** Says which products were found in columns, and which of them have no price. */
function sayHoldings(
  { draft, arr, input: { issues } }: WhiteSpaceInput,
  held: readonly Held[],
  unpriced: readonly string[],
): void {
  const place = { ...draft.place(0), row: null, column: null };
  const counts = held.map(({ product, values }) => {
    const holders = values.reduce((count, value) => count + (value === 1 ? 1 : 0), 0);
    return `${quote(product)} (${countText(holders)} of ${plural(arr.arr.length, 'account')})`;
  });
  issues.add(
    'info',
    'holdings',
    place,
    '',
    () =>
      `Columns taken for products that accounts hold: ${some(counts)}. Choose another meaning for a column that is none.`,
  );
  if (unpriced.length === 0) return;
  issues.add(
    'info',
    'white-space-unpriced',
    place,
    unpriced.join(', '),
    () =>
      `No price is known for ${some(unpriced.map((product) => quote(product)))} (neither a list price nor, in some segment, anyone who pays for it): no potential is made up for who lacks it. Add a table of products with prices to count it.`,
  );
}

function some(parts: readonly string[]): string {
  const shown = parts.slice(0, 8).join(', ');
  return parts.length > 8 ? `${shown} and ${countText(parts.length - 8)} more` : shown;
}
