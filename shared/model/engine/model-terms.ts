import { MOTIONS, type Motion } from '../../book/motions.ts';
import type { TextColumn } from '../../book/book.ts';
import type { Assumptions, ModelId, MotionOwnership } from '../assumptions/types.ts';
import { BEST_FIT } from '../ownership.ts';
import { SELLER_ROLE, SERVICE_ROLE, TIE_ORDER } from '../structural-roles.ts';
import { item } from './lists.ts';
import { roleTermsOf, type RoleTerms } from './role-terms.ts';

/** A role that helps the lead. `role`: index into the model's roles. */
export interface AssistTerms {
  readonly role: number;
  readonly involvement: number;
  readonly credit: number;
  readonly lossShort: number;
  readonly lossSlope: number;
}

/**
 * One way to own one motion, a lead and its assists, with all that does not depend on the account
 * worked out (model equations, sections 3 and 4).
 */
export interface Stint {
  readonly motion: number;
  /** Index into the model's roles. */
  readonly lead: number;
  readonly assists: readonly AssistTerms[];
  readonly lossShort: number;
  readonly lossSlope: number;
  readonly sensitivity: number;
  readonly passive: number;
  /** Win rate; a renewal's success is the account's own. */
  readonly winRate: number;
  readonly pull: number;
  /** Worth of a unit of money won: gross margin over the years it counts. */
  readonly margin: number;
  readonly spiff: number;
  /** Pay for a unit of money won, lead and assists, SPIFF included. */
  readonly payRate: number;
  /** Cost of an hour of the lead with its assists' hours. */
  readonly hourCost: number;
  /** Cost of the signal hours of a piece of work of full size; 0 where the service role leads. */
  readonly signalCost: number;
  /** The lead is not the service role, so that leads are passed on. */
  readonly signals: boolean;
  /** Bits of `ENGAGED`. */
  readonly engaged: number;
}

/** Which of the two roles that can form a pair lead or assist. */
export const ENGAGED = { seller: 1, service: 2, both: 3 } as const;

/** An ownership model with everything worked out that needs no account. */
export interface ModelTerms {
  readonly id: ModelId;
  readonly roles: readonly RoleTerms[];
  readonly service: number;
  /** −1 where the assumptions have no such role. */
  readonly seller: number;
  /** By motion: the different ways it is owned; of bestFit one a candidate, in the order of ties. */
  readonly stints: readonly (readonly Stint[])[];
  /** By motion, by code of the segment: index into `stints[motion]`. Null where it depends on the account. */
  readonly bySegment: readonly Uint16Array[] | null;
  /** Roles that lead anything, ascending. */
  readonly leadRoles: readonly number[];
  /** risk′ = min(1, risk · `riskFactor` + what lacking service adds). */
  readonly riskFactor: number;
}

/** Works a model out for a book's segments. The model and its roles must exist. */
export function modelTermsOf(
  assumptions: Assumptions,
  id: ModelId,
  segment: TextColumn,
): ModelTerms {
  const roles = roleTermsOf(assumptions, id);
  const indexOf = (role: string) => roles.findIndex((terms) => terms.id === role);
  const service = indexOf(SERVICE_ROLE);
  const csm = item(roles, service).figures;
  const context = { assumptions, roles, service, seller: indexOf(SELLER_ROLE) };
  const { stints, bySegment } =
    id === BEST_FIT
      ? { stints: candidateStints(context), bySegment: null }
      : writtenStints(context, id, segment);
  const leadRoles = new Set(stints.flat().map((stint) => stint.lead));
  return {
    id,
    roles,
    service,
    seller: context.seller,
    stints,
    bySegment,
    leadRoles: [...leadRoles].sort((a, b) => a - b),
    riskFactor: 1 - assumptions.scorecard.effect * csm.variableShare * csm.scorecardWeight,
  };
}

interface Context {
  readonly assumptions: Assumptions;
  readonly roles: readonly RoleTerms[];
  readonly service: number;
  readonly seller: number;
}

function candidateStints(context: Context): readonly (readonly Stint[])[] {
  const rank = (role: string) =>
    TIE_ORDER.includes(role) ? TIE_ORDER.indexOf(role) : TIE_ORDER.length;
  const candidates = [...new Set(context.assumptions.bestFit.roles)].sort(
    (a, b) => rank(a) - rank(b),
  );
  return MOTIONS.map((motion, m) =>
    candidates.map((lead) => stintOf(context, motion, m, { lead, assists: [] })),
  );
}

function writtenStints(
  context: Context,
  id: ModelId,
  segment: TextColumn,
): { stints: readonly (readonly Stint[])[]; bySegment: readonly Uint16Array[] } {
  const definition = context.assumptions.models[id];
  const stints: Stint[][] = MOTIONS.map(() => []);
  const bySegment = MOTIONS.map((motion, m) => {
    const own = item(stints, m);
    const general = definition?.motions?.[motion];
    if (general === undefined) throw new Error(`${id} does not say who leads ${motion}.`);
    own.push(stintOf(context, motion, m, general));
    return Uint16Array.from(segment.values, (name) => {
      const segments = definition?.segments;
      const special =
        segments !== undefined && Object.hasOwn(segments, name)
          ? segments[name]?.[motion]
          : undefined;
      return special === undefined ? 0 : own.push(stintOf(context, motion, m, special)) - 1;
    });
  });
  return { stints, bySegment };
}

function stintOf(context: Context, motion: Motion, m: number, ownership: MotionOwnership): Stint {
  const { assumptions, roles, service, seller } = context;
  const { spiff, grossMargin, pursuit, coordination } = assumptions;
  const indexOf = (role: string) => roles.findIndex((terms) => terms.id === role);
  const leadIndex = indexOf(ownership.lead);
  const lead = item(roles, leadIndex);
  const rateOf = (role: RoleTerms) => role.rate[m] ?? 0;
  const assists = ownership.assists.map(({ role, involvement, credit }): AssistTerms => {
    const index = indexOf(role);
    const terms = item(roles, index);
    return {
      role: index,
      involvement,
      credit,
      lossShort: terms.lossShort[m] ?? 0,
      lossSlope: terms.lossSlope[m] ?? 0,
    };
  });
  let creditRate = rateOf(lead);
  let hourCost = lead.fullHourly;
  const engagedBit = (role: number) =>
    role === service ? ENGAGED.service : role === seller ? ENGAGED.seller : 0;
  let engaged = engagedBit(leadIndex);
  for (const assist of assists) {
    const role = item(roles, assist.role);
    creditRate += rateOf(role) * assist.credit;
    hourCost += assist.involvement * role.fullHourly;
    if (assist.involvement > 0) engaged |= engagedBit(assist.role);
  }
  const figures = assumptions.motions[motion];
  const signals = leadIndex !== service;
  return {
    motion: m,
    lead: leadIndex,
    assists,
    lossShort: lead.lossShort[m] ?? 0,
    lossSlope: lead.lossSlope[m] ?? 0,
    sensitivity: figures.sensitivity,
    passive: figures.passive,
    winRate: motion === 'renewal' ? NaN : assumptions.motions[motion].winRate,
    pull: lead.pull[m] ?? 0,
    margin: grossMargin * pursuit.years,
    spiff: spiff[motion],
    payRate: spiff[motion] * creditRate,
    hourCost,
    signalCost: signals
      ? coordination.signalHours * (item(roles, service).fullHourly + lead.fullHourly)
      : 0,
    signals,
    engaged,
  };
}
