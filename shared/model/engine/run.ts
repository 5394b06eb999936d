import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { BlockRunner, laneOf, type Lane } from './block-runner.ts';
import { fullCoverage, type Coverage } from './bookings.ts';
import { costOf, type YearCost } from './cost.ts';
import type { KeptDrivers } from './kept-drivers.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import { countPairs, noPairs, type PairCount, type Pairs } from './pairs.ts';
import { staffOf, type FixedStaff, type Staffing } from './staffing.ts';
import { emptyTally, mergeTally, type Tally } from './tally.ts';
import { keepAsToday } from './transition.ts';
import { BLOCK } from './workspace.ts';

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
  kept: KeptDrivers | null = null,
): BookRun {
  const today = current === null ? null : new Today(assumptions, book, current);
  const runner = new BlockRunner(assumptions, book, kept?.prepare(book, assumptions));
  const run = assumptions.capacity.mode === 'funded' ? runFunded : runFixed;
  const runs = run(assumptions, book, models, today, runner);
  return { models: runs, current: today?.staffing() ?? null };
}

/** Hours asked of each role in year 1, by model. */
export function demandOf(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly ModelTerms[],
): readonly Float64Array[] {
  const runner = new BlockRunner(assumptions, book);
  const lanes = models.map((model) => laneOf(model, BLOCK, false));
  const sums = models.map((model) => emptySum(book, model));
  forEachBlock(book, (start) => {
    runner.load(start, 1);
    lanes.forEach((lane, l) => {
      workInto(runner, lane, 1, item(sums, l));
    });
  });
  return models.map((model, l) => {
    const { tally, pairs } = item(sums, l);
    return staffOf(assumptions, model, tally, countPairs(pairs), null).demandHours;
  });
}

/** Today's model beside the others: its leads block by block, and what its people come to. */
class Today {
  private readonly lane: Lane;
  private readonly sum: Sum;

  constructor(
    private readonly assumptions: Assumptions,
    book: FilledBook,
    private readonly current: StaffedModel,
  ) {
    this.lane = laneOf(current.model, BLOCK, false);
    this.sum = emptySum(book, current.model);
  }

  /** Works the loaded block, so that the others are compared with it. */
  work(runner: BlockRunner): void {
    workInto(runner, this.lane, 1, this.sum);
    keepAsToday();
  }

  /** Today's model where another moves away from it. */
  before(model: ModelTerms): ModelTerms | null {
    return model.id === this.current.model.id ? null : this.current.model;
  }

  staffing(): Staffing {
    const { model, staff } = this.current;
    return staffOf(this.assumptions, model, this.sum.tally, countPairs(this.sum.pairs), staff);
  }
}

/** Funded: coverage is 1 whatever the demand, so each block goes through all years at once. */
function runFunded(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly StaffedModel[],
  today: Today | null,
  runner: BlockRunner,
): YearRun[][] {
  const lanes = models.map(({ model }) => laneOf(model, BLOCK, false));
  const last = assumptions.horizonYears;
  const sums = models.map(({ model }) => Array.from({ length: last }, () => emptySum(book, model)));
  const coverages = models.map(({ model }) => fullCoverage(model.roles.length));
  const runYear = (lane: Lane, l: number, year: number): void => {
    const before = year === 1 ? (today?.before(lane.model) ?? null) : null;
    yearInto(runner, lane, year, item(coverages, l), before, item(item(sums, l), year - 1));
    if (year < last) runner.carry(lane);
  };
  forEachBlock(book, (start) => {
    runner.load(start, 1);
    today?.work(runner);
    // Year 1 of all models first: they share its values, which later years overwrite.
    lanes.forEach((lane, l) => {
      runYear(lane, l, 1);
    });
    lanes.forEach((lane, l) => {
      for (let year = 2; year <= last; year += 1) runYear(lane, l, year);
    });
  });
  return models.map((model, l) => item(sums, l).map((sum) => finish(assumptions, model, sum)));
}

/** Fixed: what a year books depends on what it asks of the people there are, so each year takes two rounds. */
function runFixed(
  assumptions: Assumptions,
  book: FilledBook,
  models: readonly StaffedModel[],
  today: Today | null,
  runner: BlockRunner,
): YearRun[][] {
  const lanes = models.map(({ model }) => laneOf(model, book.count, true));
  const runs: YearRun[][] = models.map(() => []);
  for (let year = 1; year <= assumptions.horizonYears; year += 1) {
    const asked = models.map(({ model }) => emptySum(book, model));
    forEachBlock(book, (start) => {
      runner.load(start, year);
      lanes.forEach((lane, l) => {
        workInto(runner, lane, year, item(asked, l));
      });
    });
    const coverages = models.map(({ model, staff }, l) => {
      const { tally, pairs } = item(asked, l);
      return staffOf(assumptions, model, tally, countPairs(pairs), staff).coverage;
    });
    const sums = models.map(({ model }) => emptySum(book, model));
    forEachBlock(book, (start) => {
      runner.load(start, year);
      if (year === 1) today?.work(runner);
      lanes.forEach((lane, l) => {
        const before = year === 1 ? (today?.before(lane.model) ?? null) : null;
        yearInto(runner, lane, year, item(coverages, l), before, item(sums, l));
        runner.carry(lane);
      });
    });
    models.forEach((model, l) => {
      item(runs, l).push(finish(assumptions, model, item(sums, l)));
    });
  }
  return runs;
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
function workInto(runner: BlockRunner, lane: Lane, year: number, sum: Sum): void {
  const tally = emptyTally(lane.model.roles.length);
  runner.work(lane, year, tally, sum.pairs);
  mergeTally(sum.tally, tally);
}

/** Adds a year of a block, worked and booked, to a sum. */
function yearInto(
  runner: BlockRunner,
  lane: Lane,
  year: number,
  coverage: Coverage,
  before: ModelTerms | null,
  sum: Sum,
): void {
  const tally = emptyTally(lane.model.roles.length);
  runner.work(lane, year, tally, sum.pairs);
  runner.bookings(lane, coverage, before, tally);
  mergeTally(sum.tally, tally);
}

function finish(assumptions: Assumptions, { model, staff }: StaffedModel, sum: Sum): YearRun {
  const pairCount = countPairs(sum.pairs);
  const staffing = staffOf(assumptions, model, sum.tally, pairCount, staff);
  return {
    ...sum,
    pairCount,
    staffing,
    cost: costOf(assumptions, model, sum.tally, staffing),
  };
}
