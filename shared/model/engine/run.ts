import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import {
  BlockRunner,
  copyLeads,
  emptyCarried,
  emptyLeads,
  roomFor,
  type Carried,
  type ModelRoom,
} from './block-runner.ts';
import { fullCoverage, type Coverage } from './bookings.ts';
import { BLOCK, blockLength, item } from './columns.ts';
import { costOf, type YearCost } from './cost.ts';
import type { ModelTerms } from './model-terms.ts';
import { countPairs, noPairs, type PairCount, type Pairs } from './pairs.ts';
import { staffOf, type FixedStaff, type Staffing } from './staffing.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';

/** A model with the people it has: null where they are funded by demand. */
export interface StaffedModel {
  readonly model: ModelTerms;
  readonly staff: FixedStaff;
}

/** One model's year over a book. */
export interface YearRun {
  readonly tally: Tally;
  readonly pairs: Pairs;
  readonly pairCount: PairCount;
  readonly staffing: Staffing;
  readonly cost: YearCost;
}

/** All models' years over a book; `current` is year 1 of today's model as far as staffing goes. */
export interface BookRun {
  readonly models: readonly (readonly YearRun[])[];
  readonly current: Staffing | null;
}

/** Sums of one model and year over the blocks met so far. */
interface Sum {
  readonly tally: Tally;
  readonly pairs: Pairs;
}

/** Runs models over a book for the years of the horizon, each against today's model (null: none). */
export function runBook(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly StaffedModel[],
  current: StaffedModel | null,
): BookRun {
  return assumptions.capacity.mode === 'funded'
    ? runFunded(assumptions, book, models, current)
    : runFixed(assumptions, book, models, current);
}

/** Hours asked of each role in year 1, by model. */
export function demandOf(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly ModelTerms[],
): readonly Float64Array[] {
  const runner = new BlockRunner(assumptions, book);
  const lanes = models.map((model) => laneFor(book, { model, staff: null }));
  const sums = lanes.map((lane) => emptySum(book, lane.room.model));
  forEachBlock(book, (start) => {
    runner.load(start);
    lanes.forEach((lane, l) => workInto(runner, lane, 1, lane.carried, item(sums, l)));
  });
  return lanes.map(({ room }, l) => {
    const { tally, pairs } = item(sums, l);
    return staffOf(assumptions, room.model, tally, countPairs(pairs), null).demandHours;
  });
}

/** A model on its way through the blocks. */
interface Lane {
  readonly room: ModelRoom;
  readonly staff: FixedStaff;
  readonly carried: Carried;
  readonly isCurrent: boolean;
}

/** `carriedRows`: a block's, or the whole book's where the years go through the book one after the other. */
function laneFor(
  book: FilledBook,
  { model, staff }: StaffedModel,
  current: StaffedModel | null = null,
  carriedRows = blockLength(book.count),
): Lane {
  return {
    room: roomFor(model, blockLength(book.count)),
    staff,
    carried: emptyCarried(model, carriedRows),
    isCurrent: current?.model.id === model.id,
  };
}

function emptySum(book: FilledBook, model: ModelTerms): Sum {
  const names = (role: number): number => {
    const id = model.roles[role]?.id;
    const known = id !== undefined && Object.hasOwn(book.owners, id);
    return known ? (book.owners[id]?.values.length ?? 1) : 1;
  };
  return {
    tally: emptyTally(model.roles.length),
    pairs: noPairs(names(model.seller), names(model.service)),
  };
}

function forEachBlock(book: FilledBook, visit: (start: number) => void): void {
  for (let start = 0; start < book.count; start += BLOCK) visit(start);
}

/** Adds a block's work to a sum, through a tally of its own: sums are over fixed blocks, merged in order. */
function workInto(runner: BlockRunner, lane: Lane, year: number, carried: Carried, sum: Sum): void {
  const tally = emptyTally(lane.room.model.roles.length);
  runner.work(lane.room, year, carried, tally, sum.pairs);
  mergeTally(sum.tally, tally);
}

/** A year of a block, worked and booked, added to a sum. `leads` receives the leads where the lane is today's model. */
function yearInto(
  runner: BlockRunner,
  lane: Lane,
  year: number,
  coverage: Coverage,
  was: readonly Uint8Array[] | null,
  carried: Carried,
  sum: Sum,
): void {
  const tally = emptyTally(lane.room.model.roles.length);
  const values = runner.work(lane.room, year, carried, tally, sum.pairs);
  const against = year === 1 && !lane.isCurrent ? was : null;
  runner.bookAndCarry(lane.room, values, coverage, against, carried, tally);
  mergeTally(sum.tally, tally);
}

