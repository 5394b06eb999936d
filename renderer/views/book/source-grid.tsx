import { RotateCcw } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { columnLetter } from '../../../shared/import/text.ts';
import type { ImportIssue, Mapping } from '../../../shared/import/types.ts';
import { cellAt, type Cell, type Grid } from '../../../shared/sheet/grid.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withCorrection } from '../../store/mapping-edits.ts';
import { useApp } from '../../store/use-app.tsx';
import { ToneIcon } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableCell, type TableColumn } from '../../ui/data-table.tsx';
import { TONES } from './issue-tones.ts';

/** One sheet of the sources. */
export interface Source {
  readonly file: string;
  readonly grid: Grid;
}

type Corrections = Mapping['corrections'];
const NO_CORRECTIONS: Corrections = [];
const NO_ISSUES: readonly ImportIssue[] = [];
const ROW_NUMBERS = '#';

/**
 * The cells of a sheet as they were read. Enter, F2, a double click or typing corrects one, Escape
 * leaves it; what was corrected is marked and shows what the file says.
 */
export function SourceGrid(props: {
  readonly source: Source;
  /** The cell of a remark, to be brought into sight. */
  readonly place: ImportIssue | null;
  /** What stands at the head of a column, instead of its letter alone. */
  readonly head: (column: number) => ReactNode;
  readonly headHeight: number;
  /** Least width of a column, for what stands at its head. */
  readonly leastWidth: number;
}) {
  const { file, grid } = props.source;
  const context = useAppContext();
  const all = useApp(({ document }) => document?.mapping?.corrections ?? NO_CORRECTIONS);
  const issues = useApp(({ document }) => document?.report?.issues ?? NO_ISSUES);
  const [editing, setEditing] = useState<(TableCell & { readonly typed: string | null }) | null>(
    null,
  );
  const [focused, setFocused] = useState<TableCell | null>(null);
  const corrected = useMemo(
    () =>
      byCell(
        all.filter((one) => one.file === file && one.sheet === grid.name),
        placeOf,
      ),
    [all, file, grid],
  );
  const remarks = useMemo(
    () =>
      byCell(
        issues.filter((one) => one.file === file && one.sheet === grid.name),
        ({ row, column }) => `${column ?? ''}${String(row ?? 0)}`,
      ),
    [issues, file, grid],
  );
  const correct = (row: number, column: number, text: string | null): void => {
    const address = addressOf(row, column);
    const label = text === null ? `Take back the correction of ${address}` : `Correct ${address}`;
    const cell = { file, sheet: grid.name, row, column };
    const original = textOf(cellAt(grid, row, column));
    const wanted = text === original ? null : text;
    if (wanted === (corrected.get(address)?.text ?? null)) return;
    void correctMapping(context, label, (mapping) => withCorrection(mapping, cell, wanted));
  };
  const columns: readonly TableColumn[] = [
    {
      id: ROW_NUMBERS,
      header: <span className="visually-hidden">Row</span>,
      width: 56,
      align: 'right',
      cell: (row) => <span className="muted">{row + 1}</span>,
    },
    ...grid.columns.map((_, column): TableColumn => ({
      id: columnLetter(column),
      header: props.head(column),
      width: Math.max(props.leastWidth, widthOf(grid, column)),
      align: cellAt(grid, Math.min(grid.rows - 1, 5), column).kind === 'number' ? 'right' : 'left',
      cell: (row) => {
        const address = addressOf(row, column);
        const original = textOf(cellAt(grid, row, column));
        const correction = corrected.get(address);
        const text = correction?.text ?? original;
        if (editing?.row === row && editing.column === columnLetter(column)) {
          return (
            <CellField
              label={`Value of ${address}`}
              text={editing.typed ?? text}
              onEnd={(next) => {
                setEditing(null);
                if (next !== null) correct(row, column, next);
              }}
            />
          );
        }
        if (correction !== undefined) {
          return (
            <span className="preview__corrected" title={`In the file: ${original || 'empty'}`}>
              {text === '' ? 'empty' : text} <s className="muted">{original || 'empty'}</s>
            </span>
          );
        }
        const remark = remarks.get(address);
        return remark === undefined ? (
          text
        ) : (
          <span
            className={`preview__remark preview__remark--${remark.severity}`}
            title={remark.message}
          >
            {text === '' ? 'empty' : text}
          </span>
        );
      },
    })),
  ];
  const { place } = props;
  const target = useMemo(
    () =>
      place === null || place.row === null
        ? null
        : { row: place.row - 1, column: place.column ?? ROW_NUMBERS },
    [place],
  );
  const shown = focused ?? target;
  return (
    <>
      <DataTable
        key={`${file} ${grid.name}`}
        label={`Rows of ${grid.name === '' ? file : grid.name}`}
        className="preview__grid"
        rowHeight={28}
        headHeight={props.headHeight}
        rowCount={grid.rows}
        columns={columns}
        target={target}
        onCell={setFocused}
        onEdit={(cell, typed) => {
          if (cell.column !== ROW_NUMBERS) setEditing({ ...cell, typed });
        }}
      />
      <CellNote
        cell={shown}
        grid={grid}
        correction={
          shown === null ? undefined : corrected.get(`${shown.column}${String(shown.row + 1)}`)
        }
        remark={shown === null ? undefined : remarks.get(`${shown.column}${String(shown.row + 1)}`)}
        onTakeBack={(row, column) => {
          correct(row, column, null);
        }}
      />
    </>
  );
}

