import { KIND, type Grid, type GridColumn, type SheetFile } from '../sheet/grid.ts';
import type { Mapping } from './types.ts';

type Correction = Mapping['corrections'][number];

/** The files with the user's corrections in place of the cells' own values; the sources stay as they are. */
export function withCorrections(
  files: readonly SheetFile[],
  corrections: readonly Correction[],
): readonly SheetFile[] {
  if (corrections.length === 0) return files;
  return files.map((file) => ({
    ...file,
    grids: file.grids.map((grid) =>
      correctGrid(
        grid,
        corrections.filter((one) => one.file === file.file && one.sheet === grid.name),
      ),
    ),
  }));
}

function correctGrid(grid: Grid, corrections: readonly Correction[]): Grid {
  const inside = corrections.filter(
    ({ row, column }) => row >= 0 && row < grid.rows && column >= 0 && column < grid.columns.length,
  );
  if (inside.length === 0) return grid;
  const strings = [...grid.strings];
  const columns = [...grid.columns];
  for (const column of new Set(inside.map((one) => one.column))) {
    const cells = columns[column];
    if (cells === undefined) continue;
    const own = inside.filter((one) => one.column === column);
    const length = Math.max(cells.kinds.length, ...own.map(({ row }) => row + 1));
    const copy = { kinds: new Uint8Array(length), values: new Float64Array(length) };
    copy.kinds.set(cells.kinds);
    copy.values.set(cells.values);
    for (const { row, text } of own) {
      copy.kinds[row] = text.trim() === '' ? KIND.empty : KIND.text;
      copy.values[row] = text.trim() === '' ? 0 : strings.push(text) - 1;
    }
    columns[column] = withFormats(copy, cells, length);
  }
  return { ...grid, columns, strings };
}

function withFormats(
  copy: { kinds: Uint8Array; values: Float64Array },
  cells: GridColumn,
  length: number,
): GridColumn {
  if (cells.formats === undefined) return copy;
  const formats = new Uint16Array(length);
  formats.set(cells.formats);
  return { ...copy, formats };
}
