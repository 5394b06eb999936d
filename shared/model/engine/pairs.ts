/**
 * Distinct pairs of a seller and a service owner, by the codes of their names. One bit a possible pair
 * where that takes little memory, `words` of 32 bits for each seller, else a set of the pairs met.
 */
export type Pairs =
  | { readonly kind: 'bits'; readonly words: number; readonly bits: Int32Array }
  | { readonly kind: 'set'; readonly services: number; readonly met: Set<number> };

const MOST_WORDS = 2 ** 20;

/** No pair yet, of `sellers` × `services` possible names. */
export function noPairs(sellers: number, services: number): Pairs {
  const words = Math.ceil(services / 32);
  return sellers * words <= MOST_WORDS
    ? { kind: 'bits', words, bits: new Int32Array(sellers * words) }
    : { kind: 'set', services, met: new Set() };
}

/** No pair yet, of the same names as `pairs`. */
export function emptyLike(pairs: Pairs): Pairs {
  return pairs.kind === 'bits'
    ? { ...pairs, bits: new Int32Array(pairs.bits.length) }
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
  if (pairs.kind === 'bits') {
    addBits(pairs.bits, pairs.words, engaged, both, sellers, services, count);
    return;
  }
  for (let i = 0; i < count; i += 1) {
    const seller = sellers[i] ?? 0;
    const service = services[i] ?? 0;
    if (engaged[i] === both && seller !== 0 && service !== 0)
      pairs.met.add(seller * pairs.services + service);
  }
}

function addBits(
  bits: Int32Array,
  words: number,
  engaged: Uint8Array,
  both: number,
  sellers: Uint32Array,
  services: Uint32Array,
  count: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const seller = sellers[i] ?? 0;
    const service = services[i] ?? 0;
    if (engaged[i] !== both || seller === 0 || service === 0) continue;
    const word = seller * words + (service >>> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (service & 31));
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
  return pairs.kind === 'set'
    ? countMet(pairs.met, pairs.services)
    : countBits(pairs.bits, pairs.words);
}

function countMet(met: ReadonlySet<number>, columns: number): PairCount {
  const sellers = new Set<number>();
  const services = new Set<number>();
  for (const pair of met) {
    sellers.add(Math.floor(pair / columns));
    services.add(pair % columns);
  }
  return { pairs: met.size, sellers: sellers.size, services: services.size };
}

function countBits(bits: Int32Array, words: number): PairCount {
  const anyone = new Int32Array(words);
  let pairs = 0;
  let sellers = 0;
  for (let from = 0; from < bits.length; from += words) {
    let partners = 0;
    for (let w = 0; w < words; w += 1) {
      const word = bits[from + w] ?? 0;
      partners += ones(word);
      anyone[w] = (anyone[w] ?? 0) | word;
    }
    pairs += partners;
    if (partners > 0) sellers += 1;
  }
  return { pairs, sellers, services: anyone.reduce((sum, word) => sum + ones(word), 0) };
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
