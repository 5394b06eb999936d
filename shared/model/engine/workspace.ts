import { MOTIONS } from '../../book/motions.ts';

/**
 * Accounts are worked through in blocks of this many: few enough for a block's columns to stay in the
 * processor's cache, and for the loops over them to be called often. A loop that the compiler first
 * meets in the middle of a long run keeps its figures boxed, and stays two to three times as slow for
 * as long as it is seldom called anew.
 */
export const BLOCK = 1024;

/** Index of the renewal among `MOTIONS`; the upsell types follow. */
export const RENEWAL = 0;
export const MOTION_COUNT = MOTIONS.length;

/** In a column of leads or of stints: nobody. */
export const NOBODY = 255;

/** How many different roles the leads of one model may have. */
export const MOST_LEADS = 32;

const numbers = (columns = 1) => new Float64Array(BLOCK * columns);
const bytes = (columns = 1) => new Uint8Array(BLOCK * columns);

/**
 * The block at hand: the one set of columns that every step of the engine reads and writes, filled
 * anew for each block, year and model. It lives at module level, and each file takes the columns it
 * needs as constants of its own, because the compiler then knows where they are: the same loops over
 * columns passed as arguments took three to five times as long. Nothing outlives a call of the engine.
 *
 * Columns by motion hold `MOTION_COUNT` times `BLOCK` entries: motion m, row i at `m * BLOCK + i`.
 */
export const WORKSPACE = {
  /** ρ: the part of the relationship held by the seller. */
  relationship: numbers(),
  /** L: the effort scale of a new sale. */
  effortScale: numbers(),
  complexity: numbers(),
  risk: numbers(),
  renewalShare: numbers(),
  segment: new Uint32Array(BLOCK),

  /** Of the year at hand, money a year. */
  arr: numbers(),
  /** Potential in year 1, by motion. */
  potential: numbers(MOTION_COUNT),
  /** Potential as a multiple of year 1's. */
  growth: numbers(),
  /** The same for the next year. */
  nextArr: numbers(),
  nextGrowth: numbers(),
  /** V: value at stake, by motion. */
  value: numbers(MOTION_COUNT),
  /** size(V), 0 where V is 0, by motion. */
  size: numbers(MOTION_COUNT),
  /** Hours of whoever leads, by motion. */
  hours: numbers(MOTION_COUNT),
  /** Service hours. */
  service: numbers(),

  /** Rows by stint, by motion (see ownership-of-block.ts). */
  rows: new Uint16Array(BLOCK * MOTION_COUNT),
  /** bestFit: the stint chosen in year 1, by motion. */
  assigned: bytes(MOTION_COUNT),

  /** Role that leads, `NOBODY` where not worked, by motion; and the same under today's model. */
  lead: bytes(MOTION_COUNT),
  was: bytes(MOTION_COUNT),
  /** By motion; only where worked. */
  yields: numbers(MOTION_COUNT),
  /** Success · yield by motion, worked or not (see plain-chances.ts). */
  chances: numbers(MOTION_COUNT),
  /** Bit m is set where motion m is worked (see plain-year.ts). */
  workedMotions: bytes(),
  /** Value of the worked motions by place of the lead in `ModelTerms.leadRoles`, and in all. */
  ledValue: numbers(MOST_LEADS),
  workedValue: numbers(),
  /** How many roles lead something. */
  leads: bytes(),
  /** Bits of `ENGAGED`. */
  engaged: bytes(),
  /** φ: friction of a shared account. */
  friction: numbers(),

  /** Success of a renewal by its ideal owner: 1 − risk′. */
  renewalSuccess: numbers(),
  /** κ: what is left of the account for upsell. */
  kept: numbers(),
  retained: numbers(),
  /** By motion. */
  booked: numbers(MOTION_COUNT),
  /** What commission is reckoned on, before the SPIFF, by motion. */
  won: numbers(MOTION_COUNT),
  /** Booked upsell of all types. */
  expansion: numbers(),

  /** Lead of the first motion that moves, before and after; `NOBODY` where none does. */
  movedFrom: bytes(),
  movedTo: bytes(),
  /** Value of the motions that move, weighted with the part of the relationship that goes. */
  movedValue: numbers(),
  arrLost: numbers(),
} as const;
