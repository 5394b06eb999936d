import type { Book, PotentialRule, TextColumn } from '../book/book.ts';
import { UPSELLS, type Upsell } from '../book/motions.ts';
import type { Assumptions } from './assumptions/types.ts';

/** A field that the model fills in where the book is silent, or that the reading already had to estimate (`arr`). */
export type EstimatedField =
  'arr' | 'segment' | 'cycleDays' | 'renewalShare' | 'risk' | 'complexity' | `potential.${Upsell}`;

/** The bit of each field in `FilledBook.estimated`. */
export const ESTIMATED = {
  segment: 1,
  cycleDays: 2,
  renewalShare: 4,
  risk: 8,
  complexity: 16,
  'potential.priceIncrease': 32,
  'potential.consumption': 64,
  'potential.organicUsers': 128,
  'potential.featureUpgrade': 256,
  'potential.proactiveUsers': 512,
  'potential.newSolution': 1024,
  arr: 2048,
} as const satisfies Record<EstimatedField, number>;

/** The book as the model sees it: nothing absent any more. Units as in `Book`. Columns may be the book's own: never write to them. */
export interface FilledBook {
  readonly count: number;
  readonly segment: TextColumn;
  readonly owners: Readonly<Record<string, TextColumn>>;
  readonly arr: Float64Array;
  readonly cycleDays: Float64Array;
  readonly renewalShare: Float64Array;
  readonly risk: Float64Array;
  readonly complexity: Float64Array;
  readonly potential: Readonly<Record<Upsell, Float64Array>>;
  /** Bits of `ESTIMATED` by account: what was filled in rather than read. */
  readonly estimated: Uint16Array;
}

/** Fills in what the book leaves open (model equations, section 1). Money assumptions in the book's currency. */
export function fillIn(book: Book, assumptions: Assumptions): FilledBook {
  const estimated = new Uint16Array(book.count);
  if (book.arrEstimated === true) estimated.fill(ESTIMATED.arr);
  const segment = fillSegments(book, assumptions, estimated);
  return {
    count: book.count,
    segment,
    owners: book.owners,
    arr: book.arr,
    cycleDays: fillCycles(book, segment, assumptions, estimated),
    renewalShare: fillWith(book.renewalShare, 1, estimated, ESTIMATED.renewalShare),
    risk: fillRisk(book, assumptions, estimated),
    complexity: fillWith(book.complexity, 1, estimated, ESTIMATED.complexity),
    potential: fillPotential(book, assumptions, estimated),
    estimated,
  };
}

/** Everything of the assumptions that filling in depends on, as text. */
export function fillKey({ segments, cycle, risk, whitespace }: Assumptions): string {
  const { measure, cacPerDay, defaultDays, segmentDays } = cycle;
  return JSON.stringify([
    segments,
    [measure, cacPerDay, defaultDays, segmentDays],
    [risk.default, risk.atHealth0, risk.atHealth100],
    [whitespace.share, whitespace.mix],
  ]);
}

/** How many accounts have each field filled in rather than read. */
export function countEstimated(filled: FilledBook): Readonly<Record<EstimatedField, number>> {
  const count = (bit: number): number => {
    let total = 0;
    for (const bits of filled.estimated) if ((bits & bit) !== 0) total += 1;
    return total;
  };
  return {
    arr: count(ESTIMATED.arr),
    segment: count(ESTIMATED.segment),
    cycleDays: count(ESTIMATED.cycleDays),
    renewalShare: count(ESTIMATED.renewalShare),
    risk: count(ESTIMATED.risk),
    complexity: count(ESTIMATED.complexity),
    'potential.priceIncrease': count(ESTIMATED['potential.priceIncrease']),
    'potential.consumption': count(ESTIMATED['potential.consumption']),
    'potential.organicUsers': count(ESTIMATED['potential.organicUsers']),
    'potential.featureUpgrade': count(ESTIMATED['potential.featureUpgrade']),
    'potential.proactiveUsers': count(ESTIMATED['potential.proactiveUsers']),
    'potential.newSolution': count(ESTIMATED['potential.newSolution']),
  };
}

