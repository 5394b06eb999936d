import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Book, TextColumn } from '../../../shared/book/book.ts';
import type { Format } from '../../../shared/format/format.ts';
import { ESTIMATED, type EstimatedField } from '../../../shared/model/fill-in.ts';
import { roleName } from '../../../shared/model/names.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { unitTitle } from '../compare/subject.ts';
import { segmentOf, type Listed, type SortKey } from './listed.ts';

/** A column over the rows of a list, whatever their order on screen. */
export interface AccountColumn extends Omit<TableColumn, 'sortable'> {
  /** Absent = it cannot be sorted by. */
  readonly sortBy?: SortKey;
}

/** Accounts with what was filled in for them. */
export interface FilledList extends Listed {
  readonly cycleDays: Float64Array;
  /** Bits of `ESTIMATED`. */
  readonly estimated: Uint16Array;
}

interface Source {
  readonly rows: FilledList;
  readonly book: Book;
  readonly format: Format;
}

/** Which account it is, and how large. */
export function nameColumns({ rows, book }: Source): readonly AccountColumn[] {
  const account = (row: number) => rows.accounts[row] ?? 0;
  return [
    {
      id: 'name',
      header: 'Account',
      width: 180,
      grow: true,
      sortBy: { kind: 'text', texts: book.name, at: account },
      cell: (row) => book.name[account(row)],
    },
    {
      id: 'segment',
      header: 'Segment',
      width: 110,
      sortBy: {
        kind: 'text',
        texts: rows.segment.values,
        at: (row) => rows.segment.codes[row] ?? 0,
      },
      cell: (row) => marked(segmentOf(rows, row), isEstimated(rows, row, 'segment')),
    },
  ];
}

/** Who owns it, role by role. */
export function ownerColumns({ rows, book }: Source): readonly AccountColumn[] {
  return Object.entries(book.owners)
    .filter(([, { codes }]) => codes.some((code) => code !== 0))
    .map(([role, column]) =>
      textColumn(`owner.${role}`, roleName(role), rows, column, 'to be assigned'),
    );
}

/** A text of the book; `none` where it has none. */
export function textColumn(
  id: string,
  header: string,
  rows: Listed,
  column: TextColumn,
  none: string,
): AccountColumn {
  const at = (row: number) => column.codes[rows.accounts[row] ?? 0] ?? 0;
  const read = (row: number) => column.values[at(row)] ?? '';
  return {
    id,
    header,
    width: 130,
    sortBy: { kind: 'text', texts: column.values, at },
    cell: (row) => read(row) || <span className="muted">{none}</span>,
  };
}

/** What an account pays a year. */
export function arrColumn({ rows, book, format }: Source): AccountColumn {
  const read = (row: number) => book.arr[rows.accounts[row] ?? 0] ?? 0;
  return {
    id: 'arr',
    header: 'ARR',
    unit: unitTitle(format.currency, 'money', 'a year'),
    align: 'right',
    width: 112,
    sortBy: { kind: 'number', of: read },
    cell: (row) => marked(format.figure(read(row), 'money'), isEstimated(rows, row, 'arr')),
  };
}

/** How long its initial sale took. */
export function cycleColumn({ rows, format }: Source): AccountColumn {
  const read = (row: number) => rows.cycleDays[row] ?? 0;
  return {
    id: 'cycle',
    header: 'Cycle',
    unit: 'days',
    align: 'right',
    width: 96,
    sortBy: { kind: 'number', of: read },
    cell: (row) => marked(format.figure(read(row), 'days'), isEstimated(rows, row, 'cycleDays')),
  };
}

export function isEstimated(
  { estimated }: FilledList,
  row: number,
  ...fields: readonly EstimatedField[]
): boolean {
  return fields.some((field) => ((estimated[row] ?? 0) & ESTIMATED[field]) !== 0);
}

/** A text, marked where it was filled in rather than read. */
export function marked(text: string, estimated: boolean): ReactNode {
  return <span className={clsx(estimated && 'estimated')}>{text}</span>;
}
