import { z } from '../units/schema.ts';
import { KIND, type Grid, type GridColumn, type SheetFile } from '../sheet/grid.ts';
import {
  bytesOf,
  DamagedProject,
  jsonPart,
  readBytes,
  readJson,
  type Parts,
  type PartSource,
} from './parts.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const index = z.int().min(0).max(MAX_ROWS);
const range = z.tuple([index, index, index, index]);

const noteSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  sheet: z.string().exactOptional(),
});
const filesSchema = z
  .array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      grids: z.int().min(0).max(1_000),
      notes: z.array(noteSchema),
      savedOn: z.string().exactOptional(),
    }),
  )
  .max(100);
const gridSchema = z.strictObject({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  rows: index,
  columns: z.array(z.strictObject({ length: index, formats: z.boolean() })).max(MAX_COLUMNS),
  strings: z.array(z.string()),
  formats: z.array(z.string()),
  hiddenRows: z.array(index),
  hiddenColumns: z.array(index),
  merges: z.array(range),
  filterRange: range.exactOptional(),
});

/** The source tables as parts: two a sheet, one describing it, one with its columns' bytes. */
export function sourceParts(files: readonly SheetFile[]): readonly PartSource[] {
  const list = files.map(({ file, format, grids, notes, savedOn }) => ({
    file,
    format,
    grids: grids.length,
    notes,
    savedOn,
  }));
  return [
    jsonPart('sources/index.json', files, list),
    ...files.flatMap((file, f) =>
      file.grids.flatMap((grid, g) => [
        jsonPart(`sources/${f}-${g}.json`, grid, describe(grid)),
        { name: `sources/${f}-${g}.cells`, source: grid, encode: () => packCells(grid) },
      ]),
    ),
  ];
}

/** The source tables of a project file. Throws DamagedProject on anything that is not one. */
export function readSources(parts: Parts): readonly SheetFile[] {
  const files = filesSchema.safeParse(readJson(parts, 'sources/index.json'));
  if (!files.success) throw new DamagedProject('its part "sources/index.json" is damaged');
  return files.data.map((file, f) => ({
    ...file,
    grids: Array.from({ length: file.grids }, (_, g) => readGrid(parts, `sources/${f}-${g}`)),
  }));
}

function describe(grid: Grid): z.input<typeof gridSchema> {
  return {
    name: grid.name,
    visibility: grid.visibility,
    rows: grid.rows,
    columns: grid.columns.map((column) => ({
      length: column.kinds.length,
      formats: column.formats !== undefined,
    })),
    strings: [...grid.strings],
    formats: [...grid.formats],
    hiddenRows: [...grid.hiddenRows],
    hiddenColumns: [...grid.hiddenColumns],
    merges: grid.merges.map((merge) => [...merge]),
    ...(grid.filterRange && { filterRange: [...grid.filterRange] }),
  };
}

/** Column after column: values, kinds, then formats where the column has any. */
function packCells(grid: Grid): Uint8Array {
  const pieces = grid.columns.flatMap((column) => [
    bytesOf(column.values),
    bytesOf(column.kinds),
    ...(column.formats ? [bytesOf(column.formats)] : []),
  ]);
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

function readGrid(parts: Parts, name: string): Grid {
  const description = gridSchema.safeParse(readJson(parts, `${name}.json`));
  if (!description.success) throw new DamagedProject(`its part "${name}.json" is damaged`);
  const { columns: shapes, ...rest } = description.data;
  const bytes = readBytes(parts, `${name}.cells`);
  const expected = shapes.reduce((sum, c) => sum + c.length * (c.formats ? 11 : 9), 0);
  if (bytes.length !== expected || shapes.some((shape) => shape.length > rest.rows))
    throw new DamagedProject(`its part "${name}.cells" has the wrong length`);
  let offset = 0;
  const take = (length: number): ArrayBuffer => {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(bytes.subarray(offset, offset + length));
    offset += length;
    return copy;
  };
  const columns = shapes.map(({ length, formats }): GridColumn => {
    const values = new Float64Array(take(length * 8));
    const kinds = new Uint8Array(take(length));
    if (!kinds.every((kind) => kind <= KIND.error))
      throw new DamagedProject(`its part "${name}.cells" is damaged`);
    return formats
      ? { values, kinds, formats: new Uint16Array(take(length * 2)) }
      : { values, kinds };
  });
  return { ...rest, columns };
}
