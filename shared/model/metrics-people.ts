import { own } from '../units/records.ts';
import type { RoleId } from './assumptions/types.ts';
import { SECTIONS } from './metric.ts';
import type { Metric } from './metric.ts';
import { roleName, roleTitle } from './names.ts';
import type { ModelResult } from './result.ts';

const total = (byRole: Readonly<Record<RoleId, number>>): number =>
  Object.values(byRole).reduce((sum, value) => sum + value, 0);

/** People and their time over all roles. */
export const PEOPLE_METRICS: readonly Metric[] = [
  {
    id: 'fteTotal',
    label: 'People',
    unit: 'people',
    group: 'People',
    meaning: 'Full-time people the model takes, all roles.',
    formula: 'people of each role, added up',
    source: SECTIONS.coordination,
    better: 'none',
    whenMissing: '',
    read: (result) => total(result.fte),
  },
  {
    id: 'freedHoursTotal',
    label: 'Hours freed',
    unit: 'hours',
    group: 'People',
    meaning: 'Time left for new business: beside the money, never in it.',
    formula: 'hours freed of each role, added up',
    source: SECTIONS.coordination,
    better: 'higher',
    whenMissing: '',
    read: (result) => total(result.freedHours),
  },
];

/** The figures of one role. */
export function roleMetrics(role: RoleId): readonly Metric[] {
  const head = { group: 'People', whenMissing: '' } as const;
  return [
    {
      ...head,
      id: `fte.${role}`,
      label: `${roleName(role)} people`,
      unit: 'people',
      meaning: `Full-time people of the role ${roleTitle(role)}.`,
      formula: 'hours needed ÷ hours of a person that reach customers, or the people in place',
      source: SECTIONS.coordination,
      better: 'none',
      read: (result) => own(result.fte, role) ?? null,
    },
    {
      ...head,
      id: `demandHours.${role}`,
      label: `${roleName(role)} hours needed`,
      unit: 'hours',
      meaning: 'Hours a year that leading, assisting, service and coordination ask of the role.',
      formula: 'hours as lead + hours as assistant + service + coordination',
      source: SECTIONS.coordination,
      better: 'none',
      read: (result) => own(result.demandHours, role) ?? null,
    },
    {
      ...head,
      id: `freedHours.${role}`,
      label: `${roleName(role)} hours freed`,
      unit: 'hours',
      meaning: 'Hours of the people in place that existing customers do not need.',
      formula: 'people × hours of a person that reach customers − hours needed, 0 at least',
      source: SECTIONS.coordination,
      better: 'higher',
      read: (result) => own(result.freedHours, role) ?? null,
    },
    {
      ...head,
      id: `coverage.${role}`,
      label: `${roleName(role)} coverage`,
      unit: 'share',
      meaning: 'Share of service, coordination and renewals that the people in place can do.',
      formula: 'hours of the people ÷ hours needed for what cannot wait, 100 % at most',
      source: SECTIONS.coordination,
      better: 'higher',
      read: (result) => own(result.coverage, role) ?? null,
    },
    {
      ...head,
      id: `coverageUpsell.${role}`,
      label: `${roleName(role)} coverage of upsell`,
      unit: 'share',
      meaning: 'Share of the upsell work that the people in place can do after all else.',
      formula: 'hours left after what cannot wait ÷ hours needed for upsell, 100 % at most',
      source: SECTIONS.coordination,
      better: 'higher',
      read: (result) => own(result.coverageUpsell, role) ?? null,
    },
    {
      ...head,
      id: `impliedAttainment.${role}`,
      label: `${roleName(role)} implied attainment`,
      unit: 'share',
      meaning: 'What the stated quota would pay, against what the pay plan promises.',
      formula: 'commission at the stated quota ÷ (people × commission promised to one person)',
      source: SECTIONS.cost,
      better: 'none',
      whenMissing: 'Nobody in this role is promised a commission.',
      read: (result) => own(result.impliedAttainment, role) ?? null,
    },
  ];
}

const overlap = (
  id: keyof ModelResult['overlap'],
  label: string,
  unit: Metric['unit'],
  better: Metric['better'],
  meaning: string,
  formula: string,
  whenMissing = '',
): Metric => ({
  id: `overlap.${id}`,
  label,
  unit,
  group: 'Overlap',
  meaning,
  formula,
  source: SECTIONS.overlap,
  better,
  whenMissing,
  read: (result) => result.overlap[id],
});

