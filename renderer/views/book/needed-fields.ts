import type { TableMapping, TableRole } from '../../../shared/import/types.ts';

/** What a table of each role cannot do without; of a list any one is enough. */
const NEEDED: Readonly<Record<TableRole, readonly (readonly string[])[]>> = {
  accounts: [['name', 'accountId']],
  subscriptions: [['accountId', 'accountName'], ['arr']],
  opportunities: [['accountId', 'accountName'], ['amount']],
  renewals: [['accountId', 'accountName'], ['renewalDate']],
  health: [['accountId', 'accountName'], ['health']],
  people: [['name']],
  products: [['product']],
  codes: [['code'], ['meaning']],
  rates: [['currency'], ['rate']],
  ignored: [],
};

/** Fields that a table lacks and needs, best first. Revenue is needed once in a book, wherever it stands. */
export function neededFields(
  table: TableMapping,
  tables: readonly TableMapping[],
): readonly string[] {
  const has = ({ columns }: TableMapping, fields: readonly string[]): boolean =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  const missing = NEEDED[table.role]
    .filter((any) => !has(table, any))
    .flatMap(([first]) => first ?? []);
  const isPaid = tables.some((one) => one.role !== 'ignored' && has(one, ['arr', 'amount']));
  return table.role === 'accounts' && !isPaid ? [...missing, 'arr'] : missing;
}
