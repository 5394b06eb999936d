import type { Book } from '../book/book.ts';
import { foldName } from './text.ts';

/** An account as both lists of changes show it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What changed between two readings of one book. Money a year, each in its own book's currency. */
export interface BookChanges {
  readonly added: readonly (Named & { readonly arr: number })[];
  readonly gone: readonly (Named & { readonly arr: number })[];
  readonly arrMoved: readonly (Named & { readonly before: number; readonly after: number })[];
  /** Owners by role (ae, am, csm); '' = nobody. */
  readonly ownersChanged: readonly (Named & {
    readonly role: string;
    readonly before: string;
    readonly after: string;
  })[];
  readonly arr: { readonly before: number; readonly after: number };
}

/** Compares two books account by account: by id, by name where an account has no id of its own. */
export function compareBooks(before: Book, after: Book): BookChanges {
  const byKey = new Map(before.accountId.map((_, account) => [keyOf(before, account), account]));
  const added: (Named & { arr: number })[] = [];
  const arrMoved: BookChanges['arrMoved'][number][] = [];
  const ownersChanged: BookChanges['ownersChanged'][number][] = [];
  const roles = new Set([...Object.keys(before.owners), ...Object.keys(after.owners)]);
  const seen = new Set<number>();
  for (let account = 0; account < after.count; account++) {
    const named = nameOf(after, account);
    const old = byKey.get(keyOf(after, account));
    if (old === undefined || seen.has(old)) {
      added.push({ ...named, arr: after.arr[account] ?? 0 });
      continue;
    }
    seen.add(old);
    const [from, to] = [before.arr[old] ?? 0, after.arr[account] ?? 0];
    if (Math.abs(to - from) > 1e-9 * Math.max(Math.abs(from), Math.abs(to)))
      arrMoved.push({ ...named, before: from, after: to });
    for (const role of roles) {
      const [was, is] = [ownerOf(before, role, old), ownerOf(after, role, account)];
      if (was !== is && foldName(was) !== foldName(is))
        ownersChanged.push({ ...named, role, before: was, after: is });
    }
  }
  const gone = before.accountId.flatMap((_, account) =>
    seen.has(account) ? [] : [{ ...nameOf(before, account), arr: before.arr[account] ?? 0 }],
  );
  return {
    added,
    gone,
    arrMoved,
    ownersChanged,
    arr: { before: total(before.arr), after: total(after.arr) },
  };
}

/** Ids that the import gave by row say nothing about the account. */
function keyOf(book: Book, account: number): string {
  const id = book.accountId[account] ?? '';
  return /^row-\d+$/.test(id) ? `name ${foldName(book.name[account] ?? '')}` : `id ${id}`;
}

function nameOf(book: Book, account: number): Named {
  return { id: book.accountId[account] ?? '', name: book.name[account] ?? '' };
}

function ownerOf(book: Book, role: string, account: number): string {
  const column = Object.hasOwn(book.owners, role) ? book.owners[role] : undefined;
  return column?.values[column.codes[account] ?? 0] ?? '';
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
