import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportIssue, TableMapping } from '../../../shared/import/types.ts';
import { useApp } from '../../store/use-app.tsx';
import { Select } from '../../ui/select.tsx';
import { ColumnHead, FieldTray, useFieldDrag } from './column-heads.tsx';
import { placeName } from './field-labels.ts';
import { SourceGrid, type Source } from './source-grid.tsx';
import { tableShown } from './tables-panel.tsx';
import './source-preview.css';

/** The source tables as they were read, with the cell a remark speaks of, and the way to correct it. */
export function SourcePreview({ place }: { readonly place: ImportIssue | null }) {
  const sources = useApp(({ document }) => document?.sources ?? NONE);
  const tables = useApp(({ document }) => document?.mapping?.tables ?? NO_TABLES);
  const chosenTable = useApp(({ document }) => document?.view.choices['book.table']);
  const sheets = useMemo(
    () => sources.flatMap(({ file, grids }) => grids.map((grid): Source => ({ file, grid }))),
    [sources],
  );
  const chosen = tables[tableShown(tables, chosenTable)];
  // A remark or a choice shows its sheet; between them the latest counts.
  const [asked, setAsked] = useState<{ readonly at: unknown; readonly index: number } | null>(null);
  const ofPlace = place === null ? -1 : indexOf(sheets, place.file, place.sheet);
  const ofTable =
    chosen === undefined ? 0 : Math.max(0, indexOf(sheets, chosen.file, chosen.sheet));
  const cause = `${String(ofTable)} ${place === null ? '' : keyOf(place)}`;
  const index = asked?.at === cause ? asked.index : ofPlace >= 0 ? ofPlace : ofTable;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const source = sheets[index];
  const table = source && tableOn(source, tables, chosen);
  const drag = useFieldDrag(table);
  if (source === undefined) return null;
  const hasHeads = table !== undefined && table.role !== 'ignored';
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
      {table !== undefined && <FieldTray table={table} tables={tables} drag={drag} />}
      <SourceGrid
        source={source}
        place={ofPlace === index ? place : null}
        head={(column) => <ColumnHead table={table} column={column} drag={drag} />}
        headHeight={hasHeads ? 56 : 28}
        leastWidth={hasHeads ? 148 : 64}
      />
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

/** The table of a sheet whose columns are given meanings: the one looked at, else the first that is used. */
function tableOn(
  { file, grid }: Source,
  tables: readonly TableMapping[],
  chosen: TableMapping | undefined,
): TableMapping | undefined {
  const here = tables.filter((table) => table.file === file && table.sheet === grid.name);
  const own = here.find((table) => table === chosen);
  return own ?? here.find(({ role }) => role !== 'ignored') ?? here[0];
}
