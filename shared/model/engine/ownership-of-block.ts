import { item } from './lists.ts';
import type { ModelTerms } from './model-terms.ts';
import { BLOCK, MOTION_COUNT, NOBODY, WORKSPACE } from './workspace.ts';

const { rows, segment, assigned } = WORKSPACE;
/** By motion: 1 where the rows stand in the block's own order, whatever its length. */
const inOrder = new Uint8Array(MOTION_COUNT);

/**
 * Who owns each motion in the block at hand: the rows of stint s of motion m are
 * `rows[m · BLOCK + starts[m][s]]` up to `starts[m][s + 1]`; those of nobody follow the last stint.
 */
export interface BlockOwnership {
  readonly starts: readonly Uint16Array[];
}

/** Room for the ownership of a model. */
export function ownershipOf(model: ModelTerms): BlockOwnership {
  return { starts: model.stints.map((stints) => new Uint16Array(stints.length + 2)) };
}

/** Sorts the rows of the block by who owns them: by segment, or as assigned account by account. */
export function ownBlock(model: ModelTerms, count: number, ownership: BlockOwnership): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const starts = item(ownership.starts, m);
    const stints = item(model.stints, m).length;
    const bySegment = model.bySegment?.[m];
    if (bySegment !== undefined && stints === 1) {
      if (inOrder[m] === 0) everyRow(m * BLOCK);
      inOrder[m] = 1;
      starts.set([0, count, count]);
      continue;
    }
    inOrder[m] = 0;
    if (bySegment === undefined) groupAssigned(m * BLOCK, stints, count, starts);
    else groupSegments(m * BLOCK, bySegment, stints, count, starts);
  }
}

function everyRow(base: number): void {
  for (let i = 0; i < BLOCK; i += 1) rows[base + i] = i;
}

function groupSegments(
  base: number,
  bySegment: Uint16Array,
  stints: number,
  count: number,
  starts: Uint16Array,
): void {
  starts.fill(0);
  for (let i = 0; i < count; i += 1) bump(starts, (bySegment[segment[i] ?? 0] ?? 0) + 1);
  const next = accumulate(starts, stints, count);
  for (let i = 0; i < count; i += 1) rows[base + bump(next, bySegment[segment[i] ?? 0] ?? 0)] = i;
}

function groupAssigned(base: number, stints: number, count: number, starts: Uint16Array): void {
  starts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const stint = assigned[base + i] ?? NOBODY;
    if (stint !== NOBODY) bump(starts, stint + 1);
  }
  const next = accumulate(starts, stints, count);
  for (let i = 0; i < count; i += 1) {
    const stint = assigned[base + i] ?? NOBODY;
    rows[base + bump(next, stint === NOBODY ? stints : stint)] = i;
  }
}

/** Turns counts into starts; returns a copy to count on with. */
function accumulate(starts: Uint16Array, stints: number, count: number): Uint16Array {
  for (let s = 1; s <= stints; s += 1) starts[s] = (starts[s] ?? 0) + (starts[s - 1] ?? 0);
  starts[stints + 1] = count;
  return starts.slice();
}

/** Adds 1 to an entry and returns what it was. */
function bump(counts: Uint16Array, index: number): number {
  const was = counts[index] ?? 0;
  counts[index] = was + 1;
  return was;
}
