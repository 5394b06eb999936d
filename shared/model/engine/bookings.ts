import { MOTIONS } from '../../book/motions.ts';
import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import { item } from './lists.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { add, TOTALS, type Tally } from './tally.ts';
import { BLOCK, MOTION_COUNT, NOBODY, RENEWAL, WORKSPACE } from './workspace.ts';

const { risk, renewalShare, arr, value, rows } = WORKSPACE;
const { lead, yields, friction } = WORKSPACE;
const { renewalSuccess, kept, retained, booked, won, expansion } = WORKSPACE;

/** Share of the asked hours that the people of each role can give; by role (model equations, section 5). */
export interface Coverage {
  readonly base: Float64Array;
  readonly upsell: Float64Array;
}

export function fullCoverage(roles: number): Coverage {
  return { base: new Float64Array(roles).fill(1), upsell: new Float64Array(roles).fill(1) };
}

/** 1 − risk′ of every account (section 3): a scorecard that pays for adoption lowers the risk, lacking service raises it. */
export function renewalSuccessOf(
  assumptions: Assumptions,
  { riskFactor }: ModelTerms,
  count: number,
  serviceCoverage: number,
): void {
  const lacking = lackingService(assumptions, serviceCoverage);
  for (let i = 0; i < count; i += 1)
    renewalSuccess[i] = 1 - Math.min(1, (risk[i] ?? 0) * riskFactor + lacking);
}

/** What lacking service adds to the risk. */
export function lackingService({ risk: risks, service }: Assumptions, coverage: number): number {
  return risks.adoptionRisk * Math.max(0, 1 - service.level * coverage);
}

/** Books a block: renewals first, then the upsell of the customers who stay (section 7). */
export function bookBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  count: number,
  ownership: BlockOwnership,
  coverage: Coverage,
  tally: Tally,
): void {
  renewalSuccessOf(assumptions, model, count, coverage.base[model.service] ?? 1);
  expansion.fill(0, 0, count);
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const starts = item(ownership.starts, m);
    const stints = item(model.stints, m);
    stints.forEach((stint, s) => {
      const from = starts[s] ?? 0;
      const to = starts[s + 1] ?? 0;
      if (from === to) return;
      const got =
        m === RENEWAL
          ? bookRenewals(stint, coverage.base[stint.lead] ?? 1, from, to)
          : bookUpsells(stint, coverage.upsell[stint.lead] ?? 1, from, to);
      tallyBooked(model, stint, got, tally);
    });
    const nobody = starts[stints.length] ?? count;
    if (nobody < count) add(tally.booked, m, bookSelfServe(assumptions, m, nobody, count));
  }
}

/** What a stint books in a block. */
export interface Booked {
  readonly booked: number;
  /** 0 of an upsell. */
  readonly retained: number;
  /** What commission is reckoned on, before the SPIFF. */
  readonly won: number;
}

/** Bookings of a stint and the commission on them at the stated quota (sections 6 and 7). */
export function tallyBooked(
  { roles }: ModelTerms,
  { motion, lead: role, assists, spiff }: Stint,
  { booked: got, retained: stays, won: paid }: Booked,
  tally: Tally,
): void {
  add(tally.booked, motion, got);
  add(tally.totals, TOTALS.retained, stays);
  const credited = paid * spiff;
  add(tally.rawLead, role, credited * (roles[role]?.rate[motion] ?? 0));
  for (const { role: other, credit } of assists)
    add(tally.rawAssist, other, credited * (roles[other]?.rate[motion] ?? 0) * credit);
}

function bookRenewals(stint: Stint, coverage: number, from: number, to: number): Booked {
  const passive = bare(stint.passive);
  const covered = bare(coverage);
  const base = RENEWAL * BLOCK;
  let bookedSum = 0;
  let retainedSum = 0;
  let wonSum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const v = value[base + i] ?? 0;
    const revenue = arr[i] ?? 0;
    const success = renewalSuccess[i] ?? 0;
    let got = v * success * passive;
    let paid = 0;
    if (lead[base + i] !== NOBODY) {
      const chance = success * (yields[base + i] ?? 0) * (1 - (friction[i] ?? 0));
      paid = covered * v * Math.min(1, chance);
      got = paid + (1 - covered) * got;
    }
    booked[base + i] = got;
    won[base + i] = paid;
    bookedSum += got;
    wonSum += paid;
    const stays = revenue * (1 - (renewalShare[i] ?? 0)) + got;
    retained[i] = stays;
    kept[i] = v > 0 ? stays / revenue : 1;
    retainedSum += stays;
  }
  return { booked: bookedSum, retained: retainedSum, won: wonSum };
}

function bookUpsells(stint: Stint, coverage: number, from: number, to: number): Booked {
  const winRate = bare(stint.winRate);
  const passive = bare(stint.passive);
  const covered = bare(coverage);
  const base = stint.motion * BLOCK;
  let bookedSum = 0;
  let wonSum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const v = (value[base + i] ?? 0) * (kept[i] ?? 0);
    let got = v * winRate * passive;
    let paid = 0;
    if (lead[base + i] !== NOBODY) {
      const chance = winRate * (yields[base + i] ?? 0) * (1 - (friction[i] ?? 0));
      paid = covered * v * Math.min(1, chance);
      got = paid + (1 - covered) * got;
    }
    booked[base + i] = got;
    won[base + i] = paid;
    expansion[i] = (expansion[i] ?? 0) + got;
    bookedSum += got;
    wonSum += paid;
  }
  return { booked: bookedSum, retained: 0, won: wonSum };
}

/** Upsell that the model gives to nobody: it brings what comes by itself. */
function bookSelfServe({ motions }: Assumptions, motion: number, from: number, to: number): number {
  const id = item(MOTIONS, motion);
  if (id === 'renewal') throw new Error('Somebody leads every renewal.');
  const rate = motions[id].winRate * motions[id].passive;
  const base = motion * BLOCK;
  let sum = 0;
  for (let k = from; k < to; k += 1) {
    const i = rows[base + k] ?? 0;
    const got = (kept[i] ?? 0) * (value[base + i] ?? 0) * rate;
    booked[base + i] = got;
    won[base + i] = 0;
    expansion[i] = (expansion[i] ?? 0) + got;
    sum += got;
  }
  return sum;
}
