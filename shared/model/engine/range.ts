import { heed, type Stop } from '../../units/stop.ts';
import type { Assumptions, ModelId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { BlockRunner, laneOf, type Lane } from './block-runner.ts';
import { fullCoverage, type Coverage } from './bookings.ts';
import type { KeptDrivers } from './kept-drivers.ts';
import { item } from './lists.ts';
import { modelTermsOf, type ModelTerms } from './model-terms.ts';
import { mergePairs, noPairs, type Pairs } from './pairs.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';
import { keepAsToday } from './transition.ts';
import { BLOCK } from './workspace.ts';

/** The unit of summation: sums are kept by stretch of so many accounts and merged in the book's order, so that results are the same bit for bit however many workers share the stretches. */
export const STRETCH = 4 * BLOCK;

/** Models to be run over a book or part of one. */
export interface Task {
  readonly assumptions: Assumptions;
  /** Codes of the part's segments; null: the whole book. */
  readonly segments: ReadonlySet<number> | null;
  readonly models: readonly ModelId[];
  /** Today's model, where there is one. */
  readonly current: ModelId | null;
}

/**
 * One pass of a task through its accounts. `years`: all years, everything asked for covered. `ask` and
 * `book`: what a year asks of the people, then what they book with the coverage that this leaves, by
 * model; years in order, `ask` before `book`, the same range for all of them.
 */
export type Round = { readonly task: Task } & (
  | { readonly kind: 'years' }
  | { readonly kind: 'ask'; readonly year: number }
  | { readonly kind: 'book'; readonly year: number; readonly coverages: readonly Coverage[] }
);

/** Sums of one model and year: of each stretch one after the other, and the pairs of all. */
export interface Sum {
  readonly tallies: Float64Array;
  readonly pairs: Pairs;
}

/** What a round comes to: by model, then by year of the round. `today`: what today's model asks in year 1. */
export interface Sums {
  readonly models: readonly (readonly Sum[])[];
  readonly today: Sum | null;
}

/** Sums of neighbouring ranges, in the book's order, as one. */
export function joined(parts: readonly Sums[]): Sums {
  const join = (sums: readonly Sum[]): Sum => {
    const { pairs } = item(sums, 0);
    for (const sum of sums.slice(1)) mergePairs(pairs, sum.pairs);
    const tallies = new Float64Array(sums.reduce((all, sum) => all + sum.tallies.length, 0));
    let at = 0;
    for (const sum of sums) {
      tallies.set(sum.tallies, at);
      at += sum.tallies.length;
    }
    return { tallies, pairs };
  };
  const first = item(parts, 0);
  return {
    models: first.models.map((years, m) =>
      years.map((_, y) => join(parts.map(({ models }) => item(item(models, m), y)))),
    ),
    today:
      first.today === null
        ? null
        : join(parts.flatMap(({ today }) => (today === null ? [] : [today]))),
  };
}

/** The total of a sum: stretches added in order. */
export function totalOf({ tallies }: Sum, roles: number): Tally {
  const total = emptyTally(roles);
  const { length } = total.all;
  for (let at = 0; at < tallies.length; at += length)
    addTally(total, tallies.subarray(at, at + length));
  return total;
}

/** Works a task through a range of its accounts, round by round. `book`: these accounts only. Throws `Stopped` between blocks where it was given up. */
export class Range {
  private readonly runner: BlockRunner;
  private readonly models: readonly ModelTerms[];
  private readonly lanes: readonly Lane[];
  private readonly today: Lane | null;

  constructor(
    private readonly task: Task,
    private readonly book: FilledBook,
    kept: KeptDrivers | null,
    private readonly stop: Stop | undefined,
  ) {
    const { assumptions, models, current } = task;
    const termsOf = (id: ModelId) => modelTermsOf(assumptions, id, book.segment);
    // From year to year the whole range is carried where each year is a pass of its own.
    const whole = assumptions.capacity.mode === 'fixed';
    this.runner = new BlockRunner(assumptions, book, kept?.prepare(book, assumptions));
    this.models = models.map(termsOf);
    this.lanes = this.models.map((model) => laneOf(model, whole ? book.count : BLOCK, whole));
    this.today = current === null ? null : laneOf(termsOf(current), BLOCK, false);
  }

  run(round: Round): Sums {
    switch (round.kind) {
      case 'years':
        return this.allYears();
      case 'ask':
        return this.ask(round.year);
      case 'book':
        return this.bookYear(round.year, round.coverages);
    }
  }

  /** Coverage is 1 whatever is asked, so each block goes through all years at once. */
  private allYears(): Sums {
    const { runner, lanes, task } = this;
    const last = task.assumptions.horizonYears;
    const sums = new SumsOfRange(this.book, this.models, last, this.today?.model ?? null);
    const coverages = this.models.map(({ roles }) => fullCoverage(roles.length));
    this.forEachBlock((start, stretch) => {
      runner.load(start, 1);
      this.workToday(sums, stretch);
      // Year 1 of all models first: they share its values, which later years overwrite.
      lanes.forEach((lane, l) => {
        this.year(lane, 1, item(coverages, l), sums.of(l, 0), stretch, last > 1);
      });
      lanes.forEach((lane, l) => {
        for (let year = 2; year <= last; year += 1)
          this.year(lane, year, item(coverages, l), sums.of(l, year - 1), stretch, year < last);
      });
    });
    return sums.taken();
  }

  private ask(year: number): Sums {
    const sums = new SumsOfRange(this.book, this.models, 1, null);
    this.forEachBlock((start, stretch) => {
      this.runner.load(start, year);
      this.lanes.forEach((lane, l) => {
        const sum = sums.of(l, 0);
        this.runner.work(lane, year, item(sum.tallies, stretch), sum.pairs);
      });
    });
    return sums.taken();
  }

  private bookYear(year: number, coverages: readonly Coverage[]): Sums {
    const today = year === 1 ? (this.today?.model ?? null) : null;
    const sums = new SumsOfRange(this.book, this.models, 1, today);
    this.forEachBlock((start, stretch) => {
      this.runner.load(start, year);
      if (year === 1) this.workToday(sums, stretch);
      this.lanes.forEach((lane, l) => {
        this.year(lane, year, item(coverages, l), sums.of(l, 0), stretch, true);
      });
    });
    return sums.taken();
  }

  /** Works today's model, so that the others are compared with it. */
  private workToday(sums: SumsOfRange, stretch: number): void {
    if (this.today === null || sums.today === null) return;
    this.runner.work(this.today, 1, item(sums.today.tallies, stretch), sums.today.pairs);
    keepAsToday();
  }

  private year(
    lane: Lane,
    year: number,
    coverage: Coverage,
    { tallies, pairs }: OpenSum,
    stretch: number,
    goesOn: boolean,
  ): void {
    const tally = item(tallies, stretch);
    const current = year === 1 ? (this.today?.model ?? null) : null;
    const moves = current !== null && current.id !== lane.model.id;
    this.runner.work(lane, year, tally, pairs);
    this.runner.bookings(lane, coverage, moves ? current : null, tally);
    if (goesOn) this.runner.carry(lane);
  }

  private forEachBlock(visit: (start: number, stretch: number) => void): void {
    for (let start = 0; start < this.book.count; start += BLOCK) {
      heed(this.stop);
      visit(start, Math.floor(start / STRETCH));
    }
  }
}

/** A sum while it is added to. */
interface OpenSum {
  readonly tallies: readonly Tally[];
  readonly all: Float64Array;
  readonly pairs: Pairs;
}

class SumsOfRange {
  readonly today: OpenSum | null;
  private readonly models: readonly (readonly OpenSum[])[];

  constructor(
    book: FilledBook,
    models: readonly ModelTerms[],
    years: number,
    today: ModelTerms | null,
  ) {
    this.models = models.map((model) => Array.from({ length: years }, () => open(book, model)));
    this.today = today === null ? null : open(book, today);
  }

  of(model: number, year: number): OpenSum {
    return item(item(this.models, model), year);
  }

  taken(): Sums {
    const take = ({ all, pairs }: OpenSum): Sum => ({ tallies: all, pairs });
    return {
      models: this.models.map((years) => years.map(take)),
      today: this.today === null ? null : take(this.today),
    };
  }
}

function open(book: FilledBook, model: ModelTerms): OpenSum {
  const stretches = Math.ceil(book.count / STRETCH);
  const { length } = emptyTally(model.roles.length).all;
  const all = new Float64Array(stretches * length);
  const tallies = Array.from({ length: stretches }, (_, s) =>
    emptyTally(model.roles.length, all.subarray(s * length, (s + 1) * length)),
  );
  const names = (role: number): number => {
    const id = model.roles[role]?.id;
    const known = id !== undefined && Object.hasOwn(book.owners, id);
    return known ? (book.owners[id]?.values.length ?? 1) : 1;
  };
  return { tallies, all, pairs: noPairs(names(model.seller), names(model.service)) };
}
