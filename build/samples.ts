import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { UPSELLS, type Upsell } from '../shared/book/motions.ts';

/**
 * Makes the three sample books: `npx tsx build/samples.ts`. Same seed, same bytes; a test compares
 * them with what is committed. All companies are fictional, owners are teams and numbers.
 */
interface Profile {
  readonly file: string;
  readonly seed: number;
  readonly accounts: number;
  readonly regions: readonly string[];
  readonly aesPerRegion: number;
  readonly csmTeams: number;
  readonly trades: readonly string[];
  /** ARR: the middle account and how far the others spread around it (log-normal), money a year. */
  readonly arr: Spread;
  /** Sales cycle in days; larger accounts take longer. */
  readonly cycle: Spread;
  /** What could be sold a year as a share of ARR, by type of upsell. */
  readonly potential: Readonly<Record<Upsell, number>>;
  /** Part of the accounts whose potential nobody has written down. */
  readonly unknownPotential: number;
  readonly health: number;
}
interface Spread {
  readonly middle: number;
  readonly sigma: number;
}

const PROFILES: readonly Profile[] = [
  {
    file: 'small-business.csv',
    seed: 11,
    accounts: 380,
    regions: ['North', 'South', 'East', 'West'],
    aesPerRegion: 2,
    csmTeams: 5,
    trades: ['Dental', 'Bakery', 'Fitness', 'Studio', 'Repairs', 'Florists', 'Clinic', 'Motors'],
    arr: { middle: 14_000, sigma: 0.6 },
    cycle: { middle: 18, sigma: 0.45 },
    potential: {
      priceIncrease: 0.06,
      consumption: 0.1,
      organicUsers: 0.09,
      featureUpgrade: 0.04,
      proactiveUsers: 0.02,
      newSolution: 0.01,
    },
    unknownPotential: 0.1,
    health: 72,
  },
  {
    file: 'mid-market.csv',
    seed: 23,
    accounts: 240,
    regions: ['Central', 'Coast', 'Overseas'],
    aesPerRegion: 3,
    csmTeams: 6,
    trades: ['Freight', 'Foods', 'Analytics', 'Textiles', 'Insurance', 'Media', 'Optics', 'Energy'],
    arr: { middle: 95_000, sigma: 0.45 },
    cycle: { middle: 165, sigma: 0.3 },
    potential: {
      priceIncrease: 0.02,
      consumption: 0.03,
      organicUsers: 0.02,
      featureUpgrade: 0.05,
      proactiveUsers: 0.14,
      newSolution: 0.17,
    },
    unknownPotential: 0.15,
    health: 70,
  },
  {
    file: 'enterprise.csv',
    seed: 37,
    accounts: 160,
    regions: ['Americas', 'Europe', 'Asia'],
    aesPerRegion: 5,
    csmTeams: 7,
    trades: [
      'Aerospace',
      'Telecom',
      'Bank',
      'Rail',
      'Chemicals',
      'Utilities',
      'Shipping',
      'Pharma',
    ],
    arr: { middle: 420_000, sigma: 0.55 },
    cycle: { middle: 480, sigma: 0.3 },
    potential: {
      priceIncrease: 0.01,
      consumption: 0.02,
      organicUsers: 0.01,
      featureUpgrade: 0.03,
      proactiveUsers: 0.2,
      newSolution: 0.3,
    },
    unknownPotential: 0.1,
    health: 74,
  },
];

const PLACES =
  'Alder Amber Aspen Birch Bramble Brook Cedar Cinder Clover Copper Coral Cove Crest Dale Drift Elm Ember Fallow Fern Flint Fjord Garnet Glade Hazel Heath Heron Indigo Iris Juniper Kestrel Larch Linden Lumen Maple Marble Marsh Meadow Mesa Mica Moss Nettle Oak Ochre Onyx Opal Orchard Pebble Pine Quarry Quill Raven Reed Ridge Rowan Russet Sable Saffron Sedge Slate Sorrel Spruce Thistle Umber Vale Violet Walnut Willow Wren Yarrow Zephyr'.split(
    ' ',
  );

const HEADER = [
  'Account ID',
  'Account Name',
  'Region',
  'Industry',
  'Account Executive',
  'CSM',
  'ARR',
  'Sales Cycle (days)',
  'Health Score',
  'Potential Price Increase',
  'Potential Consumption',
  'Potential Organic Users',
  'Potential Feature Upgrade',
  'Potential Proactive Users',
  'Potential New Solution',
];

/** The three books as file name and text. */
export function sampleBooks(): readonly { readonly file: string; readonly text: string }[] {
  return PROFILES.map((profile) => ({ file: profile.file, text: csvOf(profile) }));
}

function csvOf(profile: Profile): string {
  const random = seeded(profile.seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const names = new Set<string>();
  const rows = Array.from({ length: profile.accounts }, (_, index) => {
    const industry = pick(profile.trades) ?? '';
    const region = pick(profile.regions) ?? '';
    const size = normal(random);
    const arr = rounded(profile.arr.middle * Math.exp(profile.arr.sigma * size));
    const pace = 0.5 * size + Math.sqrt(0.75) * normal(random);
    const cycle = Math.max(
      1,
      Math.round(profile.cycle.middle * Math.exp(profile.cycle.sigma * pace)),
    );
    const health = Math.min(98, Math.max(12, Math.round(profile.health + 14 * normal(random))));
    const isKnown = random() >= profile.unknownPotential;
    const potential = UPSELLS.map((upsell) => {
      const share = profile.potential[upsell] * (0.4 + 1.2 * random());
      return isKnown ? String(Math.round((arr * share) / 10) * 10) : '';
    });
    let name = '';
    do name = `${pick(PLACES) ?? ''}${pick(ENDINGS) ?? ''} ${industry}`;
    while (names.has(name));
    names.add(name);
    return [
      `A-${String(1001 + index)}`,
      name,
      region,
      industry,
      `AE ${region} ${String(1 + Math.floor(random() * profile.aesPerRegion))}`,
      `CSM Team ${String(1 + Math.floor(random() * profile.csmTeams))}`,
      String(arr),
      String(cycle),
      random() < 0.05 ? '' : String(health),
      ...potential,
    ];
  });
  return [HEADER, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

const ENDINGS = ['', 'field', 'wood', 'hill', 'mere', 'stone', 'light', 'way'];

function rounded(money: number): number {
  return Math.round(money / 100) * 100;
}

/** Uniform numbers in 0..1 from a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number (Box and Muller), cut at two and a half so that no account is absurd. */
function normal(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const value = radius * Math.cos(2 * Math.PI * random());
  return Math.min(2.5, Math.max(-2.5, value));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { file, text } of sampleBooks()) {
    writeFileSync(new URL(`../renderer/samples/${file}`, import.meta.url), text);
  }
}
