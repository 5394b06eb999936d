import type { Assumptions, ModelId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import { textOf } from '../text-of.ts';
import { profileBlock, type BlockProfile } from './block-profile.ts';
import type { FollowedYear, Sharing } from './plain-model.ts';
import { BLOCK, MOTION_COUNT, RENEWAL, WORKSPACE } from './workspace.ts';

/** Books up to this size keep their drivers: 144 bytes an account, 8 for each shared model, and a few more for its block. */
const MOST_ACCOUNTS = 250_000;

const { relationship, effortScale, service, value, size, hours } = WORKSPACE;
/** What an account is in every year, and its service hours in year 1. */
const TRAITS = [relationship, effortScale, service];
/** Its renewal and its pieces of work in year 1. */
const WORK = [
  value.subarray(RENEWAL * BLOCK, (RENEWAL + 1) * BLOCK),
  ...[size, hours].flatMap((column) =>
    Array.from({ length: MOTION_COUNT }, (_, m) => column.subarray(m * BLOCK, (m + 1) * BLOCK)),
  ),
];

/** The same object for as long as its figures are the same (see plain-key.ts). */
export type Key = readonly number[];

/** What is known of a block, and what it came to under a model for as long as its keys are the same. */
export interface KnownBlock {
  readonly profile: BlockProfile;
  readonly years: Map<
    ModelId,
    { readonly key: Key; readonly years: readonly FollowedYear[] | null }
  >;
  readonly sharing: Map<ModelId, { readonly key: Key; readonly sharing: Sharing }>;
}

interface KeptBlock extends KnownBlock {
  /** Of each of the columns, the block's rows. */
  readonly traits: readonly Float64Array[];
  readonly work: readonly Float64Array[];
}

/**
 * What a block's accounts are before anybody owns them, block by block, for as long as the assumptions
 * it comes from stay the same: a change of pay leaves it all as it is.
 */
export class KeptDrivers {
  private key = '';
  private book: FilledBook | null = null;
  private readonly blocks = new Map<number, KeptBlock>();
  private readonly keys = { years: new Map<ModelId, Key>(), sharing: new Map<ModelId, Key>() };

  /** Forgets what does not belong to this book under these assumptions. */
  prepare(book: FilledBook, { cycle, motions, effort, service: served }: Assumptions): this {
    const key = [cycle, motions, effort, served].map(textOf).join();
    if (key !== this.key || book !== this.book) this.blocks.clear();
    this.key = key;
    this.book = book;
    return this;
  }

  /** A model's key: the one of before where the figures are the same, so that it can be told by identity. */
  modelKey(kind: 'years' | 'sharing', model: ModelId, figures: Key): Key {
    const keys = this.keys[kind];
    const before = keys.get(model);
    if (before?.length === figures.length && before.every((one, f) => Object.is(one, figures[f])))
      return before;
    keys.set(model, figures);
    return figures;
  }

  /** What is known of a block; null where nothing is kept. */
  known(start: number): KnownBlock | null {
    return this.blocks.get(start) ?? null;
  }

  /** Puts the traits of a block's accounts back into the workspace; nothing where they are not kept. */
  restoreTraits(start: number): void {
    putBack(TRAITS, this.blocks.get(start)?.traits);
  }

  /** Puts all drivers of a block back into the workspace; false where they are not kept. */
  restore(start: number): boolean {
    const kept = this.blocks.get(start);
    putBack(TRAITS, kept?.traits);
    putBack(WORK, kept?.work);
    return kept !== undefined;
  }

  /** Keeps the drivers that stand in the workspace, those of year 1. */
  save(start: number, count: number): void {
    if (this.book === null || this.book.count > MOST_ACCOUNTS) return;
    const kept = (column: Float64Array) => column.slice(0, count);
    this.blocks.set(start, {
      profile: profileBlock(count),
      years: new Map(),
      sharing: new Map(),
      traits: TRAITS.map(kept),
      work: WORK.map(kept),
    });
  }
}

function putBack(columns: readonly Float64Array[], kept: readonly Float64Array[] = []): void {
  kept.forEach((rows, c) => columns[c]?.set(rows));
}
