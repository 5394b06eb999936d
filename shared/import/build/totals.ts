import type { Book } from '../../book/book.ts';
import { UPSELLS } from '../../book/motions.ts';
import type { ImportResult } from '../types.ts';

/** What the book states in all: an absent renewal share counts as the whole; absent potential as none. */
export function totalsOf(book: Book): ImportResult['totals'] {
  let [arr, renewing, potential] = [0, 0, 0];
  for (let account = 0; account < book.count; account++) {
    const own = book.arr[account] ?? 0;
    const share = book.renewalShare[account] ?? NaN;
    arr += own;
    renewing += own * (Number.isNaN(share) ? 1 : share);
    for (const upsell of UPSELLS)
      potential += Math.max(
        book.potential[upsell][account] || 0,
        book.openDeals?.byUpsell[upsell][account] ?? 0,
      );
    potential += book.openDeals?.unstated[account] ?? 0;
  }
  return { arr, renewing, potential };
}

/** Accounts that lack a value which the model will estimate (model equations, section 1), by field; fields that all have are left out. */
export function estimatedOf(book: Book): Readonly<Record<string, number>> {
  const absent = (values: Float64Array): number =>
    values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const counts = {
    arr: book.arrEstimated === true ? book.count : 0,
    segment: book.segment.codes.reduce((count, code) => count + (code === 0 ? 1 : 0), 0),
    contractValue: absent(book.contractValue),
    cycleDays: absent(book.cycleDays),
    renewalShare: absent(book.renewalShare),
    risk: book.risk.filter(
      (risk, account) => Number.isNaN(risk) && Number.isNaN(book.health[account] ?? NaN),
    ).length,
    complexity: absent(book.complexity),
    potential: book.accountId.filter((_, account) =>
      UPSELLS.every((upsell) => Number.isNaN(book.potential[upsell][account] ?? NaN)),
    ).length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
