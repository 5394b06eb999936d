import { foldName, idKey } from '../text.ts';
import type { Place } from '../issues.ts';

/** Text fields of a draft: owners by role, segment, region, industry, status. */
export type DraftTexts = Map<string, string[]>;
/** Number fields of a draft, NaN where absent. */
export type DraftNumbers = Map<string, Float64Array>;

/** Accounts on their way to the book: one entry an account, columns of equal length. */
export interface Draft {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly texts: DraftTexts;
  readonly numbers: DraftNumbers;
  /** Whether ids were read; without them accounts are told apart by name. */
  readonly hasIds: boolean;
  readonly hasNames: boolean;
  /** Where an account stands in the sources. */
  place(account: number, field?: string): Place;
}

/** Accounts by the key they join on: the first of each. Empty keys are left out. */
export function accountsByKey(draft: Draft, by: 'id' | 'name'): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  const source = by === 'id' ? draft.ids : draft.names;
  source.forEach((text, account) => {
    const key = by === 'id' ? idKey(text) : foldName(text);
    if (key !== '' && !map.has(key)) map.set(key, account);
  });
  return map;
}

/** Only these accounts, in this order. */
export function pickAccounts(draft: Draft, keep: readonly number[]): Draft {
  const texts: DraftTexts = new Map();
  for (const [field, values] of draft.texts) texts.set(field, pickTexts(values, keep));
  const numbers: DraftNumbers = new Map();
  for (const [field, values] of draft.numbers)
    numbers.set(
      field,
      Float64Array.from(keep, (account) => values[account] ?? NaN),
    );
  return {
    ids: pickTexts(draft.ids, keep),
    names: pickTexts(draft.names, keep),
    texts,
    numbers,
    hasIds: draft.hasIds,
    hasNames: draft.hasNames,
    place: (account, field) => draft.place(keep[account] ?? -1, field),
  };
}

function pickTexts(values: readonly string[], keep: readonly number[]): string[] {
  return keep.map((account) => values[account] ?? '');
}

/** One draft after the other; what only one of them knows is absent in the other. */
export function appendDrafts(first: Draft, second: Draft): Draft {
  const [a, b] = [first.ids.length, second.ids.length];
  const texts: DraftTexts = new Map();
  for (const field of new Set([...first.texts.keys(), ...second.texts.keys()]))
    texts.set(field, [
      ...(first.texts.get(field) ?? new Array<string>(a).fill('')),
      ...(second.texts.get(field) ?? new Array<string>(b).fill('')),
    ]);
  const numbers: DraftNumbers = new Map();
  for (const field of new Set([...first.numbers.keys(), ...second.numbers.keys()])) {
    const values = new Float64Array(a + b).fill(NaN);
    values.set(first.numbers.get(field) ?? new Float64Array(a).fill(NaN));
    values.set(second.numbers.get(field) ?? new Float64Array(b).fill(NaN), a);
    numbers.set(field, values);
  }
  return {
    ids: [...first.ids, ...second.ids],
    names: [...first.names, ...second.names],
    texts,
    numbers,
    hasIds: first.hasIds || second.hasIds,
    hasNames: first.hasNames || second.hasNames,
    place: (account, field) =>
      account < a ? first.place(account, field) : second.place(account - a, field),
  };
}
