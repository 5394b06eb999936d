import { EVERY_ROW, item, MOTION_COUNT, NOBODY } from './columns.ts';
import type { Traits } from './drivers.ts';
import type { ModelTerms } from './model-terms.ts';

/**
 * The rows of a block by the stint that owns a motion: those of stint s are
 * `rows[starts[s]] … rows[starts[s + 1] − 1]`, those of nobody follow the last stint.
 */
export interface Grouping {
  rows: Uint16Array;
  readonly starts: Uint16Array;
}

/** Who owns each motion in one block. */
export type BlockOwnership = readonly Grouping[];

/** Scratch for a model's ownership. */
export function emptyOwnership(model: ModelTerms, length: number): BlockOwnership {
  return model.stints.map((stints) => ({
    rows: stints.length > 1 || model.bySegment === null ? new Uint16Array(length) : EVERY_ROW,
    starts: new Uint16Array(stints.length + 2),
  }));
}

/** Ownership of a written model in a block: by motion and segment. */
export function ownBySegment(model: ModelTerms, traits: Traits, ownership: BlockOwnership): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const grouping = item(ownership, m);
    const stints = item(model.stints, m).length;
    if (stints === 1) {
      grouping.starts.set([0, traits.count, traits.count]);
      continue;
    }
    const bySegment = model.bySegment?.[m];
    if (bySegment === undefined) throw new Error(`${model.id} is not owned by segment.`);
    const { segment } = traits;
    group(grouping, stints, traits.count, (i) => bySegment[segment[i] ?? 0] ?? 0);
  }
}

/** Ownership as assigned account by account: `assigned[motion][i]` is a stint or `NOBODY`. */
export function ownByAccount(
  model: ModelTerms,
  traits: Traits,
  assigned: readonly Uint8Array[],
  ownership: BlockOwnership,
): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const stints = item(model.stints, m).length;
    const column = item(assigned, m);
    group(item(ownership, m), stints, traits.count, (i) => {
      const stint = column[i] ?? NOBODY;
      return stint === NOBODY ? stints : stint;
    });
  }
}

/** Sorts rows 0 … count − 1 by their group, keeping their order within it. */
function group(
  { rows, starts }: Grouping,
  stints: number,
  count: number,
  groupOf: (row: number) => number,
): void {
  starts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const next = groupOf(i) + 1;
    if (next <= stints) starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let s = 1; s <= stints; s += 1) starts[s] = (starts[s] ?? 0) + (starts[s - 1] ?? 0);
  starts[stints + 1] = count;
  const at = starts.slice();
  for (let i = 0; i < count; i += 1) {
    const own = groupOf(i);
    const place = at[own] ?? 0;
    rows[place] = i;
    at[own] = place + 1;
  }
}
