import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { chooseLeads } from './best-fit.ts';
import { bookBlock, type Coverage } from './bookings.ts';
import { derive, deriveTraits, loadFirstValues, loadLaterValues, loadTraits } from './drivers.ts';
import type { KeptDrivers } from './kept-drivers.ts';
import { item } from './lists.ts';
import { ENGAGED, type ModelTerms } from './model-terms.ts';
import { ownBlock, ownershipOf, type BlockOwnership } from './ownership-of-block.ts';
import { addPairs, type Pairs } from './pairs.ts';
import { shareBlock, tallyShared } from './sharing.ts';
import type { Tally } from './tally.ts';
import { moveBlock, moveNothing, tallyMoved } from './transition.ts';
import { BLOCK, MOTION_COUNT, WORKSPACE } from './workspace.ts';
import { workBlock } from './work.ts';
import { loseBlock } from './yields.ts';

const { arr, growth, nextArr, nextGrowth, assigned, engaged, retained, arrLost, expansion } =
  WORKSPACE;

/** What a model carries from year to year for some accounts. */
export interface Carried {
  readonly arr: Float64Array;
  /** Potential as a multiple of year 1's. */
  readonly growth: Float64Array;
  /** bestFit: the stint chosen in year 1, by motion. */
  readonly assigned: readonly Uint8Array[];
}

export function emptyCarried(model: ModelTerms, length: number): Carried {
  return {
    arr: new Float64Array(length),
    growth: new Float64Array(length),
    assigned: model.bySegment === null ? model.stints.map(() => new Uint8Array(length)) : [],
  };
}

/** A model on its way through the blocks of a book. */
export interface Lane {
  readonly model: ModelTerms;
  readonly ownership: BlockOwnership;
  /** What is lost in the block at hand because of who leads, by motion. */
  readonly losses: Float64Array;
  readonly carried: Carried;
  /** `carried` holds the whole book; else the block at hand only. */
  readonly whole: boolean;
}

/** `rows`: the whole book's where the years go through the book one after the other, else a block's. */
export function laneOf(model: ModelTerms, rows: number, whole: boolean): Lane {
  return {
    model,
    ownership: ownershipOf(model),
    losses: new Float64Array(BLOCK * MOTION_COUNT),
    carried: emptyCarried(model, rows),
    whole,
  };
}

/**
 * Runs models over a book, one block at a time. What all models share in year 1 (drivers, sizes,
 * hours) is worked out once a block.
 */
export class BlockRunner {
  start = 0;
  count = 0;

  constructor(
    private readonly assumptions: Assumptions,
    private readonly book: FilledBook,
    private readonly kept: KeptDrivers | null = null,
  ) {}

  /** Goes to the block that starts with account `start`; in year 1 its values are the same for every model. */
  load(start: number, year: number): void {
    this.start = start;
    this.count = Math.min(BLOCK, this.book.count - start);
    const { book, assumptions, kept, count } = this;
    loadTraits(book, start, count);
    if (year > 1) {
      deriveTraits(book, assumptions, start, count);
      return;
    }
    growth.fill(1, 0, count);
    loadFirstValues(book, start, count);
    if (kept?.restore(start) === true) return;
    deriveTraits(book, assumptions, start, count);
    derive(assumptions, count);
    kept?.save(start, count);
  }

  /** What is worked in the block at hand in a year (from 1), and the hours it takes. */
  work(lane: Lane, year: number, tally: Tally, pairs: Pairs): void {
    const { assumptions, start, count } = this;
    const { model } = lane;
    if (year > 1) this.resume(lane);
    if (model.bySegment === null) this.recallChoice(lane, year);
    ownBlock(model, count, lane.ownership);
    // A lane of the whole book has gone through all its other blocks since the year before.
    if (year === 1 || lane.whole) loseBlock(model, lane.ownership, lane.losses);
    workBlock(assumptions, model, count, lane.ownership, lane.losses, tally);
    tallyShared(model, shareBlock(assumptions, model, count), tally);
    const sellers = this.names(model, model.seller)?.subarray(start, start + count);
    const services = this.names(model, model.service)?.subarray(start, start + count);
    if (sellers !== undefined && services !== undefined)
      addPairs(pairs, engaged, ENGAGED.both, sellers, services, count);
  }

  /** Books what `work` has just decided; `today`: the model whose leads it moves from; null where nothing moves. */
  bookings(lane: Lane, coverage: Coverage, today: ModelTerms | null, tally: Tally): void {
    const { assumptions, count } = this;
    bookBlock(assumptions, lane.model, count, lane.ownership, coverage, tally);
    if (today === null) moveNothing(count);
    else tallyMoved(moveBlock(assumptions, today, lane.model, count), tally);
  }

  /** Keeps what the next year starts with (section 8). */
  carry(lane: Lane): void {
    const { count } = this;
    const { replenish } = this.assumptions.whitespace;
    for (let i = 0; i < count; i += 1) {
      const before = arr[i] ?? 0;
      const stays = (retained[i] ?? 0) - (arrLost[i] ?? 0);
      nextGrowth[i] = (growth[i] ?? 0) * replenish * (before === 0 ? 1 : stays / before);
      nextArr[i] = stays + (expansion[i] ?? 0);
    }
    const at = this.place(lane);
    lane.carried.arr.set(nextArr.subarray(0, count), at);
    lane.carried.growth.set(nextGrowth.subarray(0, count), at);
  }

  private resume(lane: Lane): void {
    const at = this.place(lane);
    arr.set(lane.carried.arr.subarray(at, at + this.count));
    growth.set(lane.carried.growth.subarray(at, at + this.count));
    loadLaterValues(this.book, this.assumptions, this.start, this.count);
  }

  /** bestFit chooses in year 1 and keeps to it. */
  private recallChoice(lane: Lane, year: number): void {
    if (year === 1) chooseLeads(this.assumptions, lane.model, this.count);
    const at = this.place(lane);
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      const kept = item(lane.carried.assigned, m);
      const base = m * BLOCK;
      if (year === 1) kept.set(assigned.subarray(base, base + this.count), at);
      else assigned.set(kept.subarray(at, at + this.count), base);
    }
  }

  private place(lane: Lane): number {
    return lane.whole ? this.start : 0;
  }

  private names(model: ModelTerms, role: number): Uint32Array | undefined {
    const id = model.roles[role]?.id;
    return id !== undefined && Object.hasOwn(this.book.owners, id)
      ? this.book.owners[id]?.codes
      : undefined;
  }
}
