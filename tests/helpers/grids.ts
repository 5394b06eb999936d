import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readSheetFile } from '../../shared/sheet/read.ts';
import { KIND, type Grid, type SheetFile } from '../../shared/sheet/grid.ts';

/** A cell of a sheet made in a test: a date is `{ date: 'YYYY-MM-DD' }`, an error `{ error: '#N/A' }`, a formatted number `{ number, format }`. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string }
  | { readonly error: string }
  | { readonly number: number; readonly format: string };

/** A sheet of the rows given, typed as a workbook would type them; empty text is an empty cell. */
export function gridOf(rows: readonly (readonly TestCell[])[], more: Partial<Grid> = {}): Grid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const strings: string[] = [];
  const formats = ['General'];
  const indexOf = new Map<string, number>();
  const text = (value: string): number => {
    const known = indexOf.get(value);
    if (known !== undefined) return known;
    indexOf.set(value, strings.length);
    return strings.push(value) - 1;
  };
  const columns = Array.from({ length: width }, (_, column) => {
    const kinds = new Uint8Array(rows.length);
    const values = new Float64Array(rows.length);
    const formatOf = new Uint16Array(rows.length);
    rows.forEach((row, index) => {
      const cell = row[column] ?? null;
      if (cell === null || cell === '') return;
      if (typeof cell === 'string') [kinds[index], values[index]] = [KIND.text, text(cell)];
      else if (typeof cell === 'number') [kinds[index], values[index]] = [KIND.number, cell];
      else if (typeof cell === 'boolean')
        [kinds[index], values[index]] = [KIND.boolean, cell ? 1 : 0];
      else if ('date' in cell)
        [kinds[index], values[index]] = [KIND.date, Date.parse(cell.date) / 86_400_000];
      else if ('error' in cell) [kinds[index], values[index]] = [KIND.error, text(cell.error)];
      else {
        [kinds[index], values[index]] = [KIND.number, cell.number];
        const known = formats.indexOf(cell.format);
        formatOf[index] = known >= 0 ? known : formats.push(cell.format) - 1;
      }
    });
    return { kinds, values, formats: formatOf };
  });
  return {
    name: 'Sheet1',
    visibility: 'visible',
    rows: rows.length,
    columns,
    strings,
    formats,
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    ...more,
  };
}

/** A file of one sheet, or of the grids given. */
export function fileOf(
  content: readonly (readonly TestCell[])[] | readonly Grid[],
  file = 'book.xlsx',
  more: Partial<SheetFile> = {},
): SheetFile {
  const grids = content.filter((one): one is Grid => 'columns' in one);
  const rows = content.filter((one): one is readonly TestCell[] => !('columns' in one));
  return {
    file,
    format: 'xlsx',
    grids: grids.length > 0 ? grids : [gridOf(rows)],
    notes: [],
    ...more,
  };
}

/** A file of text, read as the product reads it. */
export async function csvOf(text: string, file = 'book.csv'): Promise<SheetFile> {
  const bytes = new TextEncoder().encode(text);
  const read = await readSheetFile({ file, bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** A file of the fixtures, read as the product reads it. */
export async function sheetFileAt(path: string | URL): Promise<SheetFile> {
  const bytes = new Uint8Array(readFileSync(path));
  const name = path instanceof URL ? path.pathname : path;
  const read = await readSheetFile({ file: basename(name), bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}
