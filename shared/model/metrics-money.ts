import { MOTIONS } from '../book/motions.ts';
import { SECTIONS } from './metric.ts';
import type { Metric } from './metric.ts';
import { MOTION_NAMES } from './names.ts';
import type { ModelResult } from './result.ts';

const NO_ARR = 'The book has no ARR to measure against.';

/** What a model is worth and what it brings. */
export const VALUE_METRICS: readonly Metric[] = [
  {
    id: 'npv',
    label: 'Net present value',
    unit: 'money',
    group: 'Value',
    meaning:
      'What the model brings over the years counted, in money of today, with the revenue that is left at the end.',
    formula: 'contribution of each year ÷ (1 + discount rate) ^ year, added up, + value at the end',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.npv,
  },
  {
    id: 'runRate',
    label: 'Run rate',
    unit: 'money',
    group: 'Value',
    meaning: 'Margin less cost of a full year, once the change of ownership is over.',
    formula: 'gross margin × (ARR kept + expansion) − cost of the year',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.runRate,
  },
  {
    id: 'contribution',
    label: 'Contribution in year 1',
    unit: 'money',
    group: 'Value',
    meaning: 'What the first year really brings, with the change of ownership paid.',
    formula:
      'gross margin × (ARR + timing × (retained ARR + expansion − ARR)) − cost of the year − cost of the change',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.contribution,
  },
  {
    id: 'npvTerminal',
    label: 'Value at the end',
    unit: 'money',
    group: 'Value',
    meaning: 'The part of the net present value that lies after the years counted.',
    formula:
      'terminal years × (gross margin × (retained ARR + expansion) − cost, of the last year) ÷ (1 + discount rate) ^ years',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.npvTerminal,
  },
];

/** Revenue kept and won. */
export const REVENUE_METRICS: readonly Metric[] = [
  {
    id: 'arr',
    label: 'ARR at the start',
    unit: 'money',
    group: 'Revenue',
    meaning: 'Annual recurring revenue of the accounts compared.',
    formula: 'ARR of the accounts, added up',
    source: SECTIONS.bookings,
    better: 'none',
    whenMissing: '',
    read: (result) => result.arr,
  },
  {
    id: 'retainedArr',
    label: 'Retained ARR',
    unit: 'money',
    group: 'Revenue',
    meaning: 'ARR that is still there after a year of renewals and of the change of ownership.',
    formula: 'ARR not up for renewal + renewals booked − ARR lost in the change',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.retainedArr,
  },
  {
    id: 'expansionArr',
    label: 'Expansion ARR',
    unit: 'money',
    group: 'Revenue',
    meaning: 'ARR won in a year from upsell and cross-sell.',
    formula: 'the six types of upsell booked, added up',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: '',
    read: (result) => result.expansionArr,
  },
  {
    id: 'nrr',
    label: 'Net revenue retention',
    unit: 'share',
    group: 'Revenue',
    meaning: 'ARR after a year, expansion included, against ARR at its start.',
    formula: '(retained ARR + expansion ARR) ÷ ARR',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: NO_ARR,
    read: (result) => result.nrr,
  },
  {
    id: 'grr',
    label: 'Gross revenue retention',
    unit: 'share',
    group: 'Revenue',
    meaning: 'ARR that stays without counting expansion.',
    formula: 'retained ARR ÷ ARR',
    source: SECTIONS.value,
    better: 'higher',
    whenMissing: NO_ARR,
    read: (result) => result.grr,
  },
];

/** What is booked, by motion. */
export const BOOKED_METRICS: readonly Metric[] = MOTIONS.map((motion) => ({
  id: `bookedByMotion.${motion}`,
  label: `${MOTION_NAMES[motion]} booked`,
  unit: 'money',
  group: 'Booked',
  meaning:
    motion === 'renewal'
      ? 'ARR up for renewal that is renewed in a year.'
      : 'What is won in a year of this type of upsell, worked or by itself.',
  formula:
    motion === 'renewal'
      ? 'coverage × value × success × yield × (1 − friction) + (1 − coverage) × value × success × passive share'
      : 'share of the account kept × (coverage × value × win rate × yield × (1 − friction) + (1 − coverage) × value × win rate × passive share)',
  source: SECTIONS.bookings,
  better: 'higher',
  whenMissing: '',
  read: (result) => result.bookedByMotion[motion],
}));

const money = (
  id: string,
  label: string,
  meaning: string,
  formula: string,
  read: (cost: ModelResult['cost']) => number,
): Metric => ({
  id: `cost.${id}`,
  label,
  unit: 'money',
  group: 'Cost',
  meaning,
  formula,
  source: SECTIONS.cost,
  better: 'lower',
  whenMissing: '',
  read: (result) => read(result.cost),
});

/** What a year of the model costs; the parts of `runCost` first, in the order they are stacked. */
export const COST_METRICS: readonly Metric[] = [
  money(
    'peopleCore',
    'People',
    'Base pay, benefits, overhead and certification of the people, without their coordination.',
    'people × cost of a person − coordination',
    (cost) => cost.peopleCore,
  ),
  money(
    'coordination',
    'Coordination',
    'The part of people that goes into talking to each other about shared accounts.',
    'coordination hours × cost of an hour, by role',
    (cost) => cost.coordination,
  ),
  money(
    'managers',
    'Managers',
    'The managers these people need.',
    'people ÷ people a manager × cost of a manager, by role',
    (cost) => cost.managers,
  ),
  money(
    'commissionLead',
    'Commission of the lead',
    'Commission of whoever leads the sale.',
    'credited bookings × commission rate, scaled to what pay promises',
    (cost) => cost.commissionLead,
  ),
  money(
    'commissionAssist',
    'Commission paid twice',
    'Commission of those who assist: money paid twice for one booking.',
    'credited bookings × commission rate × credit, scaled to what pay promises',
    (cost) => cost.commissionAssist,
  ),
  money(
    'scorecard',
    'Scorecard pay',
    'Variable pay on activity, adoption and the like rather than on bookings.',
    'people × pay × variable share × scorecard weight × attainment, by role',
    (cost) => cost.scorecard,
  ),
  money(
    'people',
    'People and coordination',
    'Base pay, benefits, overhead and certification of all the people.',
    'people × cost of a person, by role',
    (cost) => cost.people,
  ),
  money(
    'runCost',
    'Cost of the year',
    'Everything that the model costs in a year but for the change of ownership.',
    'people + managers + commissions + scorecard pay',
    (cost) => cost.runCost,
  ),
  {
    id: 'costPerDollar',
    label: 'Cost of a unit of revenue',
    unit: 'moneyPerMoney',
    group: 'Cost',
    meaning: 'What it costs to keep or win one unit of ARR.',
    formula: 'cost of the year ÷ (ARR kept + expansion)',
    source: SECTIONS.value,
    better: 'lower',
    whenMissing: 'Nothing is kept or won to measure against.',
    read: (result) => result.costPerDollar,
  },
];