/** Funded: coverage is 1 whatever the demand, so each block goes through all years at once. */
function runFunded(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly StaffedModel[],
  current: StaffedModel | null,
): BookRun {
  const runner = new BlockRunner(assumptions, book);
  const lanes = models.map((model) => laneFor(book, model, current));
  const years = Array.from({ length: assumptions.horizonYears }, (_, y) => y + 1);
  const sums = lanes.map(({ room }) => years.map(() => emptySum(book, room.model)));
  const today = current === null ? null : laneFor(book, current, current);
  const todaySum = today === null ? null : emptySum(book, today.room.model);
  const was = today === null ? null : emptyLeads(blockLength(book.count));
  const coverages = lanes.map(({ room }) => fullCoverage(room.model.roles.length));
  forEachBlock(book, (start) => {
    runner.load(start);
    if (today !== null && todaySum !== null && was !== null) {
      workInto(runner, today, 1, today.carried, todaySum);
      copyLeads(today.room.work, was);
    }
    lanes.forEach((lane, l) => {
      for (const year of years)
        yearInto(
          runner,
          lane,
          year,
          item(coverages, l),
          was,
          lane.carried,
          item(item(sums, l), year - 1),
        );
    });
  });
  return {
    models: lanes.map((lane, l) => item(sums, l).map((sum) => finish(assumptions, lane, sum))),
    current: today === null || todaySum === null ? null : staffing(assumptions, today, todaySum),
  };
}

/** Fixed: what a year books depends on what it asks of the people there are, so each year takes two rounds. */
function runFixed(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly StaffedModel[],
  current: StaffedModel | null,
): BookRun {
  const runner = new BlockRunner(assumptions, book);
  const lanes = models.map((model) => laneFor(book, model, current, book.count));
  const today = current === null ? null : laneFor(book, current, current);
  const todaySum = today === null ? null : emptySum(book, today.room.model);
  const was = today === null ? null : emptyLeads(blockLength(book.count));
  const runs: YearRun[][] = lanes.map(() => []);
  for (let year = 1; year <= assumptions.horizonYears; year += 1) {
    const asked = lanes.map(({ room }) => emptySum(book, room.model));
    forEachBlock(book, (start) => {
      runner.load(start);
      lanes.forEach((lane, l) => {
        workInto(runner, lane, year, partOf(lane.carried, start), item(asked, l));
      });
    });
    const coverages = lanes.map((lane, l) => staffing(assumptions, lane, item(asked, l)).coverage);
    const sums = lanes.map(({ room }) => emptySum(book, room.model));
    forEachBlock(book, (start) => {
      runner.load(start);
      if (year === 1 && today !== null && todaySum !== null && was !== null) {
        workInto(runner, today, 1, today.carried, todaySum);
        copyLeads(today.room.work, was);
      }
      lanes.forEach((lane, l) => {
        const carried = partOf(lane.carried, start);
        yearInto(runner, lane, year, item(coverages, l), was, carried, item(sums, l));
      });
    });
    lanes.forEach((lane, l) => {
      item(runs, l).push(finish(assumptions, lane, item(sums, l)));
    });
  }
  return {
    models: runs,
    current: today === null || todaySum === null ? null : staffing(assumptions, today, todaySum),
  };
}

/** The rows of one block in columns of the whole book. */
function partOf({ arr, growth, assigned }: Carried, start: number): Carried {
  return {
    arr: arr.subarray(start, start + BLOCK),
    growth: growth.subarray(start, start + BLOCK),
    assigned: assigned.map((column) => column.subarray(start, start + BLOCK)),
  };
}

function staffing(assumptions: Assumptions, lane: Lane, sum: Sum): Staffing {
  return staffOf(assumptions, lane.room.model, sum.tally, countPairs(sum.pairs), lane.staff);
}

function finish(assumptions: Assumptions, lane: Lane, sum: Sum): YearRun {
  const { model } = lane.room;
  const pairCount = countPairs(sum.pairs);
  const staffed = staffOf(assumptions, model, sum.tally, pairCount, lane.staff);
  return {
    ...sum,
    pairCount,
    staffing: staffed,
    cost: costOf(assumptions, model, sum.tally, staffed),
  };
}
