import type { Assumptions } from '../assumptions/types.ts';
import type { Cost } from '../result.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Staffing } from './staffing.ts';
import type { Tally } from './tally.ts';

/** What a year costs, and what its commissions come to (model equations, section 6). By role in the model's order. */
export interface YearCost {
  readonly cost: Cost;
  /** What each role is paid of its commission at the stated quota: `pay.mode`. */
  readonly paid: (role: number, commission: number) => number;
  /** Commission at the stated quota, and what the plan promises the people there are. */
  readonly raw: Float64Array;
  readonly promised: Float64Array;
}

export function costOf(
  { pay }: Assumptions,
  model: ModelTerms,
  tally: Tally,
  staffing: Staffing,
): YearCost {
  const { fte } = staffing;
  const raw = tally.rawLead.map((lead, r) => lead + (tally.rawAssist[r] ?? 0));
  const promised = fte.map((people, r) => people * (model.roles[r]?.target ?? 0));
  // The share first: a commission near 0 must not make the factor overflow.
  const paid = (role: number, commission: number): number => {
    const all = raw[role] ?? 0;
    if (pay.mode === 'quota' || all === 0) return commission;
    return (promised[role] ?? 0) * pay.attainment * (commission / all);
  };
  let people = 0;
  let coordination = 0;
  let managers = 0;
  let scorecard = 0;
  let commissionLead = 0;
  let commissionAssist = 0;
  model.roles.forEach((role, r) => {
    const count = fte[r] ?? 0;
    people += count * role.loaded;
    coordination += (staffing.coordinationHours[r] ?? 0) * role.hourly;
    managers += count * role.managerCost;
    scorecard += count * role.scorecardCost;
    commissionLead += paid(r, tally.rawLead[r] ?? 0);
    commissionAssist += paid(r, tally.rawAssist[r] ?? 0);
  });
  return {
    cost: {
      peopleCore: people - coordination,
      coordination,
      people,
      managers,
      commissionLead,
      commissionAssist,
      scorecard,
      runCost: people + managers + commissionLead + commissionAssist + scorecard,
    },
    paid,
    raw,
    promised,
  };
}
