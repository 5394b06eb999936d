import type { Assumptions } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { tallyBooked } from './bookings.ts';
import { deriveService, loadPotential, loadTraits } from './drivers.ts';
import type { KeptDrivers, Key, KnownBlock } from './kept-drivers.ts';
import { item } from './lists.ts';
import { ENGAGED, type ModelTerms } from './model-terms.ts';
import { yearAlone } from './plain-alone.ts';
import { chanceBlock } from './plain-chances.ts';
import { keyOf, sharingKeyOf } from './plain-key.ts';
import {
  isPlain,
  upsellTermsOf,
  type FollowedYear,
  type PlainBlock,
  type PlainYear,
  type UpsellTerms,
} from './plain-model.ts';
import { sharingOf, yearShared } from './plain-shared.ts';
import { tallyShared } from './sharing.ts';
import { sureAt, surelyWorked } from './sure.ts';
import type { Tally } from './tally.ts';
import { tallyWorked } from './work.ts';
import { BLOCK, MOTION_COUNT, WORKSPACE } from './workspace.ts';

const { arr, potential, growth, retained, kept, expansion, workedMotions } = WORKSPACE;

/** A plain model, made ready for its way through the blocks. */
export interface PlainLane {
  readonly model: ModelTerms;
  readonly key: Key;
  readonly sharingKey: Key;
  /** By the set of motions worked: who of a pair is engaged. */
  readonly engagement: Uint8Array;
  /** Who is engaged in the block at hand, by year and row; null where nobody can be paired. */
  readonly engaged: readonly Uint8Array[] | null;
}

/**
 * Takes plain models through all years of blocks whose drivers are kept, when an assumption has moved
 * that leaves the drivers as they are: sums only, no columns for anybody to look at afterwards.
 */
export class PlainRunner {
  private readonly upsells: readonly UpsellTerms[];

  constructor(
    private readonly assumptions: Assumptions,
    private readonly book: FilledBook,
    private readonly drivers: KeptDrivers,
  ) {
    this.upsells = upsellTermsOf(assumptions);
  }

  /** Null where a model is not plain. */
  laneOf(model: ModelTerms): PlainLane | null {
    if (!isPlain(model)) return null;
    const { assumptions, drivers } = this;
    const engagement = engagementOf(model);
    const years = Array.from({ length: assumptions.horizonYears }, () => new Uint8Array(BLOCK));
    return {
      model,
      key: drivers.modelKey('years', model.id, keyOf(assumptions, model)),
      sharingKey: drivers.modelKey('sharing', model.id, sharingKeyOf(assumptions, model)),
      engagement,
      engaged: engagement.includes(ENGAGED.both) ? years : null,
    };
  }

  /** The years of a model in the block that starts with account `start`; null where it has to take the general way. */
  years(lane: PlainLane, start: number): readonly FollowedYear[] | null {
    const { assumptions, drivers } = this;
    const { model, key } = lane;
    const block = drivers.known(start);
    if (block === null) return null;
    const sure = model.stints.map(([stint]) =>
      stint === undefined ? false : surelyWorked(assumptions, stint, block.profile),
    );
    const alone = model.leadRoles.length === 1;
    const all = !sure.includes(false);
    if (!alone && !all) return null;
    const before = block.years.get(model.id);
    const again = before?.key === key;
    if (all && again && before.years !== null) return before.years;
    const count = Math.min(BLOCK, this.book.count - start);
    this.enter(model, start, count, alone);
    const years: FollowedYear[] = [];
    let leastGrowth = 1;
    let keeps = again;
    for (let year = 1; year <= assumptions.horizonYears; year += 1) {
      const still = sure.map(
        (is, m) => is && sureAt(assumptions, item(block.profile.motions, m), leastGrowth),
      );
      if (still.includes(false)) keeps = false;
      if (!alone && still.includes(false)) return null;
      years.push(this.year(lane, count, block, still, year));
      if (year < assumptions.horizonYears)
        leastGrowth = carryOn(assumptions.whitespace.replenish, count);
    }
    // Kept from the second time on: a slider that moves a model leaves nothing of it to keep.
    block.years.set(model.id, { key, years: keeps ? copied(years) : null });
    return years;
  }

