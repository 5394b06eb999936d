import { MOTIONS, UPSELLS } from '../../book/motions.ts';
import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { bare } from './bare.ts';
import { saturation } from './saturation.ts';
import { BLOCK, RENEWAL, WORKSPACE } from './workspace.ts';

const { relationship, effortScale, complexity, risk, renewalShare, segment } = WORKSPACE;
const { arr, growth, value, size, hours, service } = WORKSPACE;

/** Loads what of a block's accounts never changes over the years (model equations, section 3). */
export function loadTraits(book: FilledBook, start: number, count: number): void {
  const end = start + count;
  complexity.set(book.complexity.subarray(start, end));
  risk.set(book.risk.subarray(start, end));
  renewalShare.set(book.renewalShare.subarray(start, end));
  segment.set(book.segment.codes.subarray(start, end));
}

/** What the cycle makes of an account (section 3). */
export function deriveTraits(
  book: FilledBook,
  { cycle }: Assumptions,
  start: number,
  count: number,
): void {
  relationship.set(book.cycleDays.subarray(start, start + count));
  const { tauDays, referenceDays, minScale, maxScale } = cycle;
  for (let i = 0; i < count; i += 1) {
    const days = relationship[i] ?? 0;
    relationship[i] = saturation(days / tauDays);
    effortScale[i] = Math.min(maxScale, Math.max(minScale, days / referenceDays));
  }
}

/** Loads the values of year 1: the book's own. What follows from them is `derive`'s. */
export function loadFirstValues(book: FilledBook, start: number, count: number): void {
  arr.set(book.arr.subarray(start, start + count));
  loadPotential(book, start, count, value);
}

/** Loads the values of a later year: `arr` and `growth` are the year's (section 8). */
export function loadLaterValues(
  book: FilledBook,
  assumptions: Assumptions,
  start: number,
  count: number,
): void {
  loadPotential(book, start, count, value);
  derive(assumptions, count);
}

/** Loads the potential of year 1 into a column by motion. */
export function loadPotential(
  book: FilledBook,
  start: number,
  count: number,
  column: Float64Array,
): void {
  UPSELLS.forEach((upsell, u) => {
    column.set(book.potential[upsell].subarray(start, start + count), (u + 1) * BLOCK);
  });
}

/** What follows from ARR and potential: ARR up for renewal, sizes, hours (section 3). */
export function derive(assumptions: Assumptions, count: number): void {
  const { effort, motions } = assumptions;
  deriveService(assumptions, count);
  MOTIONS.forEach((motion, m) => {
    const { hours: effortHours, newness } = motions[motion];
    const fixed = effortHours * (1 - newness);
    const scaled = effortHours * newness;
    if (m === RENEWAL) valueRenewals(count);
    else growPotential(m * BLOCK, count);
    deriveWork(m * BLOCK, count, effort.valueScale, fixed, scaled);
  });
}

/** Service hours: they follow from ARR (section 3). */
export function deriveService({ service: served }: Assumptions, count: number): void {
  const level = bare(served.level);
  const minHours = bare(served.minHours);
  const spread = bare(served.maxHours - served.minHours);
  const perScale = bare(1 / served.arrScale);
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    const hoursOfOne = minHours + spread * saturation(revenue * perScale);
    service[i] = revenue === 0 ? 0 : level * (complexity[i] ?? 0) * hoursOfOne;
  }
}

function valueRenewals(count: number): void {
  for (let i = 0; i < count; i += 1)
    value[RENEWAL * BLOCK + i] = (arr[i] ?? 0) * (renewalShare[i] ?? 0);
}

function growPotential(base: number, count: number): void {
  for (let i = 0; i < count; i += 1) value[base + i] = (value[base + i] ?? 0) * (growth[i] ?? 0);
}

function deriveWork(
  base: number,
  count: number,
  scale: number,
  fixedHours: number,
  scaledHours: number,
): void {
  const perScale = bare(1 / scale);
  const fixed = bare(fixedHours);
  const scaled = bare(scaledHours);
  for (let i = 0; i < count; i += 1) {
    const v = value[base + i] ?? 0;
    const part = v > 0 ? saturation(v * perScale) : 0;
    size[base + i] = part;
    hours[base + i] = (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
  }
}
