import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import type { Booked } from './bookings.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import type { PlainBlock, PlainYear, Sharing } from './plain-model.ts';
import { sizeUpRenewals } from './plain-renewals.ts';
import { saturation } from './saturation.ts';
import { shareBlock } from './sharing.ts';
import type { Worked } from './work.ts';
import { BLOCK, MOTION_COUNT, RENEWAL, WORKSPACE } from './workspace.ts';

const { effortScale, complexity, renewalShare, arr, potential, growth, friction } = WORKSPACE;
const { chances, workedMotions, value, ledValue, kept, retained, expansion } = WORKSPACE;

/** A pass over the rows of an upsell motion that says what there is to work, for the lead whose column starts at `ledBase`. */
type WorkPass = (block: PlainBlock, motion: number, ledBase: number) => Worked;
/** A pass over the rows of a motion that books. */
type BookPass = (block: PlainBlock, motion: number) => Booked;

/** In year 1, and later; they are called by their place for the reason given in plain-alone.ts. */
const WORK_PASSES: readonly WorkPass[] = [leadFirst, leadAndSizeUp];
/** Of renewals, and of upsells. */
const BOOK_PASSES: readonly BookPass[] = [bookRenewals, book];

/**
 * A year of a plain model with several leads whose motions are all sure, at full coverage: what
 * `workBlock`, `shareBlock` and `bookBlock` come to, to the last bit. `sharing`: that of year 1, where
 * it is known.
 */
export function yearShared(
  assumptions: Assumptions,
  model: ModelTerms,
  block: PlainBlock,
  sharing: Sharing | null,
): PlainYear {
  const { count, profile, first } = block;
  const ledBaseOf = (motion: number) =>
    model.leadRoles.indexOf(item(item(model.stints, motion), 0).lead) * BLOCK;
  model.leadRoles.forEach((_, place) => ledValue.fill(0, place * BLOCK, place * BLOCK + count));
  leadRenewals(ledBaseOf(RENEWAL), profile.present, count);
  const worked = [first ? item(profile.motions, RENEWAL) : sizeUpRenewals(assumptions, count)];
  const pass = item(WORK_PASSES, first ? 0 : 1);
  for (let m = 1; m < MOTION_COUNT; m += 1)
    worked.push(sharing === null ? pass(block, m, ledBaseOf(m)) : item(profile.motions, m));
  if (sharing !== null) friction.set(sharing.friction);
  const shared = sharing?.shared ?? shareBlock(assumptions, model, count);
  const booked = model.stints.map((_, m) => item(BOOK_PASSES, m === RENEWAL ? 0 : 1)(block, m));
  return { worked, shared, booked };
}

/** How a block's accounts are shared in year 1, kept of the year just worked: no pay moves it. */
export function sharingOf({ shared }: PlainYear, count: number): Sharing {
  return { shared, friction: friction.slice(0, count) };
}

/** Values the renewals, and marks what is worked: they, and what had value in year 1. */
function leadRenewals(ledBase: number, present: Uint8Array, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const v = (arr[i] ?? 0) * (renewalShare[i] ?? 0);
    const upsells = (present[i] ?? 0) & ~1;
    value[i] = v;
    ledValue[ledBase + i] = v;
    workedMotions[i] = v > 0 ? upsells | 1 : upsells;
    expansion[i] = 0;
  }
}

function leadFirst({ count, profile }: PlainBlock, motion: number, ledBase: number): Worked {
  const base = motion * BLOCK;
  for (let i = 0; i < count; i += 1)
    ledValue[ledBase + i] = (ledValue[ledBase + i] ?? 0) + (potential[base + i] ?? 0);
  return item(profile.motions, motion);
}

function leadAndSizeUp(
  { count, profile, upsells }: PlainBlock,
  motion: number,
  ledBase: number,
): Worked {
  const { count: pieces } = item(profile.motions, motion);
  const terms = item(upsells, motion - 1);
  const base = motion * BLOCK;
  const perScale = bare(terms.perScale);
  const fixed = bare(terms.fixed);
  const scaled = bare(terms.scaled);
  let hours = 0;
  let sizes = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[base + i] ?? 0) * (growth[i] ?? 0);
    const part = saturation(v * perScale);
    ledValue[ledBase + i] = (ledValue[ledBase + i] ?? 0) + v;
    hours += (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    sizes += part;
  }
  return { hours, sizes, count: pieces };
}

function bookRenewals({ count }: PlainBlock): Booked {
  let bookedSum = 0;
  let retainedSum = 0;
  for (let i = 0; i < count; i += 1) {
    const v = value[i] ?? 0;
    const revenue = arr[i] ?? 0;
    const chance = (chances[i] ?? 0) * (1 - (friction[i] ?? 0));
    const got = v * (chance < 1 ? chance : 1);
    const stays = revenue * (1 - (renewalShare[i] ?? 0)) + got;
    retained[i] = stays;
    kept[i] = v > 0 ? stays / revenue : 1;
    bookedSum += got;
    retainedSum += stays;
  }
  return { booked: bookedSum, retained: retainedSum, won: bookedSum };
}

function book({ count }: PlainBlock, motion: number): Booked {
  const base = motion * BLOCK;
  let booked = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[base + i] ?? 0) * (growth[i] ?? 0) * (kept[i] ?? 0);
    const chance = (chances[base + i] ?? 0) * (1 - (friction[i] ?? 0));
    const got = v * (chance < 1 ? chance : 1);
    expansion[i] = (expansion[i] ?? 0) + got;
    booked += got;
  }
  return { booked, retained: 0, won: booked };
}
