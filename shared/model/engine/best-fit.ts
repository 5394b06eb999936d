import type { Assumptions } from '../assumptions/types.ts';
import { renewalSuccessOf } from './bookings.ts';
import { item } from './lists.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { BLOCK, MOST_LEADS, MOTION_COUNT, NOBODY, RENEWAL, WORKSPACE } from './workspace.ts';
import { worthOf } from './worth.ts';
import { yieldOf } from './yields.ts';

const { relationship, value, size, hours, assigned, renewalSuccess } = WORKSPACE;

/** The account at hand: yield and worth by candidate and motion, at candidate · MOTION_COUNT + motion. */
const yields = new Float64Array(MOST_LEADS * MOTION_COUNT);
const worths = new Float64Array(MOST_LEADS * MOTION_COUNT);
/** The free assignment: candidate by motion, and the value each candidate leads. */
const free = new Uint8Array(MOTION_COUNT);
const ledValue = new Float64Array(MOST_LEADS);

/** Candidates, in the order of ties, with what the choice needs of each. */
interface Candidates {
  readonly count: number;
  /** By candidate, then motion. */
  readonly stints: readonly (readonly Stint[])[];
  readonly fullHourly: readonly number[];
}

/**
 * Chooses who leads what in a block (model equations, section 4, bestFit): the best single role, or
 * each motion for itself where that is worth more. Writes a candidate's index, or `NOBODY`, into
 * `assigned`. Candidates come in the order of ties, so the first of equals wins.
 */
export function chooseLeads(assumptions: Assumptions, model: ModelTerms, count: number): void {
  renewalSuccessOf(assumptions, model, count, 1);
  const leads = item(model.stints, RENEWAL).map((stint) => stint.lead);
  const candidates: Candidates = {
    count: leads.length,
    stints: leads.map((_, c) => model.stints.map((stints) => item(stints, c))),
    fullHourly: leads.map((role) => item(model.roles, role).fullHourly),
  };
  for (let i = 0; i < count; i += 1) {
    judge(candidates, i);
    assign(assumptions, candidates, i);
  }
}

function judge({ stints }: Candidates, i: number): void {
  const held = relationship[i] ?? 0;
  for (const [c, own] of stints.entries()) {
    for (const [m, stint] of own.entries()) {
      const loss = stint.lossShort + stint.lossSlope * held;
      yields[c * MOTION_COUNT + m] = yieldOf(loss, stint.sensitivity, stint.pull);
      worths[c * MOTION_COUNT + m] = worthWith(stint, i, c, 0);
    }
  }
}

function worthWith(stint: Stint, i: number, candidate: number, friction: number): number {
  const at = stint.motion * BLOCK + i;
  const v = value[at] ?? 0;
  const success = stint.motion === RENEWAL ? (renewalSuccess[i] ?? 0) : stint.winRate;
  const yielded = yields[candidate * MOTION_COUNT + stint.motion] ?? 0;
  const worked = v * Math.min(1, success * yielded * (1 - friction));
  const cost = (hours[at] ?? 0) * stint.hourCost + (size[at] ?? 0) * stint.signalCost;
  return worthOf(worked, v * success * stint.passive, cost, stint.margin, stint.payRate);
}

function assign(assumptions: Assumptions, candidates: Candidates, i: number): void {
  let single = 0;
  let singleSum = sumOfSingle(i, 0);
  for (let c = 1; c < candidates.count; c += 1) {
    const sum = sumOfSingle(i, c);
    if (sum > singleSum) {
      single = c;
      singleSum = sum;
    }
  }
  let takeFree = false;
  // Whoever gets a motion that has value only later.
  let later = single;
  if (!assumptions.bestFit.singleOwner) {
    const leads = assignFreely(candidates.count, i);
    const sum = sumOfFree(assumptions, candidates, i, leads);
    takeFree = leads >= 2 ? sum > singleSum : sum >= singleSum;
    if (takeFree && leads === 1) later = ledValue.findIndex((led) => led > 0);
    if (takeFree && leads >= 2) later = 0;
  }
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const at = m * BLOCK + i;
    if (!hasValue(i, m)) assigned[at] = later;
    else if (takeFree) assigned[at] = free[m] ?? NOBODY;
    else assigned[at] = wantedBy(single, m) ? single : NOBODY;
  }
}

function hasValue(i: number, m: number): boolean {
  return (value[m * BLOCK + i] ?? 0) > 0;
}

function worthFor(candidate: number, m: number): number {
  return worths[candidate * MOTION_COUNT + m] ?? 0;
}

/** A role leads the renewal, and each upsell that is worth it. */
function wantedBy(candidate: number, m: number): boolean {
  return m === RENEWAL || worthFor(candidate, m) >= 0;
}

function sumOfSingle(i: number, candidate: number): number {
  let sum = 0;
  for (let m = 0; m < MOTION_COUNT; m += 1)
    if (hasValue(i, m) && wantedBy(candidate, m)) sum += worthFor(candidate, m);
  return sum;
}

/** Gives each motion to the role of highest worth; returns how many roles lead. */
function assignFreely(candidates: number, i: number): number {
  ledValue.fill(0);
  free.fill(NOBODY);
  let leads = 0;
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    if (!hasValue(i, m)) continue;
    let best = 0;
    for (let c = 1; c < candidates; c += 1) if (worthFor(c, m) > worthFor(best, m)) best = c;
    if (!wantedBy(best, m)) continue;
    free[m] = best;
    if (ledValue[best] === 0) leads += 1;
    ledValue[best] = (ledValue[best] ?? 0) + (value[m * BLOCK + i] ?? 0);
  }
  return leads;
}

/** Worth of the free assignment with its friction, less the coordination of a shared account. */
function sumOfFree(
  { friction, coordination, effort }: Assumptions,
  { count, stints, fullHourly }: Candidates,
  i: number,
  leads: number,
): number {
  let total = 0;
  for (let c = 0; c < count; c += 1) total += ledValue[c] ?? 0;
  let squares = 0;
  let hourly = 0;
  for (let c = 0; c < count; c += 1) {
    const led = ledValue[c] ?? 0;
    if (led === 0) continue;
    squares += (led / total) * (led / total);
    hourly += fullHourly[c] ?? 0;
  }
  const phi = leads < 2 ? 0 : friction.dualOwner * 2 * (1 - squares);
  let sum = 0;
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const c = free[m] ?? NOBODY;
    if (c !== NOBODY) sum += worthWith(item(item(stints, c), m), i, c, phi);
  }
  if (leads < 2) return sum;
  return sum - coordination.accountHours * saturation(total / effort.valueScale) * hourly;
}
