import type { TextColumn } from '../../book/book.ts';
import type { FilledBook } from '../fill-in.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import { emptyLike, mergePairs, noPairs, type Pairs } from './pairs.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';
import { BLOCK } from './workspace.ts';

/** The unit of summation: sums are kept by stretch of so many accounts and merged in the book's order, so that results are the same bit for bit however many workers share the stretches. */
export const STRETCH = 2 * BLOCK;

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

/** Who owns the accounts as a role of a model; undefined where the book does not say. */
export function ownersOf(
  book: FilledBook,
  { roles }: ModelTerms,
  role: number,
): TextColumn | undefined {
  const id = roles[role]?.id;
  return id !== undefined && Object.hasOwn(book.owners, id) ? book.owners[id] : undefined;
}

/** A sum while it is added to, one stretch after the other. */
export class OpenSum {
  readonly pairs: Pairs;
  private readonly tallies: Float64Array;
  private readonly tally: Tally;
  private stretch = 0;

  constructor(book: FilledBook, model: ModelTerms) {
    const names = (role: number) => ownersOf(book, model, role)?.values.length ?? 1;
    this.pairs = noPairs(names(model.seller), names(model.service));
    this.tally = emptyTally(model.roles.length);
    this.tallies = new Float64Array(Math.ceil(book.count / STRETCH) * this.tally.all.length);
  }

  /** What the accounts of a stretch are added to. */
  at(stretch: number): Tally {
    if (stretch !== this.stretch) {
      this.put();
      this.tally.all.fill(0);
      this.stretch = stretch;
    }
    return this.tally;
  }

  taken(): Sum {
    if (this.tallies.length > 0) this.put();
    return { tallies: this.tallies, pairs: this.pairs };
  }

  private put(): void {
    const { all } = this.tally;
    this.tallies.set(all, this.stretch * all.length);
  }
}

/** The sums of a round while a range is gone through, by model and year of the round. */
export class OpenSums {
  readonly today: OpenSum | null;
  private readonly models: readonly (readonly OpenSum[])[];
  /** By model: pairs of every year. */
  private readonly everyYear: readonly Pairs[];

  constructor(
    book: FilledBook,
    models: readonly ModelTerms[],
    years: number,
    today: ModelTerms | null,
  ) {
    this.models = models.map((model) =>
      Array.from({ length: years }, () => new OpenSum(book, model)),
    );
    this.everyYear = this.models.map((sums) => emptyLike(item(sums, 0).pairs));
    this.today = today === null ? null : new OpenSum(book, today);
  }

  of(model: number, year: number): OpenSum {
    return item(item(this.models, model), year);
  }

  /** Pairs of a model that are met in every year. */
  pairsOfEveryYear(model: number): Pairs {
    return item(this.everyYear, model);
  }

  taken(): Sums {
    this.models.forEach((years, m) => {
      for (const { pairs } of years) mergePairs(pairs, item(this.everyYear, m));
    });
    return {
      models: this.models.map((years) => years.map((sum) => sum.taken())),
      today: this.today?.taken() ?? null,
    };
  }
}
