import { writeCsv } from '../../shared/write/csv.ts';
import { notify } from '../store/store.ts';
import type { AppContext } from './context.tsx';

type Rows = readonly (readonly (string | number)[])[];

/** Saves rows as CSV; text of a book stays text in a spreadsheet program. */
export async function saveTable({ store, bridge }: AppContext, name: string, rows: Rows) {
  const target = await bridge.chooseSave('csv', name);
  if (target === null) return;
  const saved = await bridge.save(target, new TextEncoder().encode(writeCsv(rows)));
  if (saved.ok) notify(store, 'good', `Saved to ${target.name}.`);
  else notify(store, 'danger', saved.message);
}

/** Copies rows as tab-separated text, to paste into a spreadsheet. */
export async function copyTable({ store, bridge }: AppContext, rows: Rows) {
  await bridge.copyText(rows.map((row) => row.map(field).join('\t')).join('\n'));
  notify(store, 'good', 'Copied: paste it into a spreadsheet.');
}

/** Tabs and breaks would shift cells, a leading sign would be a formula. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const flat = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
