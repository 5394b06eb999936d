import type { AssumptionPath } from './paths.ts';
import { cited, reasoned, unsourced } from './source.ts';
import type { Source } from './source.ts';
import { ROLE_SOURCES } from './sources-roles.ts';

/** Ranges and sources of the defaults that have them; every other figure is the user's to overwrite. */
export const SOURCES: Readonly<Record<AssumptionPath, Source>> = {
  ...ROLE_SOURCES,
  grossMargin: cited(
    0.7,
    0.85,
    'B',
    2023,
    'https://sapphireventures.com/blog/gross-margin-gross-retention-efficient-growth/',
    '70 % and more for most, 80 % and more for the best',
  ),
  discountRate: reasoned(0.08, 0.15, 'modelling choice'),
  'motions.renewal.hours': cited(
    10,
    15,
    'B',
    2023,
    'https://www.csin15.com/p/foundations-of-cs-building-your-capacity-model',
    'renewal preparation, hours a cycle',
  ),
  'motions.proactiveUsers.hours': reasoned(10, 30),
  'motions.newSolution.hours': reasoned(20, 60),
  'service.maxHours': cited(
    75,
    140,
    'B',
    2021,
    'https://gaingrowretain.com/discussion/8371/arr-to-csm-ratios-and-benchmarks',
    'set so that a CSM carries about 12 accounts of 150 K or more, 20 of 50 to 150 K, 75 of 20 K; survey average 1.72 M ARR and 104 accounts a CSM',
  ),
  'risk.default': cited(
    0.05,
    0.2,
    'A',
    2024,
    'https://www.digitalapplied.com/blog/net-revenue-retention-benchmarks-2026-saas-expansion-data',
    'gross retention median 88 % (Benchmarkit 2024, quoted)',
  ),
  'motions.consumption.winRate': cited(
    0.6,
    0.7,
    'B',
    2010,
    'http://agocluytens.com/selling-to-existing-customers/',
    'existing customers 60 to 70 % (Farris et al., Marketing Metrics, quoted; not SaaS)',
  ),
  'motions.newSolution.winRate': reasoned(
    0.2,
    0.5,
    'between new-logo mid-market 25 % and existing-customer upsell',
  ),
  'motions.renewal.sensitivity': reasoned(0.05, 0.3),
  'spiff.newSolution': cited(
    1,
    1.5,
    'B',
    2021,
    'Concentrix, How to Create a Sales Compensation Model That Drives Upsell and Cross-Sell Opportunities',
    'credit of 1.25 to 1.5 towards quota',
  ),
  'cycle.referenceDays': cited(
    60,
    120,
    'A',
    2017,
    'http://www.forentrepreneurs.com/2017-saas-ae-metrics-report/',
    'median 60 days at 25 K ACV (Bridge 2017); 84 to 90 overall',
  ),
  'cycle.tauDays': reasoned(60, 240, unsourced('how fast a long sale builds relationship capital')),
  'whitespace.share': reasoned(0.1, 0.6),
  'friction.dualOwner': reasoned(0, 0.05),
  'transition.baseHours': reasoned(1, 6),
  'transition.relationHours': reasoned(2, 12),
  'transition.relationRisk': reasoned(0, 0.05),
  'coordination.pairHours': reasoned(4, 24),
  'certification.effect': reasoned(0, 0.5),
  'risk.adoptionRisk': reasoned(
    0.05,
    0.4,
    unsourced('added chance of losing a customer whom nobody serves'),
  ),
  'incentive.elasticity': reasoned(0, 0.15, unsourced('how much pay pulls')),
  'scorecard.effect': reasoned(
    0,
    0.8,
    unsourced("how much of the risk a CSM's scorecard pay removes, per share of pay"),
  ),
  terminalYears: reasoned(
    0,
    4,
    'years of gross margin that the ARR at the end of the horizon is worth: modelling choice',
  ),
  timing: reasoned(
    0.3,
    0.7,
    'share of a year that a loss or an expansion made in it counts: mid-year, modelling choice',
  ),
  'pursuit.years': reasoned(
    1,
    3,
    'years of margin a seller counts when deciding whether a deal is worth the hours: modelling choice',
  ),
  'effort.valueScale': reasoned(20_000, 150_000),
};
