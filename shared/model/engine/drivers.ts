import { MOTIONS, UPSELLS } from '../../book/motions.ts';
import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { BLOCK, item, motionColumns, RENEWAL } from './columns.ts';
import { saturation } from './saturation.ts';

/** What of an account never changes over the years, for one block (model equations, section 3). */
export interface Traits {
  /** First account of the block in the book. */
  start: number;
  count: number;
  /** ρ: the part of the relationship held by the seller. */
  readonly relationship: Float64Array;
  /** L: the effort scale of a new sale. */
  readonly effortScale: Float64Array;
  complexity: Float64Array;
  risk: Float64Array;
  renewalShare: Float64Array;
  segment: Uint32Array;
}

/** What of an account changes from year to year, for one block. Motion columns in the order of `MOTIONS`. */
export interface Values {
  arr: Float64Array;
  /** V: value at stake, money a year. */
  readonly value: Float64Array[];
  /** size(V), 0 where V is 0. */
  readonly size: readonly Float64Array[];
  /** Hours of whoever leads. */
  readonly hours: readonly Float64Array[];
  /** Service hours. */
  readonly service: Float64Array;
}

export function emptyTraits(length: number): Traits {
  const none = new Float64Array(0);
  return {
    start: 0,
    count: 0,
    relationship: new Float64Array(length),
    effortScale: new Float64Array(length),
    complexity: none,
    risk: none,
    renewalShare: none,
    segment: new Uint32Array(0),
  };
}

export function emptyValues(length: number): Values {
  return {
    arr: new Float64Array(length),
    value: [...motionColumns(length)],
    size: motionColumns(length),
    hours: motionColumns(length),
    service: new Float64Array(length),
  };
}

/** Reads a block's traits into `traits`. */
export function readTraits(
  book: FilledBook,
  { cycle }: Assumptions,
  start: number,
  traits: Traits,
): void {
  const end = Math.min(book.count, start + BLOCK);
  traits.start = start;
  traits.count = end - start;
  traits.complexity = book.complexity.subarray(start, end);
  traits.risk = book.risk.subarray(start, end);
  traits.renewalShare = book.renewalShare.subarray(start, end);
  traits.segment = book.segment.codes.subarray(start, end);
  const { relationship, effortScale } = traits;
  const { tauDays, referenceDays, minScale, maxScale } = cycle;
  const days = book.cycleDays.subarray(start, end);
  for (let i = 0; i < days.length; i += 1) {
    const cycleDays = days[i] ?? 0;
    relationship[i] = saturation(cycleDays / tauDays);
    effortScale[i] = Math.min(maxScale, Math.max(minScale, cycleDays / referenceDays));
  }
}

/** Values of year 1: the book's own. */
export function readFirstValues(
  book: FilledBook,
  assumptions: Assumptions,
  traits: Traits,
  values: Values,
): void {
  const { start, count } = traits;
  values.arr = book.arr.subarray(start, start + count);
  UPSELLS.forEach((upsell, u) => {
    values.value[u + 1] = book.potential[upsell].subarray(start, start + count);
  });
  derive(assumptions, traits, values);
}

/** Values of a later year: ARR and what has become of the potential since year 1 (section 8). */
export function readLaterValues(
  book: FilledBook,
  assumptions: Assumptions,
  traits: Traits,
  arr: Float64Array,
  growth: Float64Array,
  values: Values,
): void {
  const { start, count } = traits;
  values.arr = arr;
  UPSELLS.forEach((upsell, u) => {
    const first = book.potential[upsell].subarray(start, start + count);
    const now = item(values.value, u + 1);
    for (let i = 0; i < count; i += 1) now[i] = (first[i] ?? 0) * (growth[i] ?? 0);
  });
  derive(assumptions, traits, values);
}

/** What follows from ARR and potential: ARR up for renewal, sizes, hours (section 3). */
function derive(assumptions: Assumptions, traits: Traits, values: Values): void {
  const { count, renewalShare, complexity, effortScale } = traits;
  const { arr, service } = values;
  const renewing = item(values.value, RENEWAL);
  const { level, minHours, maxHours, arrScale } = assumptions.service;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    renewing[i] = revenue * (renewalShare[i] ?? 0);
    service[i] =
      revenue === 0
        ? 0
        : level *
          (complexity[i] ?? 0) *
          (minHours + (maxHours - minHours) * saturation(revenue / arrScale));
  }
  const { valueScale } = assumptions.effort;
  MOTIONS.forEach((motion, m) => {
    const figures = assumptions.motions[motion];
    const fixed = figures.hours * (1 - figures.newness);
    const scaled = figures.hours * figures.newness;
    const value = item(values.value, m);
    const size = item(values.size, m);
    const hours = item(values.hours, m);
    for (let i = 0; i < count; i += 1) {
      const v = value[i] ?? 0;
      const part = v > 0 ? saturation(v / valueScale) : 0;
      size[i] = part;
      hours[i] = (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    }
  });
}