function byCell<Entry>(
  entries: readonly Entry[],
  placeOfEntry: (entry: Entry) => string,
): ReadonlyMap<string, Entry> {
  // The first of a cell is its most severe: it is set last.
  return new Map(entries.toReversed().map((entry) => [placeOfEntry(entry), entry]));
}

function placeOf({ row, column }: Corrections[number]): string {
  return addressOf(row, column);
}

/** 'C14', as the spreadsheet program names it. */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${String(row + 1)}`;
}

/** A field in the place of a cell: Enter takes, Escape leaves, Tab and a click elsewhere take. */
function CellField(props: {
  readonly label: string;
  readonly text: string;
  /** Null where it is left as it was. */
  readonly onEnd: (text: string | null) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  const end = (text: string | null): void => {
    if (ended.current) return;
    ended.current = true;
    // The cell keeps the focus that its field had.
    field.current?.closest<HTMLElement>('[role=gridcell]')?.focus();
    props.onEnd(text);
  };
  return (
    <input
      ref={field}
      className="preview__field"
      aria-label={props.label}
      defaultValue={props.text}
      autoFocus
      onFocus={(event) => {
        const { length } = event.target.value;
        event.target.setSelectionRange(length, length);
      }}
      onBlur={(event) => {
        end(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(event.currentTarget.value);
        else if (event.key === 'Escape') end(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** The cell with the focus: what the file says, what it was corrected to, what was remarked. */
function CellNote(props: {
  readonly cell: TableCell | null;
  readonly grid: Grid;
  readonly correction: Corrections[number] | undefined;
  readonly remark: ImportIssue | undefined;
  readonly onTakeBack: (row: number, column: number) => void;
}) {
  const { cell, grid, correction, remark } = props;
  if (cell === null || cell.column === ROW_NUMBERS) {
    return (
      <p className="small muted preview__note">
        Enter, F2 or typing corrects the cell with the focus; the file itself stays as it is.
      </p>
    );
  }
  const column = grid.columns.findIndex((_, at) => columnLetter(at) === cell.column);
  const original = textOf(cellAt(grid, cell.row, column));
  return (
    <div className="row preview__note" role="status">
      <span className="heading">{addressOf(cell.row, column)}</span>
      {correction === undefined ? (
        <span className="truncate">{original === '' ? 'empty' : original}</span>
      ) : (
        <>
          <span className="preview__corrected truncate">{correction.text || 'empty'}</span>
          <span className="muted">in the file: {original === '' ? 'empty' : original}</span>
          <Button
            kind="quiet"
            icon={<RotateCcw />}
            onClick={() => {
              props.onTakeBack(cell.row, column);
            }}
          >
            As in the file
          </Button>
        </>
      )}
      {remark !== undefined && (
        <span className="row preview__said">
          <ToneIcon tone={TONES[remark.severity]} />
          {remark.message}
        </span>
      )}
    </div>
  );
}

/** Wide enough for the first rows. */
function widthOf(grid: Grid, column: number): number {
  let longest = 4;
  for (let row = 0; row < Math.min(30, grid.rows); row += 1) {
    longest = Math.max(longest, textOf(cellAt(grid, row, column)).length);
  }
  return Math.min(260, Math.max(64, 26 + longest * 7.5));
}

/** A cell as text; dates as ISO, so that no order of day and month is in doubt. */
function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return String(Number(cell.value.toPrecision(15)));
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
      return new Date(cell.days * 86_400_000).toISOString().slice(0, 10);
    default:
      return cell.text;
  }
}
