import type { Book, TextColumn } from '../../shared/book/book.ts';
import { UPSELLS, type Upsell } from '../../shared/book/motions.ts';

/** Repeatable numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A book as companies have them: a few large accounts among many small ones, cycles that grow with
 * size, gaps in every column. The same seed gives the same book.
 */
export function generatedBook(count: number, seed = 1): Book {
  const next = randomNumbers(seed);
  const column = () => new Float64Array(count);
  const book = {
    arr: column(),
    contractValue: column().fill(NaN),
    cycleDays: column(),
    cac: column(),
    renewalShare: column(),
    risk: column().fill(NaN),
    health: column(),
    complexity: column(),
  };
  const potential = Object.fromEntries(UPSELLS.map((upsell) => [upsell, column()])) as Record<
    Upsell,
    Float64Array
  >;
  const sellers = Math.max(1, Math.min(400, Math.round(count / 60)));
  const services = Math.max(1, Math.min(500, Math.round(count / 40)));
  const owners = { ae: codes(count), am: codes(count), csm: codes(count) };
  for (let i = 0; i < count; i += 1) {
    const arr = next() < 0.01 ? 0 : Math.round(4000 * Math.exp(next() * 5));
    book.arr[i] = arr;
    book.cycleDays[i] = next() < 0.1 ? NaN : Math.round(10 + Math.sqrt(arr) * next());
    book.cac[i] = next() < 0.1 ? NaN : Math.round(2000 + arr * 0.4 * next());
    book.renewalShare[i] = next() < 0.3 ? NaN : (Math.floor(next() * 3) + 1) / 3;
    book.health[i] = next() < 0.2 ? NaN : Math.round(next() * 100);
    book.complexity[i] = next() < 0.5 ? NaN : 0.7 + next();
    const given = next() < 0.6;
    for (const upsell of UPSELLS)
      potential[upsell][i] = given ? Math.round(arr * 0.1 * next()) : NaN;
    owners.ae[i] = next() < 0.03 ? 0 : 1 + Math.floor(next() * sellers);
    owners.csm[i] = next() < 0.03 ? 0 : 1 + Math.floor(next() * services);
  }
  return {
    count,
    currency: 'USD',
    accountId: Array.from({ length: count }, (_, i) => `A-${String(i + 1)}`),
    name: Array.from({ length: count }, (_, i) => `Account ${String(i + 1)}`),
    segment: text('', 0, codes(count)),
    region: text('', 0, codes(count)),
    industry: text('', 0, codes(count)),
    owners: {
      ae: text('Seller', sellers, owners.ae),
      am: text('Manager', 0, owners.am),
      csm: text('Success', services, owners.csm),
    },
    ...book,
    potential,
  };
}

function codes(count: number): Uint32Array {
  return new Uint32Array(count);
}

function text(kind: string, names: number, column: Uint32Array): TextColumn {
  return {
    codes: column,
    values: ['', ...Array.from({ length: names }, (_, n) => `${kind} ${String(n + 1)}`)],
  };
}
