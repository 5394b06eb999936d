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
  /** Cells that links cover: the library makes an object of each, be there a value or not. */
  readonly linked?: number | undefined;
}

/** Counts cells and the rows they lie in. */
export class OutlineCount {
  private cells = 0;
  private linked = 0;
  private readonly rowsSeen = new Set<number>();

  add(row: number, cells = 1): void {
    this.cells += cells;
    this.rowsSeen.add(row);
  }

  addLink(rows: number, columns: number): void {
    this.linked += Math.max(0, rows) * Math.max(0, columns);
  }

  told(): { readonly rows: number; readonly cells: number; readonly linked: number } {
    return { rows: this.rowsSeen.size, cells: this.cells, linked: this.linked };
  }
}