/** Where two people share an account, and what it costs. */
export const OVERLAP_METRICS: readonly Metric[] = [
  overlap(
    'paidTwice',
    'Paid twice',
    'money',
    'lower',
    'Commission paid to a second person for the same booking.',
    'commission of those who assist',
  ),
  overlap(
    'dualOwnedAccounts',
    'Accounts with two owners',
    'count',
    'lower',
    'Accounts where two or more roles lead something.',
    'accounts where two or more roles lead worked motions',
  ),
  overlap(
    'dualOwnedArr',
    'ARR with two owners',
    'money',
    'lower',
    'ARR of the accounts with two owners.',
    'ARR of the accounts where two or more roles lead',
  ),
  overlap(
    'singleThroatShare',
    'ARR with one owner',
    'share',
    'higher',
    'Share of ARR whose customer has exactly one person to turn to.',
    'ARR of accounts with exactly one lead ÷ ARR',
    'The book has no ARR to measure against.',
  ),
  overlap(
    'pairs',
    'AE and CSM pairs',
    'count',
    'lower',
    'Pairs of an AE and a CSM who share at least one account.',
    'distinct pairs of names where both roles lead or assist',
  ),
  overlap(
    'csmsPerAe',
    'CSMs an AE works with',
    'ratio',
    'lower',
    'Mean number of CSM partners of an AE who has any.',
    'pairs ÷ AEs in a pair',
    'No AE shares an account with a CSM.',
  ),
  overlap(
    'aesPerCsm',
    'AEs a CSM works with',
    'ratio',
    'lower',
    'Mean number of AE partners of a CSM who has any.',
    'pairs ÷ CSMs in a pair',
    'No CSM shares an account with an AE.',
  ),
  overlap(
    'coordinationHours',
    'Coordination hours',
    'hours',
    'lower',
    'Hours a year spent on talking to each other.',
    'hours of pairs + hours of shared accounts + hours of leads passed on',
  ),
  overlap(
    'coordinationCost',
    'Coordination cost',
    'money',
    'lower',
    'What those hours cost.',
    'coordination hours × cost of an hour, by role',
  ),
  overlap(
    'signals',
    'Leads passed on',
    'count',
    'none',
    'Leads that the CSM passes to another role in a year.',
    'worked motions whose lead is not the CSM',
  ),
];

const transition = (
  id: keyof ModelResult['transition'],
  label: string,
  unit: Metric['unit'],
  meaning: string,
  formula: string,
): Metric => ({
  id: `transition.${id}`,
  label,
  unit,
  group: 'Change of ownership',
  meaning,
  formula,
  source: SECTIONS.value,
  better: 'lower',
  whenMissing: '',
  read: (result) => result.transition[id],
});

/** What it takes to get there from today's model. */
export const TRANSITION_METRICS: readonly Metric[] = [
  transition(
    'cost',
    'Cost of the change',
    'money',
    'What it costs to get from today to this model, lost margin included.',
    'handover hours + hiring + release + gross margin × ARR lost',
  ),
  transition(
    'accountsMoved',
    'Accounts that change hands',
    'count',
    'Accounts where something gets another lead than today.',
    'accounts where a motion worked in both models changes its lead',
  ),
  transition(
    'hoursCost',
    'Handover hours',
    'money',
    'The hours of both sides to hand accounts over.',
    'hours of a handover × cost of an hour of both roles, over the accounts that move',
  ),
  transition(
    'hiring',
    'Hiring',
    'money',
    'Hiring the people who are missing and the half pay while they learn.',
    'people more than today × (cost of a hire + months to productivity ÷ 12 × cost of a person × 0.5)',
  ),
  transition(
    'release',
    'Release',
    'money',
    'Pay of the people who are no longer needed and not redeployed.',
    'people fewer than today × months ÷ 12 × cost of a person × (1 − share redeployed)',
  ),
  transition(
    'arrLost',
    'ARR lost in the change',
    'money',
    'ARR that leaves because its relationship changes hands.',
    'ARR × risk × part of the value that moves × relationship it leaves behind',
  ),
  {
    id: 'payback',
    label: 'Payback',
    unit: 'months',
    group: 'Change of ownership',
    meaning: 'Months until the higher run rate has paid for the change.',
    formula: 'cost of the change ÷ (run rate − run rate of today) × 12',
    source: SECTIONS.value,
    better: 'lower',
    whenMissing: 'It never pays back, today is not known, or this is today’s model.',
    read: (result, today) => {
      const gain = today ? result.runRate - today.runRate : 0;
      return today && today !== result && gain > 0 ? (result.transition.cost / gain) * 12 : null;
    },
  },
];
