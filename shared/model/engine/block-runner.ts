import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { chooseLeads, emptyChoice, type Choice } from './best-fit.ts';
import { bookBlock, emptyBookings, type Bookings, type Coverage } from './bookings.ts';
import { blockLength, item, MOTION_COUNT, NOBODY } from './columns.ts';
import {
  emptyTraits,
  emptyValues,
  readFirstValues,
  readLaterValues,
  readTraits,
  type Traits,
  type Values,
} from './drivers.ts';
import { ENGAGED, type ModelTerms } from './model-terms.ts';
import {
  emptyOwnership,
  ownByAccount,
  ownBySegment,
  type BlockOwnership,
} from './ownership-of-block.ts';
import { addPairs, type Pairs } from './pairs.ts';
import { shareBlock } from './sharing.ts';
import type { Tally } from './tally.ts';
import { emptyMoves, moveBlock, type Moves } from './transition.ts';
import { emptyWork, workBlock, type Work } from './work.ts';

/** What a model carries from year to year for the accounts of one block. */
export interface Carried {
  readonly arr: Float64Array;
  /** Potential as a multiple of year 1's. */
  readonly growth: Float64Array;
  /** bestFit: the lead chosen in year 1, by motion. */
  readonly assigned: readonly Uint8Array[];
}

export function emptyCarried(model: ModelTerms, length: number): Carried {
  return {
    arr: new Float64Array(length),
    growth: new Float64Array(length),
    assigned: model.bySegment === null ? model.stints.map(() => new Uint8Array(length)) : [],
  };
}

/** One model's room for one block. */
export interface ModelRoom {
  readonly model: ModelTerms;
  readonly ownership: BlockOwnership;
  readonly work: Work;
  readonly bookings: Bookings;
  readonly moves: Moves;
  readonly choice: Choice | null;
}

export function roomFor(model: ModelTerms, length: number): ModelRoom {
  return {
    model,
    ownership: emptyOwnership(model, length),
    work: emptyWork(model, length),
    bookings: emptyBookings(length),
    moves: emptyMoves(length),
    choice: model.bySegment === null ? emptyChoice(model, length) : null,
  };
}

/**
 * Runs models over a book, one block at a time. What all models share in year 1 (drivers, sizes,
 * hours) is worked out once a block.
 */
export class BlockRunner {
  readonly traits: Traits;
  readonly first: Values;
  private readonly later: Values;
  private readonly noNames: Uint32Array;

  constructor(
    private readonly assumptions: Assumptions,
    private readonly book: FilledBook,
  ) {
    const length = blockLength(book.count);
    this.traits = emptyTraits(length);
    this.first = emptyValues(length);
    this.later = emptyValues(length);
    this.noNames = new Uint32Array(length);
  }

  /** Goes to the block that starts with account `start`. */
  load(start: number): void {
    readTraits(this.book, this.assumptions, start, this.traits);
    readFirstValues(this.book, this.assumptions, this.traits, this.first);
  }

  /** What is worked in the loaded block in a year (from 1), and the hours it takes. */
  work(room: ModelRoom, year: number, carried: Carried, tally: Tally, pairs: Pairs): Values {
    const { assumptions, traits } = this;
    const { model, work } = room;
    const values = year === 1 ? this.first : this.later;
    if (year > 1)
      readLaterValues(this.book, assumptions, traits, carried.arr, carried.growth, values);
    if (model.bySegment !== null) ownBySegment(model, traits, room.ownership);
    else {
      if (year === 1 && room.choice !== null)
        chooseLeads(assumptions, model, traits, values, room.choice, carried.assigned);
      ownByAccount(model, traits, carried.assigned, room.ownership);
    }
    workBlock(assumptions, model, traits, values, room.ownership, work, tally);
    shareBlock(assumptions, model, traits, values, work, tally);
    const { start, count } = traits;
    addPairs(
      pairs,
      work.engaged,
      ENGAGED.both,
      this.names(model, model.seller, start, count),
      this.names(model, model.service, start, count),
      count,
    );
    return values;
  }

  /** Books what `work` has just decided, moves the block against today's leads, and carries it into the next year. */
  bookAndCarry(
    room: ModelRoom,
    values: Values,
    coverage: Coverage,
    was: readonly Uint8Array[] | null,
    carried: Carried,
    tally: Tally,
  ): void {
    const { assumptions, traits } = this;
    const { model, work, bookings, moves } = room;
    bookBlock(assumptions, model, traits, values, room.ownership, work, coverage, bookings, tally);
    if (was === null) moves.arrLost.fill(0, 0, traits.count);
    else moveBlock(assumptions, model, traits, values, was, work, bookings.retained, moves, tally);
    this.carry(values, bookings, moves, carried, values === this.first);
  }

  /** Section 8: what the next year starts with. */
  private carry(
    values: Values,
    bookings: Bookings,
    moves: Moves,
    carried: Carried,
    first: boolean,
  ): void {
    const { replenish } = this.assumptions.whitespace;
    const { arr, growth } = carried;
    for (let i = 0; i < this.traits.count; i += 1) {
      const before = values.arr[i] ?? 0;
      const stays = (bookings.retained[i] ?? 0) - (moves.arrLost[i] ?? 0);
      const factor = replenish * (before === 0 ? 1 : stays / before);
      growth[i] = first ? factor : (growth[i] ?? 0) * factor;
      arr[i] = stays + (bookings.expansion[i] ?? 0);
    }
  }

  private names(model: ModelTerms, role: number, start: number, count: number): Uint32Array {
    const id = model.roles[role]?.id;
    const column =
      id !== undefined && Object.hasOwn(this.book.owners, id) ? this.book.owners[id] : undefined;
    return column === undefined ? this.noNames : column.codes.subarray(start, start + count);
  }
}

/** A copy of the leads of a block, kept while other models are run over it. */
export function copyLeads(work: Work, into: readonly Uint8Array[]): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) item(into, m).set(item(work.lead, m));
}

export function emptyLeads(length: number): readonly Uint8Array[] {
  return Array.from({ length: MOTION_COUNT }, () => new Uint8Array(length).fill(NOBODY));
}
