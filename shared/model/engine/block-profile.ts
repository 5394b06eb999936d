import { BLOCK, MOTION_COUNT, WORKSPACE } from './workspace.ts';

const { relationship, arr, service, value, size, hours } = WORKSPACE;

/** What can be said of all accounts of a block at once, in year 1 and before anybody owns them. */
export interface BlockProfile {
  /** Least and most of the relationship that the seller holds. */
  readonly leastHeld: number;
  readonly mostHeld: number;
  readonly arr: number;
  readonly serviceHours: number;
  readonly motions: readonly MotionProfile[];
  /** By row: bit m is set where motion m has value. */
  readonly present: Uint8Array;
}

/** The pieces of work of one motion in a block: the accounts with value at stake. */
export interface MotionProfile {
  readonly count: number;
  readonly hours: number;
  readonly sizes: number;
  /** Infinite where there is none. */
  readonly leastValue: number;
  /** Most hours that a piece of work takes for its size. */
  readonly mostEffort: number;
}

/** Describes the block whose drivers, values and hours stand in the workspace. */
export function profileBlock(count: number): BlockProfile {
  let leastHeld = 1;
  let mostHeld = 0;
  let total = 0;
  let serviceHours = 0;
  for (let i = 0; i < count; i += 1) {
    const held = relationship[i] ?? 0;
    total += arr[i] ?? 0;
    serviceHours += service[i] ?? 0;
    if (held < leastHeld) leastHeld = held;
    if (held > mostHeld) mostHeld = held;
  }
  const present = new Uint8Array(count);
  const motions = Array.from({ length: MOTION_COUNT }, (_, m) => profileMotion(m, count, present));
  return { leastHeld, mostHeld, arr: total, serviceHours, motions, present };
}

function profileMotion(motion: number, count: number, present: Uint8Array): MotionProfile {
  const base = motion * BLOCK;
  const bit = 1 << motion;
  let pieces = 0;
  let hourSum = 0;
  let sizeSum = 0;
  let leastValue = Infinity;
  let mostEffort = 0;
  for (let i = 0; i < count; i += 1) {
    const v = value[base + i] ?? 0;
    if (!(v > 0)) continue;
    const part = size[base + i] ?? 0;
    const time = hours[base + i] ?? 0;
    present[i] = (present[i] ?? 0) | bit;
    pieces += 1;
    hourSum += time;
    sizeSum += part;
    if (v < leastValue) leastValue = v;
    if (time > mostEffort * part) mostEffort = time / part;
  }
  return { count: pieces, hours: hourSum, sizes: sizeSum, leastValue, mostEffort };
}
