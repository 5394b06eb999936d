import type { Assist, Assumptions, ByMotion, MotionOwnership, RoleId } from './types.ts';

/** Every motion led by one role, nobody assisting. */
export function allLedBy(lead: RoleId): ByMotion<MotionOwnership> {
  const alone: MotionOwnership = { lead, assists: [] };
  return {
    renewal: alone,
    priceIncrease: alone,
    consumption: alone,
    organicUsers: alone,
    featureUpgrade: alone,
    proactiveUsers: alone,
    newSolution: alone,
  };
}

/** Sales leads growth in use and features; the CSM, who sees it coming, assists. */
function withCsmAssisting(
  assist: Assist,
): Pick<ByMotion<MotionOwnership>, 'consumption' | 'organicUsers' | 'featureUpgrade'> {
  const assisted: MotionOwnership = { lead: 'ae', assists: [assist] };
  return { consumption: assisted, organicUsers: assisted, featureUpgrade: assisted };
}

/**
 * The three ways to own the commercials of existing customers, and the CSM's pay in each: who
 * carries no commercial duty is paid differently from one who sells (equations, section 4).
 */
export const DEFAULT_MODELS = {
  allSales: {
    roles: { csm: { ote: 110_000, variableShare: 0.15, scorecardWeight: 0.8 } },
    motions: {
      ...allLedBy('ae'),
      ...withCsmAssisting({ role: 'csm', involvement: 0.1, credit: 0.25 }),
    },
  },
  split: {
    motions: {
      ...allLedBy('ae'),
      ...withCsmAssisting({ role: 'csm', involvement: 0.15, credit: 0.5 }),
      renewal: { lead: 'csm', assists: [] },
    },
  },
  allCsm: {
    roles: { csm: { ote: 130_000, variableShare: 0.3 } },
    motions: allLedBy('csm'),
  },
  bestFit: { roles: { csm: { ote: 130_000, variableShare: 0.3 } } },
} satisfies Assumptions['models'];