  /** Puts what the first year starts with into the workspace. */
  private enter(model: ModelTerms, start: number, count: number, alone: boolean): void {
    const { assumptions, book, drivers } = this;
    loadTraits(book, start, count);
    loadPotential(book, start, count, potential);
    drivers.restoreTraits(start);
    arr.set(book.arr.subarray(start, start + count));
    growth.fill(1, 0, count);
    chanceBlock(assumptions, model, count, alone ? 1 : Infinity);
  }

  private year(
    lane: PlainLane,
    count: number,
    known: KnownBlock,
    sure: readonly boolean[],
    year: number,
  ): FollowedYear {
    const { assumptions, upsells } = this;
    const { model } = lane;
    const always = assumptions.pursuit.mode === 'always';
    const first = year === 1;
    const block = { count, profile: known.profile, first, sure, always, upsells };
    let result: PlainYear;
    if (model.leadRoles.length === 1) result = yearAlone(assumptions, model, block);
    else if (first) result = this.firstShared(lane, known, block);
    else {
      deriveService(assumptions, count);
      result = yearShared(assumptions, model, block, null);
    }
    return { ...result, engaged: engagedIn(lane, year, count) };
  }

  private firstShared(
    { model, sharingKey }: PlainLane,
    known: KnownBlock,
    block: PlainBlock,
  ): PlainYear {
    const before = known.sharing.get(model.id);
    const sharing = before?.key === sharingKey ? before.sharing : null;
    const year = yearShared(this.assumptions, model, block, sharing);
    if (sharing === null)
      known.sharing.set(model.id, { key: sharingKey, sharing: sharingOf(year, block.count) });
    return year;
  }
}

/** What the next year starts with where nothing moves (model equations, section 8); returns the least growth. */
function carryOn(replenish: number, count: number): number {
  let least = Infinity;
  for (let i = 0; i < count; i += 1) {
    const grown = (growth[i] ?? 0) * replenish * (kept[i] ?? 0);
    growth[i] = grown;
    arr[i] = (retained[i] ?? 0) + (expansion[i] ?? 0);
    if (grown < least) least = grown;
  }
  return least;
}

function engagementOf({ stints }: ModelTerms): Uint8Array {
  const engagement = new Uint8Array(1 << MOTION_COUNT);
  stints.forEach(([stint], m) => {
    const mark = 1 << m;
    for (let set = mark; set < 2 * mark; set += 1)
      engagement[set] = (engagement[set - mark] ?? 0) | (stint?.engaged ?? 0);
  });
  return engagement;
}

/** Who is engaged in a year: in the column of year 1 where they are the same. */
function engagedIn(
  { engagement, engaged }: PlainLane,
  year: number,
  count: number,
): Uint8Array | null {
  if (engaged === null) return null;
  const first = item(engaged, 0);
  const now = item(engaged, year - 1);
  let changed = 0;
  for (let i = 0; i < count; i += 1) {
    const bits = engagement[workedMotions[i] ?? 0] ?? 0;
    changed |= bits ^ (first[i] ?? 0);
    now[i] = bits;
  }
  return changed === 0 ? first : now;
}

/** The years with columns of their own: those of a lane are used again. */
function copied(years: readonly FollowedYear[]): readonly FollowedYear[] {
  const copies = new Map(years.map(({ engaged }) => [engaged, engaged?.slice() ?? null]));
  return years.map((year) => ({ ...year, engaged: copies.get(year.engaged) ?? null }));
}

/** Adds a block's year to the tally, in the order in which the general way does. */
export function tallyYear(
  assumptions: Assumptions,
  model: ModelTerms,
  { worked, shared, booked }: PlainYear,
  tally: Tally,
): void {
  worked.forEach((one, m) => {
    tallyWorked(assumptions, model, item(item(model.stints, m), 0), one, tally);
  });
  tallyShared(model, shared, tally);
  booked.forEach((one, m) => {
    tallyBooked(model, item(item(model.stints, m), 0), one, tally);
  });
}
