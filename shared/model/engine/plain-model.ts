import { UPSELLS } from '../../book/motions.ts';
import type { Assumptions } from '../assumptions/types.ts';
import type { BlockProfile } from './block-profile.ts';
import type { Booked } from './bookings.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Shared } from './sharing.ts';
import type { Worked } from './work.ts';

/** Whether every motion is owned one way in all segments: its rows then are those of the block, in order. */
export function isPlain({ bySegment, stints }: ModelTerms): boolean {
  return bySegment !== null && stints.every(({ length }) => length === 1);
}

/** One year of a plain model in a block, by motion: before any rate of commission and any cost of an hour. */
export interface PlainYear {
  readonly worked: readonly Worked[];
  readonly shared: Shared;
  readonly booked: readonly Booked[];
}

/** A year in a block, and who of a pair is engaged, by row (bits of `ENGAGED`): the same column as in year 1 where nobody else is; null where nobody can be paired. */
export interface FollowedYear extends PlainYear {
  readonly engaged: Uint8Array | null;
}

/** Who shares the accounts of a block in a year, and the friction this costs, by row. */
export interface Sharing {
  readonly shared: Shared;
  readonly friction: Float64Array;
}

/** A block on its way through the years of a plain model. */
export interface PlainBlock {
  readonly count: number;
  readonly profile: BlockProfile;
  /** In year 1 the profile says what there is to work. */
  readonly first: boolean;
  /** By motion: every piece of work is worth it. */
  readonly sure: readonly boolean[];
  /** Upsell is worked whatever it is worth. */
  readonly always: boolean;
  readonly upsells: readonly UpsellTerms[];
}

/** What the loops over an upsell motion need of the assumptions. */
export interface UpsellTerms {
  readonly perScale: number;
  /** Hours of a piece of full size: `fixed` + `scaled` · L. */
  readonly fixed: number;
  readonly scaled: number;
}

/** Of all upsell motions, in their order. */
export function upsellTermsOf({ motions, effort }: Assumptions): readonly UpsellTerms[] {
  return UPSELLS.map((upsell) => {
    const { hours, newness } = motions[upsell];
    return {
      perScale: 1 / effort.valueScale,
      fixed: hours * (1 - newness),
      scaled: hours * newness,
    };
  });
}
