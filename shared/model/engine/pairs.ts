/**
 * Distinct pairs of a seller and a service owner, by the codes of their names. One bit a possible pair
 * where that takes little memory, else a set of the pairs met.
 */
export type Pairs =
  | { readonly kind: 'bits'; readonly columns: number; readonly bits: Uint32Array }
  | { readonly kind: 'set'; readonly columns: number; readonly met: Set<number> };

const MOST_BITS = 2 ** 25;

/** No pair yet, of `sellers` × `services` possible names. */
export function noPairs(sellers: number, services: number): Pairs {
  const possible = sellers * services;
  return possible <= MOST_BITS
    ? { kind: 'bits', columns: services, bits: new Uint32Array((possible >>> 5) + 1) }
    : { kind: 'set', columns: services, met: new Set() };
}

/** No pair yet, of the same names as `pairs`. */
export function emptyLike(pairs: Pairs): Pairs {
  return pairs.kind === 'bits'
    ? { ...pairs, bits: new Uint32Array(pairs.bits.length) }
    : { ...pairs, met: new Set() };
}

/** Adds the pairs of the rows that are engaged on both sides and named on both (code 0 is no name). */
export function addPairs(
  pairs: Pairs,
  engaged: Uint8Array,
  both: number,
  sellers: Uint32Array,
  services: Uint32Array,
  count: number,
): void {
  const { columns } = pairs;
  for (let i = 0; i < count; i += 1) {
    const seller = sellers[i] ?? 0;
    const service = services[i] ?? 0;
    if (engaged[i] !== both || seller === 0 || service === 0) continue;
    const pair = seller * columns + service;
    if (pairs.kind === 'bits') {
      const word = pair >>> 5;
      pairs.bits[word] = (pairs.bits[word] ?? 0) | (1 << (pair & 31));
    } else pairs.met.add(pair);
  }
}

/** Adds the pairs of `from` to `to`; both of the same book. */
export function mergePairs(to: Pairs, from: Pairs): void {
  if (to.kind === 'bits' && from.kind === 'bits') {
    const { bits } = to;
    for (let w = 0; w < bits.length; w += 1) bits[w] = (bits[w] ?? 0) | (from.bits[w] ?? 0);
  } else if (to.kind === 'set' && from.kind === 'set') {
    for (const pair of from.met) to.met.add(pair);
  } else throw new Error('Pairs of two different books cannot be merged.');
}

/** How many pairs, and how many people on either side are in one. */
export interface PairCount {
  readonly pairs: number;
  readonly sellers: number;
  readonly services: number;
}

export function countPairs(pairs: Pairs): PairCount {
  const sellers = new Set<number>();
  const services = new Set<number>();
  let count = 0;
  const add = (pair: number): void => {
    count += 1;
    sellers.add(Math.floor(pair / pairs.columns));
    services.add(pair % pairs.columns);
  };
  if (pairs.kind === 'set') pairs.met.forEach(add);
  else {
    pairs.bits.forEach((word, w) => {
      for (let rest = word; rest !== 0; rest &= rest - 1)
        add(w * 32 + 31 - Math.clz32(rest & -rest));
    });
  }
  return { pairs: count, sellers: sellers.size, services: services.size };
}
