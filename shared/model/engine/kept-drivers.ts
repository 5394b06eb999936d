import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { BLOCK, MOTION_COUNT, RENEWAL, WORKSPACE } from './workspace.ts';

/** Books up to this size keep their drivers: 144 bytes an account. */
const MOST_ACCOUNTS = 250_000;
const COLUMNS = 4 + 2 * MOTION_COUNT;

const { relationship, effortScale, service, value, size, hours } = WORKSPACE;

/**
 * Drivers and first-year sizes and hours of a book, block by block, for as long as the assumptions
 * they come from stay the same: a change of pay leaves them all as they are.
 */
export class KeptDrivers {
  private key = '';
  private book: FilledBook | null = null;
  private readonly blocks = new Map<number, Float64Array>();

  /** Forgets what does not belong to this book under these assumptions. */
  prepare(book: FilledBook, { cycle, motions, effort, service: served }: Assumptions): this {
    const key = JSON.stringify([cycle, motions, effort, served]);
    if (key !== this.key || book !== this.book) this.blocks.clear();
    this.key = key;
    this.book = book;
    return this;
  }

  /** Puts a block's drivers back into the workspace; false where they are not kept. */
  restore(start: number, count: number): boolean {
    const kept = this.blocks.get(start);
    if (kept === undefined) return false;
    let at = 0;
    const next = () => kept.subarray(at, (at += count));
    relationship.set(next());
    effortScale.set(next());
    service.set(next());
    value.set(next(), RENEWAL * BLOCK);
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      size.set(next(), m * BLOCK);
      hours.set(next(), m * BLOCK);
    }
    return true;
  }

  /** Keeps the drivers that stand in the workspace. */
  save(start: number, count: number): void {
    if (this.book === null || this.book.count > MOST_ACCOUNTS) return;
    const kept = new Float64Array(COLUMNS * count);
    let at = 0;
    const add = (column: Float64Array, from = 0) => {
      kept.set(column.subarray(from, from + count), at);
      at += count;
    };
    add(relationship);
    add(effortScale);
    add(service);
    add(value, RENEWAL * BLOCK);
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      add(size, m * BLOCK);
      add(hours, m * BLOCK);
    }
    this.blocks.set(start, kept);
  }
}
