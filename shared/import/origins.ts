import { columnLetter } from './text.ts';
import type { TableView } from './read/view.ts';
import type { FieldOrigin, TableRole } from './types.ts';

/** Fields of the book that another table than the accounts' can bring: book field → role and field, best first. */
const ELSEWHERE: readonly (readonly [string, TableRole, string])[] = [
  ['arr', 'subscriptions', 'arr'],
  ['arr', 'opportunities', 'amount'],
  ['health', 'health', 'health'],
  ['risk', 'health', 'risk'],
  ['renewalShare', 'renewals', 'renewalDate'],
  ['renewalShare', 'accounts', 'renewalDate'],
  ['cycleDays', 'opportunities', 'closeDate'],
  ...(['subscriptions', 'opportunities', 'renewals', 'health'] as const).flatMap(
    (role) =>
      [
        ['accountId', role, 'accountId'],
        ['name', role, 'accountName'],
        ['ae', role, 'owner.ae'],
        ['am', role, 'owner.am'],
        ['csm', role, 'owner.csm'],
        ['segment', role, 'segment'],
        ['region', role, 'region'],
        ['industry', role, 'industry'],
      ] as const,
  ),
];

/** Where each field of the book comes from: by its name in the book (owners as ae, am, csm); of other tables also by `<role>.<field>`. */
export function originsOf(views: readonly TableView[]): Record<string, FieldOrigin> {
  const fields = new Map<string, FieldOrigin>();
  const add = (key: string, view: TableView, field: string): void => {
    const column = view.column(field);
    if (column === undefined || fields.has(key)) return;
    fields.set(key, {
      file: view.mapping.file,
      sheet: view.mapping.sheet,
      column: columnLetter(column.column),
      header: column.header,
      confidence: column.confidence,
    });
  };
  for (const view of views)
    for (const field of view.fields('')) add(originKey(view, field), view, field);
  for (const [key, role, field] of ELSEWHERE)
    for (const view of views) if (view.mapping.role === role) add(key, view, field);
  return Object.fromEntries(fields);
}

function originKey(view: TableView, field: string): string {
  if (field.startsWith('holding:')) return `holding.${view.column(field)?.product ?? ''}`;
  const { role } = view.mapping;
  return role === 'accounts' ? field.replace('owner.', '') : `${role}.${field}`;
}
