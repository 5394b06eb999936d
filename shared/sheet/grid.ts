/** What a cell holds. */
export const KIND = { empty: 0, number: 1, text: 2, boolean: 3, date: 4, error: 5 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/**
 * One column of a grid, as long as its last non-empty cell (rows below are empty).
 * `values[r]` by kind: number as is; boolean 0 or 1; date in days since 1970-01-01 (fraction = time
 * of day, no time zone); text and error an index into the grid's `strings`.
 */
export interface GridColumn {
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  /** Index into the grid's `formats` by row, absent where every cell is General. */
  readonly formats?: Uint16Array | undefined;
}

/** A sheet as plain columns: transferable, storable, knows nothing of any file format. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  readonly strings: readonly string[];
  /** Number formats in use, `formats[0]` is 'General': currency and percent are evidence for the import. */
  readonly formats: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** [first row, first column, last row, last column], inclusive. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  /** The cells' range of an auto-filter or table, where the file declares one. */
  readonly filterRange?: readonly [number, number, number, number] | undefined;
}

/** A file read: its sheets in order. */
export interface SheetFile {
  /** File name without folder. */
  readonly file: string;
  /** What the content is, whatever the name says: 'xlsx', 'xls', 'csv', … */
  readonly format: string;
  readonly grids: readonly Grid[];
  /** Sheets that are named but hold no rows here, and why (chart sheet, pivot of a data model). */
  readonly notes: readonly SheetNote[];
  /** ISO date on which the file says it was last saved. */
  readonly savedOn?: string | undefined;
}
export interface SheetNote {
  readonly code: string;
  readonly message: string;
  readonly sheet?: string | undefined;
}

/** A cell as one value: how code that is not hot reads a grid. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'date'; readonly days: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text' | 'error'; readonly text: string };

const EMPTY: Cell = { kind: 'empty' };

/** The cell at row and column, both from 0; empty outside the grid. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  const col = grid.columns[column];
  const value = col?.values[row];
  if (col === undefined || value === undefined) return EMPTY;
  switch (col.kinds[row]) {
    case KIND.number:
      return { kind: 'number', value, format: grid.formats[col.formats?.[row] ?? 0] ?? 'General' };
    case KIND.text:
      return { kind: 'text', text: grid.strings[value] ?? '' };
    case KIND.boolean:
      return { kind: 'boolean', value: value === 1 };
    case KIND.date:
      return { kind: 'date', days: value };
    case KIND.error:
      return { kind: 'error', text: grid.strings[value] ?? '' };
    default:
      return EMPTY;
  }
}
