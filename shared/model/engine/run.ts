import type { Stop } from '../../units/stop.ts';
import type { Assumptions, ModelId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { costOf, type YearCost } from './cost.ts';
import type { KeptDrivers } from './kept-drivers.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import { countPairs, type PairCount, type Pairs } from './pairs.ts';
import { Range, type Round, type Task } from './range.ts';
import { totalOf, type Sum, type Sums } from './sums.ts';
import { staffOf, type FixedStaff, type Staffing } from './staffing.ts';
import { takeSegments } from './subset.ts';
import type { Tally } from './tally.ts';

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

/**
 * A computation that asks for rounds through the book and is answered with their sums. Who goes
 * through the accounts, here or in several workers, is not its business.
 */
export type Asking<T> = Generator<Round, T, Sums>;

/** Answers every round in this thread. Throws `Stopped` where it was given up. */
export function answerHere<T>(
  asking: Asking<T>,
  book: FilledBook,
  kept: KeptDrivers | null = null,
  stop?: Stop,
): T {
  const here = new Here(book, kept, stop);
  let step = asking.next();
  while (step.done !== true) step = asking.next(here.run(step.value));
  return step.value;
}

/** The whole book as one range. */
class Here {
  private part: { readonly segments: Task['segments']; readonly book: FilledBook };
  private open: { readonly task: Task; readonly range: Range } | null = null;

  constructor(
    private readonly book: FilledBook,
    private readonly kept: KeptDrivers | null,
    private readonly stop: Stop | undefined,
  ) {
    this.part = { segments: null, book };
  }

  run(round: Round): Sums {
    const { task } = round;
    if (this.open?.task !== task) this.open = { task, range: this.rangeOf(task) };
    return this.open.range.run(round);
  }

  private rangeOf(task: Task): Range {
    const { book, kept, stop } = this;
    const { segments } = task;
    if (segments === null) return new Range(task, book, kept, stop);
    // A part is gone through twice, for its demand and for its years.
    if (segments !== this.part.segments)
      this.part = { segments, book: takeSegments(book, segments) };
    return new Range(task, this.part.book, null, stop);
  }
}

/** Runs models over a book or part of it for the years of the horizon, each against today's model (null: none). */
export function* runBook(
  assumptions: Assumptions,
  segments: Task['segments'],
  models: readonly StaffedModel[],
  current: StaffedModel | null,
): Asking<BookRun> {
  const task = taskOf(assumptions, segments, models, current?.model.id ?? null);
  const currentStaffing = (today: Sum | null): Staffing | null =>
    current === null || today === null
      ? null
      : staffed(assumptions, current.model, today, current.staff);
  if (assumptions.capacity.mode === 'funded') {
    const sums = yield { task, kind: 'years' };
    return {
      models: models.map((model, l) =>
        item(sums.models, l).map((sum) => finish(assumptions, model, sum)),
      ),
      current: currentStaffing(sums.today),
    };
  }
  // Fixed: what a year books depends on what it asks of the people there are.
  const runs: YearRun[][] = models.map(() => []);
  let today: Staffing | null = null;
  for (let year = 1; year <= assumptions.horizonYears; year += 1) {
    const asked = yield { task, kind: 'ask', year };
    const coverages = models.map(
      ({ model, staff }, l) => staffed(assumptions, model, only(asked, l), staff).coverage,
    );
    const sums = yield { task, kind: 'book', year, coverages };
    models.forEach((model, l) => {
      item(runs, l).push(finish(assumptions, model, only(sums, l)));
    });
    if (year === 1) today = currentStaffing(sums.today);
  }
  return { models: runs, current: today };
}

/** Hours asked of each role in year 1, by model. */
export function* demandOf(
  assumptions: Assumptions,
  segments: Task['segments'],
  models: readonly ModelTerms[],
): Asking<readonly Float64Array[]> {
  const task = taskOf(
    assumptions,
    segments,
    models.map((model) => ({ model })),
    null,
  );
  const sums = yield { task, kind: 'ask', year: 1 };
  return models.map((model, l) => staffed(assumptions, model, only(sums, l), null).demandHours);
}

function taskOf(
  assumptions: Assumptions,
  segments: Task['segments'],
  models: readonly { readonly model: ModelTerms }[],
  current: ModelId | null,
): Task {
  return { assumptions, segments, models: models.map(({ model }) => model.id), current };
}

/** The sum of a model in a round of one year. */
function only(sums: Sums, model: number): Sum {
  return item(item(sums.models, model), 0);
}

function staffed(
  assumptions: Assumptions,
  model: ModelTerms,
  sum: Sum,
  staff: FixedStaff,
): Staffing {
  const tally = totalOf(sum, model.roles.length);
  return staffOf(assumptions, model, tally, countPairs(sum.pairs), staff);
}

function finish(assumptions: Assumptions, { model, staff }: StaffedModel, sum: Sum): YearRun {
  const tally = totalOf(sum, model.roles.length);
  const pairCount = countPairs(sum.pairs);
  const staffing = staffOf(assumptions, model, tally, pairCount, staff);
  return {
    tally,
    pairs: sum.pairs,
    pairCount,
    staffing,
    cost: costOf(assumptions, model, tally, staffing),
  };
}
