import { read as readBook } from 'xlsx';
import { readSheetFile } from '../../shared/sheet/read.ts';
import { milliseconds } from './benchmark.ts';

/** What the readers are measured against. */
export const SHEETJS = 'SheetJS dense';

/** Milliseconds of reading with the product. Throws where a cell is missing: a fast half is no reading. */
export async function readOurs(
  file: string,
  bytes: Uint8Array,
  rows: number,
  columns: number,
): Promise<number> {
  collect();
  const read: Awaited<ReturnType<typeof readSheetFile>>[] = [];
  const taken = await milliseconds(async () => {
    read.push(await readSheetFile({ file, bytes, size: bytes.length }));
  });
  const [result] = read;
  if (result === undefined || !result.ok) throw new Error(result?.error.message);
  let cells = 0;
  for (const { kinds } of result.value.grids[0]?.columns ?? []) {
    for (const kind of kinds) if (kind !== 0) cells++;
  }
  if (cells !== rows * columns) throw new Error(`${cells} of ${rows * columns} cells were read`);
  return taken;
}

/** Milliseconds of reading with SheetJS, checked in the same way. */
export async function readSheetJs(bytes: Uint8Array, rows: number): Promise<number> {
  collect();
  let found: number | undefined;
  const taken = await milliseconds(() => {
    const book = readBook(bytes, { type: 'array', dense: true });
    found = book.Sheets[book.SheetNames[0] ?? '']?.['!data']?.length;
  });
  if (found !== rows) throw new Error(`SheetJS read ${String(found)} of ${rows} rows`);
  return taken;
}

/** What the one before left behind is not the next one's burden. */
function collect(): void {
  globalThis.gc?.();
}
