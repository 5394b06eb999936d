import type { ChartTable, ChartTableRow } from './chart-table.ts';
import type { MarkEvents } from './plot.tsx';
import type { Cell, MarkId } from './series.ts';

interface FiguresTableProps extends MarkEvents {
  readonly caption: string;
  readonly table: ChartTable;
}

/** The table a chart flips to: exact numbers with their unit; a cell opens what its bar opens. */
export function FiguresTable({ caption, table, onOpen, onFocusMark }: FiguresTableProps) {
  return (
    <div className="chart__table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="chart__table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rowTitle}</th>
            <th scope="col">Unit</th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className="number">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} className={row.total ? 'chart__table-total' : undefined}>
              <th scope="row">{row.label}</th>
              <td className="muted">{row.unit.title}</td>
              {table.columns.map((column, c) => {
                const cell = row.cells[c];
                // A total is a sum of marks, not a mark: there is nothing of its own to open.
                const opens = onOpen !== undefined && !row.total && (cell?.value ?? null) !== null;
                const mark = markOf(table, row, column.key);
                return (
                  <td key={column.key} className="number">
                    {opens ? (
                      <button
                        type="button"
                        className="chart__cell"
                        onClick={() => onOpen(mark)}
                        onFocus={() => onFocusMark?.(mark)}
                      >
                        <Figure cell={cell} row={row} />
                      </button>
                    ) : (
                      <Figure cell={cell} row={row} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ cell, row }: { cell: Cell | undefined; row: ChartTableRow }) {
  const value = cell?.value ?? null;
  if (value === null) return <span title={cell?.reason ?? 'not defined'}>–</span>;
  return (
    <span className={cell?.estimated === true ? 'estimated' : undefined}>
      {row.unit.exact(value)}
    </span>
  );
}

/** Stacked bars have models as rows of marks and parts as columns: their table stands on its side. */
function markOf(table: ChartTable, row: ChartTableRow, column: string): MarkId {
  return table.turned ? { row: column, column: row.key } : { row: row.key, column };
}
