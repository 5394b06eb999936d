import { KIND, type Grid } from '../../sheet/grid.ts';

/** How many cells of each row hold something, and how many of them hold text. */
export interface RowShape {
  readonly filled: Uint16Array;
  readonly texts: Uint16Array;
}

/** Counts the cells of every row; text of white space only counts as empty. */
export function rowShape(grid: Grid): RowShape {
  const filled = new Uint16Array(grid.rows);
  const texts = new Uint16Array(grid.rows);
  const blank = Uint8Array.from(grid.strings, (text) => (text.trim() === '' ? 1 : 0));
  for (const column of grid.columns) {
    const { kinds, values } = column;
    const rows = Math.min(kinds.length, grid.rows);
    for (let row = 0; row < rows; row++) {
      const kind = kinds[row];
      if (kind === KIND.empty) continue;
      if (kind === KIND.text) {
        if (blank[values[row] ?? -1] !== 0) continue;
        texts[row] = (texts[row] ?? 0) + 1;
      }
      filled[row] = (filled[row] ?? 0) + 1;
    }
  }
  return { filled, texts };
}

/** Is anything in this cell? */
export function isFilled(grid: Grid, row: number, column: number): boolean {
  const cells = grid.columns[column];
  const kind = cells?.kinds[row] ?? KIND.empty;
  if (kind !== KIND.text) return kind !== KIND.empty;
  return (grid.strings[cells?.values[row] ?? -1] ?? '').trim() !== '';
}
