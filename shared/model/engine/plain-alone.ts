import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import type { Booked } from './bookings.ts';
import { item } from './lists.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { PlainBlock, PlainYear } from './plain-model.ts';
import { sizeUpRenewals } from './plain-renewals.ts';
import { saturation } from './saturation.ts';
import type { Worked } from './work.ts';
import { BLOCK, MOTION_COUNT, RENEWAL, WORKSPACE } from './workspace.ts';
import { worthOf } from './worth.ts';

const { effortScale, complexity, renewalShare, arr, potential, growth } = WORKSPACE;
const { chances, workedMotions, value, kept, retained, expansion } = WORKSPACE;

/** What a motion works and books in a block. */
interface Motion {
  readonly worked: Worked;
  readonly booked: Booked;
}

/** A pass over the rows of an upsell motion. */
type Pass = (block: PlainBlock, stint: Stint) => Motion;

/**
 * Where each piece of work has to be decided; where all are sure, in year 1; and later. They are called
 * by their place in this list: a loop that is called by its name becomes part of its caller when both
 * are compiled, and there takes a third longer.
 */
const PASSES: readonly Pass[] = [decide, book, workAndBook];
const [DECIDE, BOOK, WORK_AND_BOOK] = [0, 1, 2];

/**
 * A year of a plain model with one lead, at full coverage: what `workBlock`, `shareBlock` and
 * `bookBlock` come to, to the last bit. With one lead there is no friction (model equations, section
 * 4), so a motion is decided and booked in one pass. `chances` are limited to 1.
 */
export function yearAlone(
  assumptions: Assumptions,
  model: ModelTerms,
  block: PlainBlock,
): PlainYear {
  const { count, profile, first, sure } = block;
  const renewals = bookRenewals(block);
  const worked = [first ? item(profile.motions, RENEWAL) : sizeUpRenewals(assumptions, count)];
  const booked = [renewals];
  for (let m = 1; m < MOTION_COUNT; m += 1) {
    const pass = !item(sure, m) ? DECIDE : first ? BOOK : WORK_AND_BOOK;
    const motion = item(PASSES, pass)(block, item(item(model.stints, m), 0));
    worked.push(motion.worked);
    booked.push(motion.booked);
  }
  const served = first ? { ...profile, singleArr: addUpSingle(count) } : serve(assumptions, count);
  const { arr: total, serviceHours, singleArr } = served;
  const shared = { accounts: count, arr: total, singleArr, serviceHours, dual: null };
  return { worked, shared, booked };
}

/** Books the renewals, and marks what is sure to be worked: what had value in year 1. */
function bookRenewals({ count, profile, sure }: PlainBlock): Booked {
  const { present } = profile;
  let upsells = 0;
  for (let m = 1; m < MOTION_COUNT; m += 1) if (item(sure, m)) upsells |= 1 << m;
  let bookedSum = 0;
  let retainedSum = 0;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    const share = renewalShare[i] ?? 0;
    const v = revenue * share;
    const got = v * (chances[i] ?? 0);
    const stays = revenue * (1 - share) + got;
    const has = v > 0;
    const marks = (present[i] ?? 0) & upsells;
    value[i] = v;
    expansion[i] = 0;
    retained[i] = stays;
    kept[i] = has ? stays / revenue : 1;
    workedMotions[i] = has ? marks | 1 : marks;
    bookedSum += got;
    retainedSum += stays;
  }
  return { booked: bookedSum, retained: retainedSum, won: bookedSum };
}

/** Books an upsell that is sure in year 1, of which the profile knows the rest. */
function book({ count, profile }: PlainBlock, { motion }: Stint): Motion {
  const base = motion * BLOCK;
  let booked = 0;
  for (let i = 0; i < count; i += 1) {
    const got = (potential[base + i] ?? 0) * (kept[i] ?? 0) * (chances[base + i] ?? 0);
    expansion[i] = (expansion[i] ?? 0) + got;
    booked += got;
  }
  return { worked: item(profile.motions, motion), booked: { booked, retained: 0, won: booked } };
}

