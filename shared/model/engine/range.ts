import { heed, type Stop } from '../../units/stop.ts';
import type { Assumptions, ModelId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { BlockRunner, laneOf, type Lane } from './block-runner.ts';
import { fullCoverage, type Coverage } from './bookings.ts';
import type { KeptDrivers } from './kept-drivers.ts';
import { item } from './lists.ts';
import { ENGAGED, modelTermsOf, type ModelTerms } from './model-terms.ts';
import { addPairs, type Pairs } from './pairs.ts';
import { PlainRunner, tallyYear, type PlainLane } from './plain-runner.ts';
import { OpenSums, ownersOf, STRETCH, type OpenSum, type Sums } from './sums.ts';
import { keepAsToday } from './transition.ts';
import { BLOCK } from './workspace.ts';

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

/** Works a task through a range of its accounts, round by round. `book`: these accounts only. Throws `Stopped` between blocks where it was given up. */
export class Range {
  private readonly runner: BlockRunner;
  private readonly plain: PlainRunner | null;
  private readonly plainLanes: readonly (PlainLane | null)[];
  private readonly models: readonly ModelTerms[];
  private readonly lanes = new Map<number, Lane>();
  private readonly rows: number;
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
    this.plain = kept === null ? null : new PlainRunner(assumptions, book, kept);
    this.models = models.map(termsOf);
    this.plainLanes = this.models.map((model) => this.plain?.laneOf(model) ?? null);
    this.rows = whole ? book.count : BLOCK;
    this.today = current === null ? null : laneOf(termsOf(current), BLOCK, false);
  }

  /** The columns that a model carries the general way. */
  private lane(l: number): Lane {
    const whole = this.task.assumptions.capacity.mode === 'fixed';
    const lane = this.lanes.get(l) ?? laneOf(item(this.models, l), this.rows, whole);
    this.lanes.set(l, lane);
    return lane;
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
    const { runner, models, task } = this;
    const last = task.assumptions.horizonYears;
    const sums = new OpenSums(this.book, this.models, last, this.today?.model ?? null);
    const coverages = this.models.map(({ roles }) => fullCoverage(roles.length));
    this.forEachBlock((start, stretch) => {
      const followed = models.map((_, l) => this.follow(l, start, stretch, sums));
      if (followed.every((is) => is)) return;
      runner.load(start, 1);
      this.workToday(sums, stretch);
      // Year 1 of all models first: they share its values, which later years overwrite.
      models.forEach((_, l) => {
        if (!item(followed, l))
          this.year(this.lane(l), 1, item(coverages, l), sums.of(l, 0), stretch, last > 1);
      });
      models.forEach((_, l) => {
        if (item(followed, l)) return;
        for (let year = 2; year <= last; year += 1)
          this.year(
            this.lane(l),
            year,
            item(coverages, l),
            sums.of(l, year - 1),
            stretch,
            year < last,
          );
      });
    });
    return sums.taken();
  }

  /** Takes a model through the years of a block by what is kept of it; false where it has to take the general way. */
  private follow(l: number, start: number, stretch: number, sums: OpenSums): boolean {
    const { plain, task, book } = this;
    const lane = item(this.plainLanes, l);
    if (plain === null || lane === null || task.current !== null) return false;
    const { model } = lane;
    const years = plain.years(lane, start);
    if (years === null) return false;
    years.forEach((year, y) => {
      tallyYear(task.assumptions, model, year, sums.of(l, y).at(stretch));
    });
    if (lane.engaged === null) return true;
    const sellers = ownersOf(book, model, model.seller)?.codes.subarray(start, start + BLOCK);
    const services = ownersOf(book, model, model.service)?.codes.subarray(start, start + BLOCK);
    if (sellers === undefined || services === undefined) return true;
    const engaged = years.map((year) => year.engaged);
    const [first] = engaged;
    if (engaged.every((column) => column === first))
      meet(sums.pairsOfEveryYear(l), first ?? null, sellers, services);
    else
      engaged.forEach((column, y) => {
        meet(sums.of(l, y).pairs, column, sellers, services);
      });
    return true;
  }

  private ask(year: number): Sums {
    const sums = new OpenSums(this.book, this.models, 1, null);
    this.forEachBlock((start, stretch) => {
      this.runner.load(start, year);
      this.models.forEach((_, l) => {
        const sum = sums.of(l, 0);
        this.runner.work(this.lane(l), year, sum.at(stretch), sum.pairs);
      });
    });
    return sums.taken();
  }

  private bookYear(year: number, coverages: readonly Coverage[]): Sums {
    const today = year === 1 ? (this.today?.model ?? null) : null;
    const sums = new OpenSums(this.book, this.models, 1, today);
    this.forEachBlock((start, stretch) => {
      this.runner.load(start, year);
      if (year === 1) this.workToday(sums, stretch);
      this.models.forEach((_, l) => {
        this.year(this.lane(l), year, item(coverages, l), sums.of(l, 0), stretch, true);
      });
    });
    return sums.taken();
  }

  /** Works today's model, so that the others are compared with it. */
  private workToday(sums: OpenSums, stretch: number): void {
    if (this.today === null || sums.today === null) return;
    this.runner.work(this.today, 1, sums.today.at(stretch), sums.today.pairs);
    keepAsToday();
  }

  private year(
    lane: Lane,
    year: number,
    coverage: Coverage,
    sum: OpenSum,
    stretch: number,
    goesOn: boolean,
  ): void {
    const tally = sum.at(stretch);
    const current = year === 1 ? (this.today?.model ?? null) : null;
    const moves = current !== null && current.id !== lane.model.id;
    this.runner.work(lane, year, tally, sum.pairs);
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

function meet(
  pairs: Pairs,
  engaged: Uint8Array | null,
  sellers: Uint32Array,
  services: Uint32Array,
): void {
  if (engaged !== null) addPairs(pairs, engaged, ENGAGED.both, sellers, services, sellers.length);
}
