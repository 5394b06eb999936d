import type { Book } from '../../../shared/book/book.ts';
import { MOTIONS, UPSELLS } from '../../../shared/book/motions.ts';
import { MOTION_NAMES, roleName } from '../../../shared/model/names.ts';
import type { AccountRows } from '../../engine/jobs.ts';
import {
  arrColumn,
  cycleColumn,
  marked,
  nameColumns,
  ownerColumns,
  type AccountColumn,
} from '../accounts/account-columns.tsx';
import { unitTitle, type Subject } from './subject.ts';

/** Columns of the accounts behind a figure: who they are, who owns them, who leads what, and their part of it. */
export function accountColumns(
  { format }: Subject,
  rows: AccountRows,
  book: Book,
): readonly AccountColumn[] {
  const source = { rows, book, format };
  const { figure } = rows;
  return [
    ...nameColumns(source),
    ...ownerColumns(source),
    arrColumn(source),
    cycleColumn(source),
    {
      id: 'renewal',
      header: 'Renewal led by',
      width: 116,
      cell: (row) => leadName(rows, rows.lead.renewal[row] ?? -1),
    },
    {
      id: 'upsell',
      header: 'Upsell led by',
      width: 150,
      cell: (row) => upsellLeads(rows, row),
    },
    {
      id: 'figure',
      header: figure.label,
      unit: unitTitle(format.currency, figure.unit, yearly(rows)),
      align: 'right',
      width: 144,
      sortBy: { kind: 'number', of: (row) => figure.values[row] ?? 0 },
      cell: (row) =>
        marked(
          format.figure(figure.values[row] ?? null, figure.unit),
          (rows.estimated[row] ?? 0) !== 0,
        ),
    },
  ];
}

function yearly(rows: AccountRows): 'a year' | '' {
  return rows.figure.unit === 'count' ? '' : 'a year';
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
