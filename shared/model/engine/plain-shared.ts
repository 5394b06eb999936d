import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import type { Booked } from './bookings.ts';
import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import type { PlainBlock, PlainYear, Sharing, UpsellTerms } from './plain-model.ts';
import { sizeUpRenewals } from './plain-renewals.ts';
import { saturation } from './saturation.ts';
import { shareBlock } from './sharing.ts';
import type { Worked } from './work.ts';
import { BLOCK, RENEWAL, WORKSPACE } from './workspace.ts';

const { effortScale, complexity, renewalShare, arr, growth, friction } = WORKSPACE;
const { chances, workedMotions, value, ledValue, kept, retained, expansion } = WORKSPACE;

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
  const { start, count, profile, first, upsells } = block;
  const ledBases = model.stints.map(
    (stints) => model.leadRoles.indexOf(item(stints, 0).lead) * BLOCK,
  );
  model.leadRoles.forEach((_, place) => ledValue.fill(0, place * BLOCK, place * BLOCK + count));
  leadRenewals(item(ledBases, RENEWAL), profile.present, count);
  const worked = first
    ? profile.motions
    : profile.motions.map((known, m) =>
        m === RENEWAL
          ? sizeUpRenewals(assumptions, count)
          : leadAndSizeUp(item(ledBases, m), item(upsells, m - 1), start, count, known.count),
      );
  if (sharing !== null) friction.set(sharing.friction);
  else if (first)
    upsells.forEach((terms, u) => {
      leadFirst(item(ledBases, u + 1), terms, start, count);
    });
  const shared = sharing?.shared ?? shareBlock(assumptions, model, count);
  const booked = model.stints.map((_, m) =>
    m === RENEWAL ? bookRenewals(count) : book(m * BLOCK, item(upsells, m - 1), start, count),
  );
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

function leadFirst(
  ledBase: number,
  { potential }: UpsellTerms,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i += 1)
    ledValue[ledBase + i] = (ledValue[ledBase + i] ?? 0) + (potential[start + i] ?? 0);
}

function leadAndSizeUp(
  ledBase: number,
  terms: UpsellTerms,
  start: number,
  count: number,
  pieces: number,
): Worked {
  const { potential } = terms;
  const perScale = bare(terms.perScale);
  const fixed = bare(terms.fixed);
  const scaled = bare(terms.scaled);
  let hours = 0;
  let sizes = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[start + i] ?? 0) * (growth[i] ?? 0);
    const part = saturation(v * perScale);
    ledValue[ledBase + i] = (ledValue[ledBase + i] ?? 0) + v;
    hours += (complexity[i] ?? 0) * (fixed + scaled * (effortScale[i] ?? 0)) * part;
    sizes += part;
  }
  return { hours, sizes, count: pieces };
}

function bookRenewals(count: number): Booked {
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

function book(base: number, { potential }: UpsellTerms, start: number, count: number): Booked {
  let booked = 0;
  for (let i = 0; i < count; i += 1) {
    const v = (potential[start + i] ?? 0) * (growth[i] ?? 0) * (kept[i] ?? 0);
    const chance = (chances[base + i] ?? 0) * (1 - (friction[i] ?? 0));
    const got = v * (chance < 1 ? chance : 1);
    expansion[i] = (expansion[i] ?? 0) + got;
    booked += got;
  }
  return { booked, retained: 0, won: booked };
}
