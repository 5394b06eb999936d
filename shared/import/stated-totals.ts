import { cellAt } from '../sheet/grid.ts';
import { amountText } from './amount.ts';
import { FIELDS, type FieldInfo } from './fields.ts';
import type { IssueList } from './issues.ts';
import { factorOf } from './read/cells.ts';
import type { TableView } from './read/view.ts';
import { columnLetter } from './text.ts';
import type { StatedTotal } from './types.ts';
import { parseNumber } from './values/number.ts';

/** Compares every totals row with the rows it sums up: those since the total before it, or all above. */
export function statedTotals(
  views: readonly TableView[],
  currency: string,
  issues: IssueList,
): readonly StatedTotal[] {
  return views.flatMap((view) => {
    const infos: readonly FieldInfo[] = FIELDS[view.mapping.role];
    const money = infos.filter(({ field, kind }) => kind === 'money' && view.has(field));
    return view.found.totals.flatMap((total) =>
      money.flatMap(({ field }) => {
        const column = view.column(field);
        const stated = statedAt(view, field, total.row);
        if (column === undefined || stated === null) return [];
        const values = view.figures(field).values;
        const since = sum(values, total.from, total.to);
        const all = sum(values, 0, total.to);
        const computed = Math.abs(all - stated) < Math.abs(since - stated) ? all : since;
        if (Math.abs(computed - stated) > 1e-6 * Math.abs(computed) + 0.5)
          issues.add(
            'warning',
            'total-disagrees',
            { ...view.place(null, field), row: total.row },
            String(stated),
            () =>
              `This total says ${amountText(stated, currency)}, its rows come to ${amountText(computed, currency)}: the rows count.`,
          );
        return [
          {
            file: view.mapping.file,
            sheet: view.mapping.sheet,
            row: total.row + 1,
            column: columnLetter(column.column),
            header: column.header,
            stated,
            computed,
          },
        ];
      }),
    );
  });
}

function statedAt(view: TableView, field: string, row: number): number | null {
  const column = view.column(field);
  if (column === undefined) return null;
  const cell = cellAt(view.found.grid, row, column.column);
  const factor = factorOf(column);
  if (cell.kind === 'number') return cell.value * factor;
  if (cell.kind !== 'text') return null;
  const number = parseNumber(cell.text.trim(), column.reading?.decimal ?? '.');
  return number === null ? null : number.value * factor;
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += values[index] || 0;
  return total;
}
