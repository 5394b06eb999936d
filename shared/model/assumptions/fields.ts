import {
  days,
  hours,
  money,
  months,
  people,
  position,
  positiveDays,
  positiveHours,
  positiveMoney,
  positiveMoneyPerDay,
  positivePeople,
  positiveShare,
  rate,
  ratio,
  share,
  wholeYears,
  years,
} from './field.ts';
import type { Field } from './field.ts';

/** Figures that stand alone at the top. */
export const VALUE_FIELDS = {
  horizonYears: wholeYears('Years counted'),
  discountRate: rate('Discount rate a year'),
  grossMargin: share('Gross margin before the pay of these roles'),
  timing: share('Share of the year in which a loss or expansion counts'),
  terminalYears: years('Years of margin the ARR is worth after the last year'),
} satisfies Record<string, Field>;

/** Figures in groups, as in the assumptions: group → figure. */
export const GROUP_FIELDS = {
  segments: {
    smallBelow: money('Small accounts: contract value below'),
    midsizeUpTo: money('Midsize accounts: contract value up to'),
  },
  cycle: {
    tauDays: positiveDays('Sales cycle after which the seller holds most of the relationship'),
    referenceDays: positiveDays('Sales cycle at which a new sale takes its stated hours'),
    minScale: ratio('Least effort of a new sale, against the reference'),
    maxScale: ratio('Most effort of a new sale, against the reference'),
    defaultDays: days('Sales cycle where the book has none'),
    cacPerDay: positiveMoneyPerDay('Acquisition cost that stands for a day of sales cycle'),
  },
  certification: {
    effect: share('Part of the loss that certification removes'),
    cost: money('Certification, a person a year'),
  },
  scorecard: { effect: share('Part of the risk that scorecard pay removes') },
  pay: { attainment: ratio('Attainment paid out') },
  effort: { valueScale: positiveMoney('Value at which work takes most of its full hours') },
  pursuit: { years: years('Years of margin a seller counts when judging a deal') },
  friction: { dualOwner: share('Bookings lost where two people own an account') },
  risk: {
    default: share('Chance of losing a renewal'),
    atHealth0: share('Chance of losing a renewal at health 0'),
    atHealth100: share('Chance of losing a renewal at health 100'),
    adoptionRisk: share('Added chance of losing a customer whom nobody serves'),
  },
  whitespace: {
    share: share('White space: what could be sold a year, as a share of ARR'),
    replenish: ratio('White space that comes back each year'),
  },
  service: {
    level: ratio('Service level'),
    minHours: hours('Service of the smallest account'),
    maxHours: hours('Service of the largest account'),
    arrScale: positiveMoney('ARR at which service takes most of its full hours'),
  },
  coordination: {
    pairHours: hours('Coordination of each AE and CSM who share accounts, for each of them'),
    accountHours: hours('Coordination of each account with two owners, for each of them'),
    signalHours: hours('Passing on a lead, for each side'),
  },
  transition: {
    baseHours: hours('Handing over an account'),
    relationHours: hours('Handing over the relationship, on top'),
    relationRisk: share('ARR at risk where the relationship changes hands'),
  },
} satisfies Record<string, Record<string, Field>>;

/** The pull of pay has its figure beside a table of references. */
export const ELASTICITY_FIELD: Field = ratio('How much pay pulls');

/** Figures of one motion. */
export const MOTION_FIELDS = {
  newness: position('Newness: 0 more of the same, 1 a new sale'),
  sensitivity: ratio('How much the outcome depends on who leads'),
  passive: share('Share that happens if nobody works it'),
  hours: hours('Hours to work it'),
} satisfies Record<string, Field>;

export const WIN_RATE_FIELD: Field = share('Win rate in the best hands');

/** Figures of one role. */
export const ROLE_FIELDS = {
  ote: money('On-target earnings'),
  variableShare: share('Variable share of pay'),
  scorecardWeight: share('Part of variable pay on a scorecard'),
  scorecardAttainment: ratio('Scorecard attainment'),
  quota: positiveMoney('Quota'),
  benefits: rate('Benefits on base pay'),
  overhead: money('Overhead a person'),
  hoursPerYear: positiveHours('Working hours a year'),
  productiveShare: positiveShare('Share of hours that reach customers'),
  span: positivePeople('People a manager'),
  managerLoaded: money('A manager, all in'),
  certified: share('Share of people certified'),
  hireCost: money('Cost of a hire'),
  rampMonths: months('Months to full productivity'),
  releaseMonths: months('Months of pay when released'),
  redeployShare: share('Share of released people who are redeployed'),
  existingShare: share('Share of time for existing customers'),
} satisfies Record<string, Field>;

/** What is lost because a role leads: the four corners of the two vectors. */
export const LOSS_FIELDS = {
  sameShort: share('Lost on more of the same, short cycles'),
  sameLong: share('Lost on more of the same, long cycles'),
  newShort: share('Lost on new sales, short cycles'),
  newLong: share('Lost on new sales, long cycles'),
} satisfies Record<string, Field>;

/** A table by motion or by role: every entry is the same kind of figure. */
export const WEIGHT_FIELD: Field = ratio('Weight towards quota');
export const SPIFF_FIELD: Field = ratio('SPIFF: credit for each unit booked');
export const REFERENCE_FIELD: Field = rate('Commission rate at which pay pulls neither way');
export const MIX_FIELD: Field = ratio('Weight in the white space');
export const FTE_FIELD: Field = people('People in place');
export const SEGMENT_DAYS_FIELD: Field = positiveDays('Sales cycle where the book has none');
export const INVOLVEMENT_FIELD: Field = share('Involvement of the assistant');
export const CREDIT_FIELD: Field = share('Commission credit of the assistant');
