import type { Grid, SheetFile } from '../../sheet/grid.ts';

export interface FoundColumn {
  /** Index in the grid. */
  readonly column: number;
  /** Text of the header, with the group header above it where one stands there. */
  readonly header: string;
  /** The lower header alone. */
  readonly ownHeader: string;
  readonly hidden: boolean;
}

/** A row that sums others up; `from`..`to` are the positions in `rows` that it can speak for. */
export interface TotalRow {
  readonly row: number;
  /** Position of the first data row after the total before this one. */
  readonly from: number;
  /** Position after the last data row before this total. */
  readonly to: number;
}

/** A column and how many of its blank cells were filled from above. */
export interface FilledColumn {
  readonly column: number;
  readonly header: string;
  readonly rows: number;
}

/** A table on a sheet: where its headers stand and which rows count. */
export interface FoundTable {
  readonly source: SheetFile;
  /** The sheet, with `filledDown` done. */
  readonly grid: Grid;
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  readonly lastRow: number;
  readonly columns: readonly FoundColumn[];
  /** Rows of data in the order of the sheet: without blank rows, notes, repeated headers and totals. */
  readonly rows: Int32Array;
  readonly totals: readonly TotalRow[];
  /** Rows that hold one cell only where others hold several: notes and group headings. */
  readonly noteRows: readonly number[];
  /** Titles above the table and notes below it, as text. */
  readonly remarks: readonly string[];
  /** Rows that give an average, a count or the like of others. */
  readonly aggregateRows: readonly number[];
  /** Columns whose blank cells were filled from above: merged cells, groups named once. */
  readonly filledDown: readonly FilledColumn[];
  /** How many of `rows` are hidden on the sheet. */
  readonly hiddenRows: number;
}
