import { item, MOTION_COUNT, motionColumns, NOBODY, RENEWAL } from './columns.ts';
import type { Assumptions } from '../assumptions/types.ts';
import { MOTIONS } from '../../book/motions.ts';
import type { Traits, Values } from './drivers.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import type { Work } from './work.ts';

/** Share of the asked hours that the people of each role can give; by role (model equations, section 5). */
export interface Coverage {
  readonly base: Float64Array;
  readonly upsell: Float64Array;
}

export function fullCoverage(roles: number): Coverage {
  return { base: new Float64Array(roles).fill(1), upsell: new Float64Array(roles).fill(1) };
}

/** What a block books. Columns by account. */
export interface Bookings {
  /** Success of a renewal by its ideal owner: 1 − risk′. */
  readonly renewalSuccess: Float64Array;
  readonly booked: readonly Float64Array[];
  /** What commission is reckoned on, before the SPIFF. */
  readonly won: readonly Float64Array[];
  readonly retained: Float64Array;
  /** κ: what is left of the account for upsell. */
  readonly kept: Float64Array;
  /** Booked upsell of all types. */
  readonly expansion: Float64Array;
}

export function emptyBookings(length: number): Bookings {
  return {
    renewalSuccess: new Float64Array(length),
    booked: motionColumns(length),
    won: motionColumns(length),
    retained: new Float64Array(length),
    kept: new Float64Array(length),
    expansion: new Float64Array(length),
  };
}

/** 1 − risk′ of every account (section 3): a scorecard that pays for adoption lowers the risk, lacking service raises it. */
export function renewalSuccessInto(
  success: Float64Array,
  { risk, service }: Assumptions,
  model: ModelTerms,
  traits: Traits,
  serviceCoverage: number,
): void {
  const { riskFactor } = model;
  const lacking = risk.adoptionRisk * Math.max(0, 1 - service.level * serviceCoverage);
  for (let i = 0; i < traits.count; i += 1)
    success[i] = 1 - Math.min(1, (traits.risk[i] ?? 0) * riskFactor + lacking);
}

/** Books a block: renewals first, then the upsell of the customers who stay (section 7). */
export function bookBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  traits: Traits,
  values: Values,
  ownership: BlockOwnership,
  work: Work,
  coverage: Coverage,
  bookings: Bookings,
  tally: Tally,
): void {
  const { count } = traits;
  renewalSuccessInto(
    bookings.renewalSuccess,
    assumptions,
    model,
    traits,
    coverage.base[model.service] ?? 1,
  );
  bookings.expansion.fill(0, 0, count);
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const { rows, starts } = item(ownership, m);
    const stints = item(model.stints, m);
    let booked = 0;
    for (let s = 0; s < stints.length; s += 1) {
      const from = starts[s] ?? 0;
      const to = starts[s + 1] ?? 0;
      if (from === to) continue;
      const stint = item(stints, s);
      const got =
        m === RENEWAL
          ? bookRenewals(stint, coverage, traits, values, work, bookings, rows, from, to)
          : bookUpsells(stint, coverage, values, work, bookings, rows, from, to);
      booked += got.booked;
      const credited = got.won * assumptions.spiff[item(MOTIONS, m)];
      add(tally.rawLead, stint.lead, credited * (model.roles[stint.lead]?.rate[m] ?? 0));
      for (const { role, credit } of stint.assists)
        add(tally.rawAssist, role, credited * (model.roles[role]?.rate[m] ?? 0) * credit);
    }
    if (m !== RENEWAL)
      booked += bookSelfServe(
        assumptions,
        m,
        values,
        bookings,
        rows,
        starts[stints.length] ?? count,
        count,
      );
    add(tally.booked, m, booked);
  }
  let retained = 0;
  for (let i = 0; i < count; i += 1) retained += bookings.retained[i] ?? 0;
  add(tally.totals, TOTALS.retained, retained);
}

interface Got {
  readonly booked: number;
  readonly won: number;
}

function bookRenewals(
  stint: Stint,
  coverage: Coverage,
  traits: Traits,
  values: Values,
  work: Work,
  bookings: Bookings,
  rows: Uint16Array,
  from: number,
  to: number,
): Got {
  const { passive } = stint;
  const covered = coverage.base[stint.lead] ?? 1;
  const { arr } = values;
  const { renewalShare } = traits;
  const { renewalSuccess, retained, kept } = bookings;
  const { friction } = work;
  const value = item(values.value, RENEWAL);
  const yields = item(work.yields, RENEWAL);
  const lead = item(work.lead, RENEWAL);
  const booked = item(bookings.booked, RENEWAL);
  const won = item(bookings.won, RENEWAL);
  let bookedSum = 0;
  let wonSum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[k] ?? 0;
    const v = value[i] ?? 0;
    const revenue = arr[i] ?? 0;
    const success = renewalSuccess[i] ?? 0;
    let got = v * success * passive;
    let paid = 0;
    if (lead[i] !== NOBODY) {
      const chance = Math.min(1, success * (yields[i] ?? 0) * (1 - (friction[i] ?? 0)));
      paid = covered * v * chance;
      got = paid + (1 - covered) * got;
    }
    booked[i] = got;
    won[i] = paid;
    bookedSum += got;
    wonSum += paid;
    const stays = revenue * (1 - (renewalShare[i] ?? 0)) + got;
    retained[i] = stays;
    kept[i] = v > 0 ? stays / revenue : 1;
  }
  return { booked: bookedSum, won: wonSum };
}

function bookUpsells(
  stint: Stint,
  coverage: Coverage,
  values: Values,
  work: Work,
  bookings: Bookings,
  rows: Uint16Array,
  from: number,
  to: number,
): Got {
  const { motion, winRate, passive } = stint;
  const covered = coverage.upsell[stint.lead] ?? 1;
  const { kept, expansion } = bookings;
  const { friction } = work;
  const value = item(values.value, motion);
  const yields = item(work.yields, motion);
  const lead = item(work.lead, motion);
  const booked = item(bookings.booked, motion);
  const won = item(bookings.won, motion);
  let bookedSum = 0;
  let wonSum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[k] ?? 0;
    const v = (value[i] ?? 0) * (kept[i] ?? 0);
    let got = v * winRate * passive;
    let paid = 0;
    if (lead[i] !== NOBODY) {
      const chance = Math.min(1, winRate * (yields[i] ?? 0) * (1 - (friction[i] ?? 0)));
      paid = covered * v * chance;
      got = paid + (1 - covered) * got;
    }
    booked[i] = got;
    won[i] = paid;
    expansion[i] = (expansion[i] ?? 0) + got;
    bookedSum += got;
    wonSum += paid;
  }
  return { booked: bookedSum, won: wonSum };
}

/** Upsell that the model gives to nobody: it brings what comes by itself. */
function bookSelfServe(
  { motions }: Assumptions,
  motion: number,
  values: Values,
  { kept, expansion, booked: columns, won }: Bookings,
  rows: Uint16Array,
  from: number,
  to: number,
): number {
  const id = item(MOTIONS, motion);
  if (id === 'renewal') throw new Error('Somebody leads every renewal.');
  const rate = motions[id].winRate * motions[id].passive;
  const value = item(values.value, motion);
  const booked = item(columns, motion);
  const paid = item(won, motion);
  let sum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[k] ?? 0;
    const got = (kept[i] ?? 0) * (value[i] ?? 0) * rate;
    booked[i] = got;
    paid[i] = 0;
    expansion[i] = (expansion[i] ?? 0) + got;
    sum += got;
  }
  return sum;
}
