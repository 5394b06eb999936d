import { MOTIONS } from '../../book/motions.ts';

/**
 * Accounts are worked through in blocks of this many: small enough for a block's columns to stay in
 * the processor's cache, and the unit of summation, so that results are the same bit for bit however
 * many workers share the blocks.
 */
export const BLOCK = 2048;

/** Rows a block of a book of `count` accounts needs room for. */
export function blockLength(count: number): number {
  return Math.min(BLOCK, count);
}

/** Index of the renewal among `MOTIONS`; the upsell types follow. */
export const RENEWAL = 0;
export const MOTION_COUNT = MOTIONS.length;

/** In a column of leads: nobody. */
export const NOBODY = 255;

/** The item at an index that exists by construction. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${String(index)}.`);
  return found;
}

/** One column of `length` numbers for each motion. */
export function motionColumns(length: number): readonly Float64Array[] {
  return MOTIONS.map(() => new Float64Array(length));
}

/** Rows of a block that something applies to, as indexes into the block's columns. */
export interface Selection {
  readonly rows: Uint16Array;
  readonly count: number;
}

/** All rows of any block, in order. */
export const EVERY_ROW = Uint16Array.from({ length: BLOCK }, (_, i) => i);