/** Works and books an upsell that is sure in a later year. */
function workAndBook({ count, profile, upsells }: PlainBlock, { motion }: Stint): Motion {
  const terms = item(upsells, motion - 1);
  const { count: pieces } = item(profile.motions, motion);
  const base = motion * BLOCK;
  const perScale = bare(terms.perScale);
  const fixed = bare(terms.fixed);
  const scaled = bare(terms.scaled);
  let hours = 0;
  let sizes = 0;
  let booked = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[base + i] ?? 0) * (growth[i] ?? 0);
    const part = saturation(v * perScale);
    const got = v * (kept[i] ?? 0) * (chances[base + i] ?? 0);
    hours += (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    sizes += part;
    expansion[i] = (expansion[i] ?? 0) + got;
    booked += got;
  }
  return { worked: { hours, sizes, count: pieces }, booked: { booked, retained: 0, won: booked } };
}

/** Decides piece by piece whether an upsell is worth working (section 4), and books it. */
function decide({ count, always, upsells }: PlainBlock, stint: Stint): Motion {
  const terms = item(upsells, stint.motion - 1);
  const perScale = bare(terms.perScale);
  const fixed = bare(terms.fixed);
  const scaled = bare(terms.scaled);
  const winRate = bare(stint.winRate);
  const passive = bare(stint.passive);
  const margin = bare(stint.margin);
  const payRate = bare(stint.payRate);
  const hourCost = bare(stint.hourCost);
  const signalCost = bare(stint.signalCost);
  const least = bare(always ? -Infinity : 0);
  const base = stint.motion * BLOCK;
  const mark = 1 << stint.motion;
  let hours = 0;
  let sizes = 0;
  let pieces = 0;
  let booked = 0;
  let won = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[base + i] ?? 0) * (growth[i] ?? 0);
    if (!(v > 0)) continue;
    const part = saturation(v * perScale);
    const time = (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    const chance = chances[base + i] ?? 0;
    const cost = time * hourCost + part * signalCost;
    const worth = worthOf(v * chance, v * winRate * passive, cost, margin, payRate);
    let got = v * (kept[i] ?? 0);
    if (worth < least) got = got * winRate * passive;
    else {
      got *= chance;
      won += got;
      hours += time;
      sizes += part;
      pieces += 1;
      workedMotions[i] = (workedMotions[i] ?? 0) | mark;
    }
    expansion[i] = (expansion[i] ?? 0) + got;
    booked += got;
  }
  return { worked: { hours, sizes, count: pieces }, booked: { booked, retained: 0, won } };
}

/** ARR and service hours of a later year (section 3); `singleArr`: of the accounts where anything is worked. */
function serve(
  { service: served }: Assumptions,
  count: number,
): { readonly arr: number; readonly serviceHours: number; readonly singleArr: number } {
  const level = bare(served.level);
  const minHours = bare(served.minHours);
  const spread = bare(served.maxHours - served.minHours);
  const perScale = bare(1 / served.arrScale);
  let total = 0;
  let serviceHours = 0;
  let singleArr = 0;
  for (let i = 0; i < count; i += 1) {
    const revenue = arr[i] ?? 0;
    if (revenue === 0) continue;
    const hoursOfOne = minHours + spread * saturation(revenue * perScale);
    total += revenue;
    serviceHours += level * (complexity[i] ?? 0) * hoursOfOne;
    if (workedMotions[i] !== 0) singleArr += revenue;
  }
  return { arr: total, serviceHours, singleArr };
}

/** ARR of the accounts where the one lead works anything in year 1. */
function addUpSingle(count: number): number {
  let single = 0;
  for (let i = 0; i < count; i += 1) if (workedMotions[i] !== 0) single += arr[i] ?? 0;
  return single;
}
