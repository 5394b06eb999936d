import { MEANINGS } from '../fields.ts';
import type { TableRole, ValueMeaning } from '../types.ts';
import { meaningOf } from '../values/words.ts';

/** At most this many different words of a column are given a meaning one by one. */
const MOST_WORDS = 100;

/** What each word of a column (with its rows) is taken for; null where the field knows no meanings. */
export function meaningsOf(
  role: TableRole,
  field: string | null,
  words: ReadonlyMap<string, number>,
  chosen: readonly ValueMeaning[] | undefined,
): readonly ValueMeaning[] | null {
  const key = `${role}.${field ?? ''}`;
  const choices = MEANINGS[key];
  if (choices === undefined) return null;
  const before = new Map(chosen?.map(({ text, meaning }) => [text, meaning]));
  return [...words]
    .toSorted(([a, rowsA], [b, rowsB]) => rowsB - rowsA || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([text, rows]) => ({
      text,
      meaning: before.get(text) ?? meaningOf(key, text) ?? '',
      rows,
    }));
}
