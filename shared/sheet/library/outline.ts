/**
 * What a sheet of a binary workbook holds, counted from its records: what the spreadsheet library
 * gives back is held against it, so that no sheet or row is lost in silence.
 */
export interface SheetOutline {
  readonly isWorksheet: boolean;
  /** Rows with at least one cell that has a value. */
  readonly rows: number;
  /** Cells that have a value, where it was them that were counted. */
  readonly cells?: number | undefined;
}

/** Counts cells and the rows they lie in. */
export class OutlineCount {
  cells = 0;
  private readonly rowsSeen = new Set<number>();

  add(row: number, cells = 1): void {
    this.cells += cells;
    this.rowsSeen.add(row);
  }

  get rows(): number {
    return this.rowsSeen.size;
  }
}
