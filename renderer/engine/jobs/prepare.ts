import type { Book } from '../../../shared/book/book.ts';
import { inCurrency } from '../../../shared/model/currency.ts';
import { fillKey } from '../../../shared/model/fill-in.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import type { BookTotals, ScenarioInput } from '../jobs.ts';
import { accountsPassing, takeAccounts } from './filter-book.ts';
import { segmentsOf, totalsOf } from './totals.ts';

/** The accounts that take part in a scenario, and what they come to. */
export interface Prepared {
  readonly ok: true;
  readonly book: Book;
  /** Their places in the whole book, ascending. */
  readonly passing: Uint32Array;
  readonly totals: BookTotals;
  /** In the book's currency. */
  readonly assumptions: Assumptions;
}

type Taken = Pick<Prepared, 'book' | 'passing' | 'totals'>;

/** What was taken last of each book: most changes touch neither the filter nor what is filled in. */
const lately = new WeakMap<Book, { readonly key: string; readonly taken: Taken }>();

/**
 * Applies a scenario's currency and filter. The book keeps its identity while the same accounts take
 * part, so that what is kept of it can be used again. Refuses where a rate is missing.
 */
export function prepare(
  whole: Book,
  { assumptions, filter, rate }: ScenarioInput,
): Prepared | { readonly ok: false; readonly error: string } {
  const converted = inCurrency(assumptions, whole.currency, rate ?? undefined);
  if (!converted.ok) return converted;
  const own = converted.value;
  const key = JSON.stringify([filter, fillKey(own)]);
  const last = lately.get(whole);
  const taken = last?.key === key ? last.taken : take(whole, own, filter, last?.taken);
  lately.set(whole, { key, taken });
  return { ok: true, ...taken, assumptions: own };
}

function take(
  whole: Book,
  assumptions: Assumptions,
  filter: ScenarioInput['filter'],
  last: Taken | undefined,
): Taken {
  const passing = accountsPassing(whole, assumptions, filter);
  const isSame = last !== undefined && isSameChoice(last.passing, passing);
  const book = isSame ? last.book : takeAccounts(whole, passing);
  const segments = segmentsOf(whole, assumptions);
  return { book, passing, totals: { ...totalsOf(book, assumptions), segments } };
}

function isSameChoice(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((account, index) => account === b[index]);
}
