import { useMemo } from 'react';
import type { ChartTable, ChartTableRow } from './chart-table.ts';
import type { MarkEvents } from './plot.tsx';
import { useRoving } from './roving.ts';
import { sameMark, type Cell, type MarkId } from './series.ts';

interface FiguresTableProps extends MarkEvents {
  readonly caption: string;
  readonly table: ChartTable;
}

/** The table a chart flips to: exact numbers with their unit; a cell opens what its bar opens. */
export function FiguresTable({ caption, table, onOpen, onFocusMark }: FiguresTableProps) {
  const grid = useMemo(
    () =>
      table.rows.map((row) =>
        table.columns.map((column, c) =>
          opens(row, row.cells[c]) ? markOf(table, row, column.key) : null,
        ),
      ),
    [table],
  );
  const roving = useRoving(grid, 'across');
  return (
    <div className="chart__table-scroll">
      <table className="chart__table" onKeyDown={roving.onKeyDown}>
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
              <td className="muted chart__table-unit">{row.unit.title}</td>
              {table.columns.map((column, c) => {
                const cell = row.cells[c];
                const mark = markOf(table, row, column.key);
                return (
                  <td key={column.key} className="number">
                    {onOpen !== undefined && opens(row, cell) ? (
                      <button
                        type="button"
                        className="chart__cell"
                        ref={(element) => {
                          roving.register(mark, element);
                          return () => roving.register(mark, null);
                        }}
                        tabIndex={sameMark(roving.tabStop, mark) ? 0 : -1}
                        onClick={() => onOpen(mark)}
                        onFocus={() => {
                          roving.focused(mark);
                          onFocusMark?.(mark);
                        }}
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

/** A total is a sum of marks, not a mark: there is nothing of its own to open. */
function opens(row: ChartTableRow, cell: Cell | undefined): boolean {
  return !row.total && (cell?.value ?? null) !== null;
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
