import { useEffect, useMemo, useRef, useState } from 'react';
import { columnLetter } from '../../../shared/import/text.ts';
import type { ImportIssue, TableMapping } from '../../../shared/import/types.ts';
import { cellAt, type Cell, type Grid } from '../../../shared/sheet/grid.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withCorrection } from '../../store/mapping-edits.ts';
import { useApp } from '../../store/use-app.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Select } from '../../ui/select.tsx';
import { tableShown } from './tables-panel.tsx';
import { placeName } from './field-labels.ts';

/** One sheet of the sources. */
interface Source {
  readonly file: string;
  readonly grid: Grid;
}

/** The source tables as they were read, with the cell a remark speaks of, and the way to correct it. */
export function SourcePreview({ place }: { readonly place: ImportIssue | null }) {
  const sources = useApp(({ document }) => document?.sources ?? NONE);
  const tables = useApp(({ document }) => document?.mapping?.tables ?? NO_TABLES);
  const chosenTable = useApp(({ document }) => document?.view.choices['book.table']);
  const sheets = useMemo(
    () => sources.flatMap(({ file, grids }) => grids.map((grid): Source => ({ file, grid }))),
    [sources],
  );
  const table = tables[tableShown(tables, chosenTable)];
  // A remark or a choice shows its sheet; between them the latest counts.
  const [asked, setAsked] = useState<{ readonly at: unknown; readonly index: number } | null>(null);
  const ofPlace = place === null ? -1 : indexOf(sheets, place.file, place.sheet);
  const ofTable = table === undefined ? 0 : Math.max(0, indexOf(sheets, table.file, table.sheet));
  const cause = `${String(ofTable)} ${place === null ? '' : keyOf(place)}`;
  const index = asked?.at === cause ? asked.index : ofPlace >= 0 ? ofPlace : ofTable;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const source = sheets[index];
  if (source === undefined) return null;
  return (
    <section ref={section} className="preview" aria-label="The tables as read">
      <div className="row">
        <h2 className="heading">As it stands in the file</h2>
        {sheets.length > 1 && (
          <Select
            label="Sheet shown"
            quiet
            value={String(index)}
            onChange={(value) => {
              setAsked({ at: cause, index: Number(value) });
            }}
            groups={[
              {
                label: '',
                options: sheets.map(({ file, grid }, at) => ({
                  value: String(at),
                  label: placeName(file, grid.name),
                })),
              },
            ]}
          />
        )}
      </div>
      <SourceGrid source={source} place={ofPlace === index ? place : null} />
    </section>
  );
}

const NONE: readonly never[] = [];
const NO_TABLES: readonly TableMapping[] = [];

function indexOf(sheets: readonly Source[], file: string, sheet: string): number {
  return sheets.findIndex((source) => source.file === file && source.grid.name === sheet);
}

function keyOf({ file, sheet, row, column }: ImportIssue): string {
  return `${file} ${sheet} ${String(row)} ${String(column)}`;
}

function SourceGrid(props: { readonly source: Source; readonly place: ImportIssue | null }) {
  const { file, grid } = props.source;
  const corrections = useApp(({ document }) => document?.mapping?.corrections ?? NONE);
  const [editing, setEditing] = useState<{ row: number; column: number } | null>(null);
  const corrected = useMemo(
    () =>
      new Map(
        corrections
          .filter((entry) => entry.file === file && entry.sheet === grid.name)
          .map(({ row, column, text }) => [`${String(row)} ${String(column)}`, text]),
      ),
    [corrections, file, grid],
  );
  const columns = useMemo<readonly TableColumn[]>(
    () => [
      {
        id: '#',
        header: <span className="visually-hidden">Row</span>,
        width: 56,
        align: 'right',
        cell: (row) => <span className="muted">{row + 1}</span>,
      },
      ...grid.columns.map((_, column): TableColumn => ({
        id: columnLetter(column),
        header: columnLetter(column),
        width: widthOf(grid, column),
        align:
          cellAt(grid, Math.min(grid.rows - 1, 5), column).kind === 'number' ? 'right' : 'left',
        cell: (row) => {
          const correction = corrected.get(`${String(row)} ${String(column)}`);
          return (
            <span
              className={correction === undefined ? undefined : 'preview__corrected'}
              onDoubleClick={() => {
                setEditing({ row, column });
              }}
            >
              {correction ?? textOf(cellAt(grid, row, column))}
            </span>
          );
        },
      })),
    ],
    [grid, corrected],
  );
  const place = props.place;
  const target = useMemo(
    () =>
      place === null || place.row === null
        ? null
        : { row: place.row - 1, column: place.column ?? '#' },
    [place],
  );
  const cell = editing ?? (place === null ? null : cellOf(place));
  return (
    <>
      <DataTable
        key={`${file} ${grid.name}`}
        label={`Rows of ${grid.name === '' ? file : grid.name}`}
        className="preview__grid"
        rowHeight={28}
        rowCount={grid.rows}
        columns={columns}
        target={target}
      />
      {cell !== null && (
        <Correction
          key={`${String(cell.row)} ${String(cell.column)}`}
          source={props.source}
          row={cell.row}
          column={cell.column}
          correction={corrected.get(`${String(cell.row)} ${String(cell.column)}`) ?? null}
        />
      )}
    </>
  );
}

function cellOf({ row, column }: ImportIssue): { row: number; column: number } | null {
  if (row === null || column === null) return null;
  const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: row - 1, column: index };
}

/** Another value for one cell, kept apart from the source. */
function Correction(props: {
  readonly source: Source;
  readonly row: number;
  readonly column: number;
  readonly correction: string | null;
}) {
  const context = useAppContext();
  const { file, grid } = props.source;
  const original = textOf(cellAt(grid, props.row, props.column));
  const [text, setText] = useState(props.correction ?? original);
  const address = `${columnLetter(props.column)}${String(props.row + 1)}`;
  const cell = { file, sheet: grid.name, row: props.row, column: props.column };
  const correct = (next: string | null): void => {
    const label = next === null ? `Take back the correction of ${address}` : `Correct ${address}`;
    void correctMapping(context, label, (mapping) => withCorrection(mapping, cell, next));
  };
  return (
    <form
      className="row preview__correction"
      onSubmit={(event) => {
        event.preventDefault();
        correct(text);
      }}
    >
      <label className="row">
        <span className="small muted">Value of {address}</span>
        <input
          className="text-input"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <Button type="submit" disabled={text === (props.correction ?? original)}>
        Correct
      </Button>
      {props.correction !== null && (
        <Button
          kind="quiet"
          onClick={() => {
            correct(null);
          }}
        >
          As in the file: {original === '' ? 'empty' : original}
        </Button>
      )}
    </form>
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
export function textOf(cell: Cell): string {
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
