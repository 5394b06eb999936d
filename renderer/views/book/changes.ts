import type { BookChanges } from '../../../shared/import/compare-books.ts';
import { roleTitle } from '../../../shared/model/names.ts';

/** A list of changes as a table: texts and amounts, the largest first. */
export interface ChangeList {
  readonly id: 'gone' | 'added' | 'arrMoved' | 'ownersChanged';
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the list comes to, money a year; null where it is not about money. */
  readonly sum: number | null;
}

/** The four lists of a comparison. Money a year in the currency of the book. */
export function changeLists(changes: BookChanges): readonly ChangeList[] {
  const { gone, added, arrMoved, ownersChanged } = changes;
  const byArr = (a: { arr: number }, b: { arr: number }): number => b.arr - a.arr;
  const moved = arrMoved
    .map((one) => ({ ...one, by: one.after - one.before }))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return [
    {
      id: 'gone',
      label: 'Gone',
      headers: ['Account id', 'Account', 'ARR a year'],
      rows: gone.toSorted(byArr).map(({ id, name, arr }) => [id, name, arr]),
      sum: -sumOf(gone.map(({ arr }) => arr)),
    },
    {
      id: 'added',
      label: 'Added',
      headers: ['Account id', 'Account', 'ARR a year'],
      rows: added.toSorted(byArr).map(({ id, name, arr }) => [id, name, arr]),
      sum: sumOf(added.map(({ arr }) => arr)),
    },
    {
      id: 'arrMoved',
      label: 'ARR moved',
      headers: ['Account id', 'Account', 'ARR before', 'ARR after', 'Change'],
      rows: moved.map(({ id, name, before, after, by }) => [id, name, before, after, by]),
      sum: sumOf(moved.map(({ by }) => by)),
    },
    {
      id: 'ownersChanged',
      label: 'Owners changed',
      headers: ['Account id', 'Account', 'Role', 'Owner before', 'Owner after'],
      rows: ownersChanged.map(({ id, name, role, before, after }) => [
        id,
        name,
        roleTitle(role),
        before,
        after,
      ]),
      sum: null,
    },
  ];
}

/** Every list as rows of one table, to save or to paste into a spreadsheet. */
export function changeRows(
  lists: readonly ChangeList[],
  currency: string,
): readonly (readonly (string | number)[])[] {
  const money = currency === '' ? 'ARR a year' : `ARR, ${currency} a year`;
  const head = ['What', 'Account id', 'Account', 'Role', 'Before', 'After', `Change (${money})`];
  return [
    head,
    ...lists.flatMap(({ id, label, rows }) =>
      rows.map(([account = '', name = '', ...rest]) => {
        const [a = '', b = '', c = ''] = rest;
        const start = [label, account, name];
        switch (id) {
          case 'gone':
            return [...start, '', a, '', typeof a === 'number' ? -a : ''];
          case 'added':
            return [...start, '', '', a, a];
          case 'arrMoved':
            return [...start, '', a, b, c];
          default:
            return [...start, a, b, c, ''];
        }
      }),
    ),
  ];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
