import clsx from 'clsx';
import type { Book } from '../../../shared/book/book.ts';
import { MOTIONS, UPSELLS } from '../../../shared/book/motions.ts';
import { ESTIMATED } from '../../../shared/model/fill-in.ts';
import { MOTION_NAMES, roleName } from '../../../shared/model/names.ts';
import type { AccountRows } from '../../engine/jobs.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { ownerOf, segmentOf } from './account-rows.ts';
import { unitTitle, type Subject } from './subject.ts';

/** Columns of the accounts behind a figure: who they are, who owns them, who leads what, and their part of it. */
export function accountColumns(
  { comparison, format }: Subject,
  rows: AccountRows,
  book: Book,
  shown: readonly number[],
): readonly TableColumn[] {
  const at = (row: number) => shown[row] ?? 0;
  const account = (row: number) => rows.accounts[at(row)] ?? 0;
  const isEstimated = (row: number, field: keyof typeof ESTIMATED) =>
    ((rows.estimated[at(row)] ?? 0) & ESTIMATED[field]) !== 0;
  const owners = Object.keys(book.owners).filter((role) =>
    book.owners[role]?.codes.some((code) => code !== 0),
  );
  return [
    {
      id: 'name',
      header: 'Account',
      width: 180,
      grow: true,
      sortable: true,
      cell: (row) => book.name[account(row)],
    },
    {
      id: 'segment',
      header: 'Segment',
      width: 110,
      sortable: true,
      cell: (row) => mark(segmentOf(rows, at(row)), isEstimated(row, 'segment')),
    },
    ...owners.map((role) => ({
      id: role,
      header: roleName(role),
      width: 130,
      cell: (row: number) => ownerOf(book, role, account(row)) || 'to be assigned',
    })),
    {
      id: 'arr',
      header: 'ARR',
      unit: unitTitle(comparison.currency, 'money', 'a year'),
      align: 'right',
      width: 120,
      sortable: true,
      cell: (row) =>
        mark(format.figure(book.arr[account(row)] ?? null, 'money'), isEstimated(row, 'arr')),
    },
    {
      id: 'cycle',
      header: 'Cycle',
      unit: 'days',
      align: 'right',
      width: 96,
      sortable: true,
      cell: (row) =>
        mark(format.figure(rows.cycleDays[at(row)] ?? null, 'days'), isEstimated(row, 'cycleDays')),
    },
    {
      id: 'renewal',
      header: 'Renewal led by',
      width: 116,
      cell: (row) => leadName(rows, rows.lead.renewal[at(row)] ?? -1),
    },
    {
      id: 'upsell',
      header: 'Upsell led by',
      width: 150,
      cell: (row) => upsellLeads(rows, at(row)),
    },
    {
      id: 'figure',
      header: rows.figure.label,
      unit: unitTitle(comparison.currency, rows.figure.unit, yearly(rows)),
      align: 'right',
      width: 190,
      sortable: true,
      cell: (row) =>
        mark(
          format.figure(rows.figure.values[at(row)] ?? null, rows.figure.unit),
          (rows.estimated[at(row)] ?? 0) !== 0,
        ),
    },
  ];
}

function yearly(rows: AccountRows): 'a year' | '' {
  return rows.figure.unit === 'count' ? '' : 'a year';
}

function mark(text: string, estimated: boolean) {
  return <span className={clsx(estimated && 'estimated')}>{text}</span>;
}

function leadName(rows: AccountRows, lead: number): string {
  const role = rows.roles[lead];
  return role === undefined ? 'nobody' : roleName(role);
}

/** "AE 4, CSM 2": how many types of upsell each role leads; all of them by name on hover. */
function upsellLeads(rows: AccountRows, row: number) {
  const counts = new Map<string, number>();
  for (const upsell of UPSELLS) {
    const lead = rows.lead[upsell][row] ?? -1;
    if (lead >= 0) counts.set(leadName(rows, lead), (counts.get(leadName(rows, lead)) ?? 0) + 1);
  }
  const all = MOTIONS.map(
    (motion) => `${MOTION_NAMES[motion]}: ${leadName(rows, rows.lead[motion][row] ?? -1)}`,
  );
  return (
    <span title={all.join('\n')}>
      {counts.size === 0
        ? 'nobody'
        : [...counts].map(([role, count]) => `${role} ${String(count)} of 6`).join(', ')}
    </span>
  );
}
