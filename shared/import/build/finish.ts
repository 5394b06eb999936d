import type { Book, OpenDeals, TextColumn } from '../../book/book.ts';
import { UPSELLS, type Upsell } from '../../book/motions.ts';
import type { Draft } from '../read/draft.ts';
import { textColumn } from '../text-column.ts';
import type { ChosenArr } from './arr.ts';

/** Ids as read; `row-<n>` (n from 1) where the source has none; never the same twice. */
export function accountIds(draft: Draft): readonly string[] {
  const taken = new Set<string>();
  return draft.ids.map((id, account) => {
    const wanted = id === '' ? `row-${String(account + 1)}` : id;
    let unique = wanted;
    for (let again = 2; taken.has(unique); again++) unique = `${wanted} (${String(again)})`;
    taken.add(unique);
    return unique;
  });
}

/** Puts the columns together as a book. */
export function finishBook(
  draft: Draft,
  ids: readonly string[],
  { arr, estimated }: ChosenArr,
  currency: string,
  {
    deals,
    whiteSpace,
  }: { readonly deals: OpenDeals | null; readonly whiteSpace: Float64Array | null },
): Book {
  const count = ids.length;
  const texts = (field: string): TextColumn =>
    textColumn(draft.texts.get(field) ?? new Array<string>(count).fill(''));
  const numbers = (field: string): Float64Array =>
    draft.numbers.get(field) ?? new Float64Array(count).fill(NaN);
  const owners: Record<string, TextColumn> = {
    ae: texts('owner.ae'),
    am: texts('owner.am'),
    csm: texts('owner.csm'),
  };
  return {
    count,
    currency,
    accountId: ids,
    name: draft.names.map((name, account) => name || (ids[account] ?? '')),
    segment: texts('segment'),
    region: texts('region'),
    industry: texts('industry'),
    owners,
    arr,
    ...(estimated ? { arrEstimated: true } : {}),
    contractValue: numbers('contractValue'),
    cycleDays: numbers('cycleDays'),
    cac: numbers('cac'),
    renewalShare: numbers('renewalShare'),
    risk: numbers('risk'),
    health: numbers('health'),
    complexity: numbers('complexity'),
    potential: byUpsell((upsell) => numbers(`potential.${upsell}`)),
    ...(whiteSpace === null ? {} : { whiteSpace }),
    ...(deals === null ? {} : { openDeals: deals }),
  };
}

/** The book without the accounts that pay nothing today. */
export function leaveOutNotPaying(book: Book): Book {
  const keep = book.accountId.flatMap((_, account) =>
    (book.arr[account] ?? 0) > 0 ? [account] : [],
  );
  if (keep.length === book.count) return book;
  const numbers = (values: Float64Array): Float64Array =>
    Float64Array.from(keep, (account) => values[account] ?? NaN);
  const texts = ({ codes, values }: TextColumn): TextColumn =>
    textColumn(keep.map((account) => values[codes[account] ?? 0] ?? ''));
  const { openDeals, whiteSpace } = book;
  return {
    ...book,
    count: keep.length,
    accountId: keep.map((account) => book.accountId[account] ?? ''),
    name: keep.map((account) => book.name[account] ?? ''),
    segment: texts(book.segment),
    region: texts(book.region),
    industry: texts(book.industry),
    owners: Object.fromEntries(
      Object.entries(book.owners).map(([role, column]) => [role, texts(column)]),
    ),
    arr: numbers(book.arr),
    contractValue: numbers(book.contractValue),
    cycleDays: numbers(book.cycleDays),
    cac: numbers(book.cac),
    renewalShare: numbers(book.renewalShare),
    risk: numbers(book.risk),
    health: numbers(book.health),
    complexity: numbers(book.complexity),
    potential: byUpsell((upsell) => numbers(book.potential[upsell])),
    ...(whiteSpace === undefined ? {} : { whiteSpace: numbers(whiteSpace) }),
    ...(openDeals === undefined
      ? {}
      : {
          openDeals: {
            rule: openDeals.rule,
            byUpsell: byUpsell((upsell) => numbers(openDeals.byUpsell[upsell])),
            unstated: numbers(openDeals.unstated),
          },
        }),
  };
}

function byUpsell(column: (upsell: Upsell) => Float64Array): Record<Upsell, Float64Array> {
  const [priceIncrease, consumption, organicUsers, featureUpgrade, proactiveUsers, newSolution] =
    UPSELLS;
  return {
    [priceIncrease]: column(priceIncrease),
    [consumption]: column(consumption),
    [organicUsers]: column(organicUsers),
    [featureUpgrade]: column(featureUpgrade),
    [proactiveUsers]: column(proactiveUsers),
    [newSolution]: column(newSolution),
  };
}
