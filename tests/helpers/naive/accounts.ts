import type { Book } from '../../../shared/book/book.ts';
import { UPSELLS } from '../../../shared/book/motions.ts';
import type { Assumptions, RoleId } from '../../../shared/model/assumptions/types.ts';
/**
 * A second, independent reading of the model equations: slow, row by row, objects everywhere, one
 * formula a line in the order of the page. It shares no code with the engine, so that a misreading in
 * one of the two shows as a difference. No currency conversion, no refusals.
 */

export interface Account {
  index: number;
  segment: string;
  owners: Record<RoleId, string>;
  arr: number;
  cycleDays: number;
  renewalShare: number;
  risk: number;
  complexity: number;
  potential: Record<string, number>;
}

export const known = (x: number | undefined): x is number => x !== undefined && !Number.isNaN(x);
export const sum = (xs: Iterable<number>): number => {
  let total = 0;
  for (const x of xs) total += x;
  return total;
};
export const at = <T>(record: Readonly<Record<string, T>>, key: string): T => {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (value === undefined) throw new Error(`no ${key}`);
  return value;
};
export const maybe = <T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined => (record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined);

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return undefined;
  const upper = sorted[Math.floor(n / 2)] ?? 0;
  return n % 2 === 1 ? upper : (upper + (sorted[n / 2 - 1] ?? 0)) / 2;
}

/** Section 1. */
export function fillIn(book: Book, a: Assumptions): Account[] {
  const rows = Array.from({ length: book.count }, (_, i) => {
    const contract = known(book.contractValue[i]) ? book.contractValue[i] : (book.arr[i] ?? 0);
    const given = book.segment.values[book.segment.codes[i] ?? 0] ?? '';
    const size =
      contract < a.segments.smallBelow
        ? 'Small'
        : contract <= a.segments.midsizeUpTo
          ? 'Midsize'
          : 'Large';
    const cac = book.cac[i];
    const days =
      a.cycle.measure === 'cac'
        ? known(cac)
          ? cac / a.cycle.cacPerDay
          : undefined
        : known(book.cycleDays[i])
          ? book.cycleDays[i]
          : undefined;
    return { segment: given === '' ? size : given, days };
  });
  const days = (of: readonly { days: number | undefined }[]) => of.map((r) => r.days).filter(known);
  return rows.map((row, i) => {
    const arr = book.arr[i] ?? 0;
    const health = book.health[i];
    const risk = known(book.risk[i])
      ? book.risk[i]
      : known(health)
        ? a.risk.atHealth0 + ((a.risk.atHealth100 - a.risk.atHealth0) * health) / 100
        : a.risk.default;
    const given = UPSELLS.filter((u) => known(book.potential[u][i]));
    const estimate = (u: (typeof UPSELLS)[number]) =>
      a.whitespace.share * arr * a.whitespace.mix[u];
    const deals = book.openDeals;
    const mixTotal = sum(UPSELLS.map((u) => a.whitespace.mix[u]));
    const dealOf = (u: (typeof UPSELLS)[number]) =>
      (deals?.byUpsell[u][i] ?? 0) +
      (deals?.unstated[i] ?? 0) * (mixTotal > 0 ? a.whitespace.mix[u] / mixTotal : 1 / 6);
    const anyDeal = UPSELLS.some((u) => dealOf(u) > 0);
    const potential = Object.fromEntries(
      UPSELLS.map((u) => {
        const own = book.potential[u][i];
        if (given.length > 0) return [u, known(own) ? own : 0];
        if (deals === undefined) return [u, estimate(u)];
        if (deals.rule === 'larger') return [u, Math.max(dealOf(u), estimate(u))];
        if (deals.rule === 'deals') return [u, dealOf(u)];
        return [u, anyDeal ? dealOf(u) : estimate(u)];
      }),
    );
    const renewalShare = book.renewalShare[i];
    const complexity = book.complexity[i];
    return {
      index: i,
      segment: row.segment,
      owners: Object.fromEntries(
        Object.entries(book.owners).map(([role, c]) => [role, c.values[c.codes[i] ?? 0] ?? '']),
      ),
      arr,
      cycleDays:
        row.days ??
        maybe(a.cycle.segmentDays, row.segment) ??
        median(days(rows.filter((r) => r.segment === row.segment))) ??
        median(days(rows)) ??
        a.cycle.defaultDays,
      renewalShare: known(renewalShare) ? renewalShare : 1,
      risk: risk ?? 0,
      complexity: known(complexity) ? complexity : 1,
      potential,
    };
  });
}
