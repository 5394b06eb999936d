import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './data-table.css';

export interface TableColumn {
  readonly id: string;
  readonly header: ReactNode;
  /** Unit of the whole column, beside the header: 'USD a year'. */
  readonly unit?: string | undefined;
  /** Numbers stand right. */
  readonly align?: 'left' | 'right';
  /** Least width in pixels. */
  readonly width: number;
  /** Takes a share of the room that is left. */
  readonly grow?: boolean;
  readonly cell: (row: number) => ReactNode;
  readonly sortable?: boolean;
}

/** A cell by row and id of its column. */
export interface TableCell {
  readonly row: number;
  readonly column: string;
}

export interface DataTableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** Stable key of a row; its index by default. */
  readonly rowKey?: (row: number) => string;
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly onSort?: (column: string) => void;
  /** Enter or a click on a row. */
  readonly onOpen?: ((row: number) => void) | undefined;
  readonly selected?: number | null | undefined;
  /** A cell to bring into sight and mark. */
  readonly target?: TableCell | null | undefined;
  /** The cell that has the focus, whenever that changes. */
  readonly onCell?: (cell: TableCell) => void;
  /**
   * The user starts to edit a cell: Enter, F2 or a double click (`typed` null), or typing over it
   * (`typed` the first character, '' for Delete). The cell then draws its own field.
   */
  readonly onEdit?: (cell: TableCell, typed: string | null) => void;
  readonly rowHeight?: number;
  /** Height of the headers, where it is not that of a row. */
  readonly headHeight?: number;
  readonly className?: string;
  readonly footer?: ReactNode;
}

/** Many rows in a window of few: only those in sight exist. Arrow keys, Page, Home and End move. */
export function DataTable(props: DataTableProps) {
  const { columns, rowCount, target } = props;
  const height = props.rowHeight ?? 32;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState({ row: 0, column: 0 });
  const template = columns
    .map(({ width, grow }) =>
      grow === true ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`,
    )
    .join(' ');
  const minWidth = columns.reduce((sum, column) => sum + column.width, 0);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: height,
  });

  // A target is brought into sight once: a change of columns alone must not move the view.
  const shownTarget = useRef<DataTableProps['target']>(null);
  useEffect(() => {
    if (target === shownTarget.current) return;
    shownTarget.current = target;
    if (target === null || target === undefined) return;
    const at = Math.max(
      0,
      columns.findIndex((candidate) => candidate.id === target.column),
    );
    virtualizer.scrollToIndex(target.row, { align: 'center' });
    setFocused({ row: target.row, column: at });
    const left = columns.slice(0, at).reduce((sum, column) => sum + column.width, 0);
    scroller.current?.scrollTo({ left: Math.max(0, left - 160) });
  }, [target, columns, virtualizer]);

  const focusCell = (row: number, column: number): void => {
    const next = {
      row: Math.min(rowCount - 1, Math.max(0, row)),
      column: Math.min(columns.length - 1, Math.max(0, column)),
    };
    setFocused(next);
    virtualizer.scrollToIndex(next.row);
    requestAnimationFrame(() => {
      scroller.current
        ?.querySelector<HTMLElement>(
          `[data-row="${String(next.row)}"] [data-column="${String(next.column)}"]`,
        )
        ?.focus();
    });
  };

  const cellAt = (row: number, column: number): TableCell => ({
    row,
    column: columns[column]?.id ?? '',
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    // A field inside a cell has its keys to itself.
    if (event.target instanceof HTMLInputElement) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / height) - 2);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [focused.row + 1, focused.column],
      ArrowUp: [focused.row - 1, focused.column],
      ArrowRight: [focused.row, focused.column + 1],
      ArrowLeft: [focused.row, focused.column - 1],
      PageDown: [focused.row + page, focused.column],
      PageUp: [focused.row - page, focused.column],
      Home: [event.ctrlKey ? 0 : focused.row, 0],
      End: [event.ctrlKey ? rowCount - 1 : focused.row, columns.length - 1],
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      focusCell(...move);
    } else if (event.target instanceof HTMLElement && event.target.role === 'gridcell') {
      const typed = typedBy(event);
      if (props.onEdit !== undefined && typed !== undefined) {
        event.preventDefault();
        props.onEdit(cellAt(focused.row, focused.column), typed);
      } else if (event.key === 'Enter') props.onOpen?.(focused.row);
    }
  };

  return (
    <div
      ref={scroller}
      className={clsx('table', props.onOpen !== undefined && 'table--open', props.className)}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
    >
      <div
        className="table__head"
        role="row"
        style={{ gridTemplateColumns: template, height: props.headHeight ?? height, minWidth }}
      >
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
      <div
        className="table__body"
        role="presentation"
        style={{ height: virtualizer.getTotalSize(), minWidth }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={props.rowKey?.(index) ?? index}
            className="table__row"
            role="row"
            data-row={index}
            aria-rowindex={index + 2}
            aria-selected={props.selected === index ? true : undefined}
            style={{
              gridTemplateColumns: template,
              height,
              transform: `translateY(${String(start)}px)`,
            }}
            onClick={() => props.onOpen?.(index)}
          >
            {columns.map((column, at) => (
              <div
                key={column.id}
                className={clsx(
                  'table__cell',
                  column.align === 'right' && 'number',
                  target?.row === index && target.column === column.id && 'table__cell--target',
                )}
                role="gridcell"
                data-column={at}
                tabIndex={
                  Math.min(focused.row, rowCount - 1) === index && focused.column === at ? 0 : -1
                }
                onFocus={(event) => {
                  if (event.target !== event.currentTarget) return;
                  setFocused({ row: index, column: at });
                  props.onCell?.(cellAt(index, at));
                }}
                onDoubleClick={() => props.onEdit?.(cellAt(index, at), null)}
              >
                {column.cell(index)}
              </div>
            ))}
          </div>
        ))}
      </div>
      {props.footer !== undefined && <div className="table__foot">{props.footer}</div>}
    </div>
  );
}

/** What a key types over a cell: null for opening it as it is, undefined for keys that edit nothing. */
function typedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Enter' || key === 'F2') return null;
  if (key === 'Delete' || key === 'Backspace') return '';
  return [...key].length === 1 ? key : undefined;
}

function HeaderCell({
  column,
  sort,
  onSort,
}: {
  readonly column: TableColumn;
  readonly sort: DataTableProps['sort'];
  readonly onSort: DataTableProps['onSort'];
}) {
  const sorted = sort?.column === column.id;
  const text = (
    <>
      <span className="truncate">{column.header}</span>
      {column.unit !== undefined && <span className="table__unit">{column.unit}</span>}
      {sorted && (sort.descending ? <ArrowDown /> : <ArrowUp />)}
    </>
  );
  const canSort = column.sortable === true && onSort !== undefined;
  return (
    <div
      role="columnheader"
      className={clsx('table__header small', column.align === 'right' && 'table__header--right')}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {canSort ? (
        <button type="button" className="table__sort" onClick={() => onSort(column.id)}>
          {text}
        </button>
      ) : (
        text
      )}
    </div>
  );
}
