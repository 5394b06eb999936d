import type { Assumptions } from '../assumptions/types.ts';
import { renewalSuccessInto } from './bookings.ts';
import { EVERY_ROW, item, MOTION_COUNT, NOBODY, RENEWAL } from './columns.ts';
import type { Traits, Values } from './drivers.ts';
import type { ModelTerms, Stint } from './model-terms.ts';
import { saturation } from './saturation.ts';
import { worthOf } from './worth.ts';
import { yieldsInto } from './yields.ts';

/** Room for choosing the best lead of every motion in one block. By motion, then candidate. */
export interface Choice {
  readonly yields: readonly (readonly Float64Array[])[];
  readonly worth: readonly (readonly Float64Array[])[];
  readonly success: Float64Array;
}

export function emptyChoice(model: ModelTerms, length: number): Choice {
  const columns = () => model.stints.map((stints) => stints.map(() => new Float64Array(length)));
  return { yields: columns(), worth: columns(), success: new Float64Array(length) };
}

/**
 * Chooses who leads what in a block (model equations, section 4, bestFit): the best single role, or
 * each motion for itself where that is worth more. Writes a candidate's index, or `NOBODY`, into
 * `assigned[motion][i]`. Candidates come in the order of ties, so the first of equals wins.
 */
export function chooseLeads(
  assumptions: Assumptions,
  model: ModelTerms,
  traits: Traits,
  values: Values,
  choice: Choice,
  assigned: readonly Uint8Array[],
): void {
  const { count } = traits;
  renewalSuccessInto(choice.success, assumptions, model, traits, 1);
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    item(model.stints, m).forEach((stint, c) => {
      const yields = item(item(choice.yields, m), c);
      const worth = item(item(choice.worth, m), c);
      yieldsInto(yields, stint, traits.relationship, EVERY_ROW, 0, count);
      for (let i = 0; i < count; i += 1)
        worth[i] = worthIn(stint, values, choice.success, yields, i, 0);
    });
  }
  const chooser = new Chooser(assumptions, model, values, choice);
  for (let i = 0; i < count; i += 1) chooser.choose(i, assigned);
}

function worthIn(
  stint: Stint,
  values: Values,
  renewalSuccess: Float64Array,
  yields: Float64Array,
  i: number,
  friction: number,
): number {
  const m = stint.motion;
  return worthOf(
    stint,
    values.value[m]?.[i] ?? 0,
    values.size[m]?.[i] ?? 0,
    values.hours[m]?.[i] ?? 0,
    m === RENEWAL ? (renewalSuccess[i] ?? 0) : stint.winRate,
    yields[i] ?? 0,
    friction,
  );
}

/** The choice for one account at a time, with its room kept between accounts. */
class Chooser {
  private readonly candidates: number;
  private readonly free = new Uint8Array(MOTION_COUNT);
  private readonly ledValue: Float64Array;

  constructor(
    private readonly assumptions: Assumptions,
    private readonly model: ModelTerms,
    private readonly values: Values,
    private readonly choice: Choice,
  ) {
    this.candidates = item(model.stints, RENEWAL).length;
    this.ledValue = new Float64Array(this.candidates);
  }

  choose(i: number, assigned: readonly Uint8Array[]): void {
    let single = 0;
    let singleSum = this.sumOfSingle(i, 0);
    for (let c = 1; c < this.candidates; c += 1) {
      const sum = this.sumOfSingle(i, c);
      if (sum > singleSum) {
        single = c;
        singleSum = sum;
      }
    }
    const leads = this.assumptions.bestFit.singleOwner ? -1 : this.assignFreely(i);
    const freeSum = leads < 0 ? 0 : this.sumOfFree(i, leads);
    const takeFree = leads >= 2 ? freeSum > singleSum : leads >= 0 && freeSum >= singleSum;
    // Whoever gets a motion that has value only later.
    const later = !takeFree || leads === 0 ? single : leads === 1 ? this.onlyLead() : 0;
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      const column = item(assigned, m);
      if (!this.hasValue(i, m)) column[i] = later;
      else if (takeFree) column[i] = this.free[m] ?? NOBODY;
      else column[i] = this.leadsAlone(i, m, single) ? single : NOBODY;
    }
  }

  private hasValue(i: number, m: number): boolean {
    return (this.values.value[m]?.[i] ?? 0) > 0;
  }

  private worth(i: number, m: number, c: number): number {
    return this.choice.worth[m]?.[c]?.[i] ?? 0;
  }

  /** A single role leads the renewal and each upsell that is worth it. */
  private leadsAlone(i: number, m: number, c: number): boolean {
    return m === RENEWAL || this.worth(i, m, c) >= 0;
  }

  private sumOfSingle(i: number, c: number): number {
    let sum = 0;
    for (let m = 0; m < MOTION_COUNT; m += 1)
      if (this.hasValue(i, m) && this.leadsAlone(i, m, c)) sum += this.worth(i, m, c);
    return sum;
  }

  /** Gives each motion to the role of highest worth; returns how many roles lead. */
  private assignFreely(i: number): number {
    this.ledValue.fill(0);
    let leads = 0;
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      this.free[m] = NOBODY;
      if (!this.hasValue(i, m)) continue;
      let best = 0;
      for (let c = 1; c < this.candidates; c += 1)
        if (this.worth(i, m, c) > this.worth(i, m, best)) best = c;
      if (!this.leadsAlone(i, m, best)) continue;
      this.free[m] = best;
      if (this.ledValue[best] === 0) leads += 1;
      this.ledValue[best] = (this.ledValue[best] ?? 0) + (this.values.value[m]?.[i] ?? 0);
    }
    return leads;
  }

  /** Worth of the free assignment with its friction, less the coordination of a shared account. */
  private sumOfFree(i: number, leads: number): number {
    const { assumptions, model, values, choice } = this;
    let total = 0;
    for (const led of this.ledValue) total += led;
    let squares = 0;
    let fullHourly = 0;
    for (let c = 0; c < this.candidates; c += 1) {
      const led = this.ledValue[c] ?? 0;
      if (led === 0) continue;
      squares += (led / total) * (led / total);
      fullHourly += item(model.roles, item(item(model.stints, RENEWAL), c).lead).fullHourly;
    }
    const friction = leads < 2 ? 0 : assumptions.friction.dualOwner * 2 * (1 - squares);
    let sum = 0;
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      const c = this.free[m] ?? NOBODY;
      if (c === NOBODY) continue;
      const stint = item(item(model.stints, m), c);
      const yields = item(item(choice.yields, m), c);
      sum += worthIn(stint, values, choice.success, yields, i, friction);
    }
    if (leads < 2) return sum;
    const size = saturation(total / assumptions.effort.valueScale);
    return sum - assumptions.coordination.accountHours * size * fullHourly;
  }

  private onlyLead(): number {
    return Math.max(
      0,
      this.ledValue.findIndex((led) => led > 0),
    );
  }
}