/** The column itself where nothing is absent, else a copy with `value` in the gaps. */
function fillWith(
  column: Float64Array,
  value: number,
  estimated: Uint16Array,
  bit: number,
): Float64Array {
  let out = column;
  for (let i = 0; i < column.length; i += 1) {
    if (!Number.isNaN(column[i])) continue;
    if (out === column) out = column.slice();
    out[i] = value;
    estimated[i] = (estimated[i] ?? 0) | bit;
  }
  return out;
}

function fillSegments(book: Book, { segments }: Assumptions, estimated: Uint16Array): TextColumn {
  const { codes, values } = book.segment;
  if (!codes.includes(0)) return book.segment;
  const all = [...values];
  const codeOf = (name: string): number => {
    const known = all.indexOf(name, 1);
    return known > 0 ? known : all.push(name) - 1;
  };
  const [small, midsize, large] = [codeOf('Small'), codeOf('Midsize'), codeOf('Large')];
  const filled = codes.slice();
  for (let i = 0; i < filled.length; i += 1) {
    if (filled[i] !== 0) continue;
    const contract = book.contractValue[i] ?? NaN;
    const size = Number.isNaN(contract) ? (book.arr[i] ?? 0) : contract;
    filled[i] = size < segments.smallBelow ? small : size <= segments.midsizeUpTo ? midsize : large;
    estimated[i] = (estimated[i] ?? 0) | ESTIMATED.segment;
  }
  return { codes: filled, values: all };
}

/** Days as given, else as typed for the segment, else the segment's median, else the book's, else the default. */
function fillCycles(
  book: Book,
  segment: TextColumn,
  { cycle }: Assumptions,
  estimated: Uint16Array,
): Float64Array {
  const source = cycle.measure === 'cac' ? book.cac : book.cycleDays;
  const perDay = cycle.measure === 'cac' ? cycle.cacPerDay : 1;
  const days = perDay === 1 ? source : source.map((cost) => cost / perDay);
  const missing = new Uint8Array(segment.values.length);
  let gaps = 0;
  for (let i = 0; i < days.length; i += 1) {
    if ((days[i] ?? NaN) > 0) continue;
    gaps += 1;
    missing[segment.codes[i] ?? 0] = 1;
  }
  if (gaps === 0) return days;

  const bookMedian = () => medianOf(days, () => true);
  let ofBook: number | undefined;
  const fill = segment.values.map((name, code) => {
    if (missing[code] === 0) return 0;
    if (Object.hasOwn(cycle.segmentDays, name)) return cycle.segmentDays[name] ?? cycle.defaultDays;
    const own = medianOf(days, (i) => segment.codes[i] === code);
    if (!Number.isNaN(own)) return own;
    ofBook ??= bookMedian();
    return Number.isNaN(ofBook) ? cycle.defaultDays : ofBook;
  });
  const out = days === source ? days.slice() : days;
  for (let i = 0; i < out.length; i += 1) {
    if ((out[i] ?? NaN) > 0) continue;
    out[i] = fill[segment.codes[i] ?? 0] ?? cycle.defaultDays;
    estimated[i] = (estimated[i] ?? 0) | ESTIMATED.cycleDays;
  }
  return out;
}

/** Median of the known values whose row is wanted; the mean of the middle two of an even number; NaN of none. */
function medianOf(column: Float64Array, wanted: (row: number) => boolean): number {
  const known = new Float64Array(column.length);
  let n = 0;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? NaN;
    if (value > 0 && wanted(i)) {
      known[n] = value;
      n += 1;
    }
  }
  if (n === 0) return NaN;
  const middle = n >> 1;
  const upper = select(known, n, middle);
  if (n % 2 === 1) return upper;
  // Selection leaves everything below the middle to its left: the lower of the two is their largest.
  let lower = -Infinity;
  for (let i = 0; i < middle; i += 1) lower = Math.max(lower, known[i] ?? lower);
  return (lower + upper) / 2;
}

