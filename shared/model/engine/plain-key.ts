import type { Assumptions } from '../assumptions/types.ts';
import type { ModelTerms } from './model-terms.ts';

/**
 * What a block's years under a plain model depend on where all its motions are sure, beside what the
 * block's drivers come from: of pay only its pull, of costs nothing.
 */
export function keyOf(assumptions: Assumptions, model: ModelTerms): readonly number[] {
  const { whitespace, horizonYears, risk, friction, coordination, pursuit } = assumptions;
  const stints = model.stints
    .flat()
    .flatMap((stint) => [
      stint.lead,
      stint.engaged,
      stint.lossShort,
      stint.lossSlope,
      stint.sensitivity,
      stint.winRate,
      stint.pull,
      stint.assists.length,
      ...stint.assists.flatMap(({ involvement, lossShort, lossSlope }) => [
        involvement,
        lossShort,
        lossSlope,
      ]),
    ]);
  return [
    ...stints,
    model.riskFactor,
    whitespace.replenish,
    horizonYears,
    risk.adoptionRisk,
    friction.dualOwner,
    coordination.accountHours,
    pursuit.mode === 'always' ? 1 : 0,
  ];
}

/** What the sharing of a block's accounts in year 1 depends on where all its motions are sure, beside what the block's drivers come from. */
export function sharingKeyOf(
  { friction, coordination }: Assumptions,
  { stints }: ModelTerms,
): readonly number[] {
  return [...stints.flat().map(({ lead }) => lead), friction.dualOwner, coordination.accountHours];
}
