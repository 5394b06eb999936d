import { headerKey } from './fingerprint.ts';
import type { Mapping, TableMapping } from './types.ts';

/** How much of a table's used headers another one must have to be the same table. */
const SAME_TABLE = 0.8;

/**
 * The table of another reading that is this one again, wherever its file, sheet and columns moved:
 * the same headers, else most of those that are used. Undefined where it is gone.
 */
export function tableAgain(
  table: TableMapping,
  tables: readonly TableMapping[],
): TableMapping | undefined {
  const same = tables.filter(({ fingerprint }) => fingerprint === table.fingerprint);
  const here = same.find(({ file, sheet }) => file === table.file && sheet === table.sheet);
  return here ?? same[0] ?? alike(table, tables);
}

function alike(table: TableMapping, tables: readonly TableMapping[]): TableMapping | undefined {
  const wanted = table.columns.filter(({ field }) => field !== null).map(keyOf);
  if (wanted.length === 0) return undefined;
  const share = (other: TableMapping): number => {
    const keys = new Set(other.columns.map(keyOf));
    return wanted.filter((key) => keys.has(key)).length / wanted.length;
  };
  return tables
    .map((other) => ({ other, share: share(other) }))
    .filter((one) => one.share >= SAME_TABLE)
    .toSorted((a, b) => b.share - a.share)[0]?.other;
}

function keyOf({ header }: { readonly header: string }): string {
  return headerKey(header);
}

/**
 * Files of a book that new files say nothing about, where those replace only some of its tables:
 * next month's subscriptions alone leave the accounts as they are. None where the new files share no
 * table with the book, for then they are another book.
 */
export function filesThatStay(before: Mapping, after: Mapping): readonly string[] {
  const used = before.tables.filter(({ role }) => role !== 'ignored');
  const isAgain = (table: TableMapping): boolean => tableAgain(table, after.tables) !== undefined;
  if (!used.some(isAgain)) return [];
  const replaced = new Set([
    ...used.filter(isAgain).map(({ file }) => file),
    ...after.tables.map(({ file }) => file),
  ]);
  return [...new Set(used.map(({ file }) => file))].filter((file) => !replaced.has(file));
}