/** Hoare's selection: the k-th smallest of the first n values, which are reordered around it. Linear, unlike a sort. */
function select(values: Float64Array, n: number, k: number): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? pivot) < pivot) i += 1;
      while ((values[j] ?? pivot) > pivot) j -= 1;
      if (i > j) break;
      const swap = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = swap;
      i += 1;
      j -= 1;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k] ?? NaN;
}

function fillRisk(book: Book, { risk }: Assumptions, estimated: Uint16Array): Float64Array {
  const out = book.risk.slice();
  for (let i = 0; i < out.length; i += 1) {
    if (!Number.isNaN(out[i])) continue;
    const health = book.health[i] ?? NaN;
    if (Number.isNaN(health)) {
      out[i] = risk.default;
      estimated[i] = (estimated[i] ?? 0) | ESTIMATED.risk;
    } else {
      out[i] = risk.atHealth0 + ((risk.atHealth100 - risk.atHealth0) * health) / 100;
    }
  }
  return out;
}

/**
 * Potential as given by column; where an account has none, from open deals and the white-space
 * estimate by the book's rule: the products it lacks where the book counts them, else a share of its
 * ARR. The part of an upsell that no deal supports is estimated.
 */
function fillPotential(
  book: Book,
  { whitespace }: Assumptions,
  estimated: Uint16Array,
): Record<Upsell, Float64Array> {
  const columns = UPSELLS.map((upsell) => book.potential[upsell].slice());
  const mix = UPSELLS.map((upsell) => whitespace.mix[upsell]);
  const rule = book.openDeals?.rule;
  const deals = dealsByUpsell(book, mix);
  for (let i = 0; i < book.count; i += 1) {
    let given = false;
    let gaps = false;
    for (const column of columns) {
      if (Number.isNaN(column[i])) gaps = true;
      else given = true;
    }
    if (!gaps) continue;
    if (given) {
      for (const column of columns) if (Number.isNaN(column[i])) column[i] = 0;
      continue;
    }
    const share = whitespace.share * (book.arr[i] ?? 0);
    const lacked = book.whiteSpace?.[i] ?? NaN;
    const byShare = Number.isNaN(lacked);
    const anyDeal = deals.some((deal) => (deal[i] ?? 0) > 0);
    columns.forEach((column, u) => {
      const estimate = byShare ? share * (mix[u] ?? 0) : UPSELLS[u] === 'newSolution' ? lacked : 0;
      const deal = deals[u]?.[i] ?? 0;
      const fromDeals = rule !== undefined && takesDeals(rule, deal, estimate, anyDeal);
      column[i] = fromDeals ? deal : estimate;
      if (!fromDeals && (byShare || UPSELLS[u] === 'newSolution'))
        estimated[i] = (estimated[i] ?? 0) | (ESTIMATED['potential.priceIncrease'] << u);
    });
  }
  return Object.fromEntries(UPSELLS.map((upsell, u) => [upsell, columns[u]])) as Record<
    Upsell,
    Float64Array
  >;
}

function takesDeals(
  rule: PotentialRule,
  deal: number,
  estimate: number,
  anyDeal: boolean,
): boolean {
  switch (rule) {
    case 'deals':
      return true;
    case 'dealsElseEstimate':
      return anyDeal;
    case 'larger':
      return deal >= estimate;
  }
}

/** Open deals by upsell, those of no stated type spread by the mix (evenly where the mix is all zero). */
function dealsByUpsell(book: Book, mix: readonly number[]): Float64Array[] {
  const { openDeals } = book;
  if (openDeals === undefined) return [];
  const total = mix.reduce((sum, part) => sum + part, 0);
  return UPSELLS.map((upsell, u) => {
    const part = total > 0 ? (mix[u] ?? 0) / total : 1 / UPSELLS.length;
    return openDeals.byUpsell[upsell].map(
      (stated, i) => stated + (openDeals.unstated[i] ?? 0) * part,
    );
  });
}
