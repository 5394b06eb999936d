import type { Inflater } from '../zip/inflate.ts';
import type { Zip } from '../zip/directory.ts';
import { relationshipsOf } from '../xlsx/package.ts';
import { OutlineCount, type SheetOutline } from './outline.ts';

const ROW = 0;
/** Cells with a value: numbers, errors, booleans, texts and formulas of each. */
const FIRST_VALUE = 2;
const LAST_VALUE = 11;
const SHORT_FIRST = 12;
const SHORT_LAST = 18;
const RICH_TEXT = 62;
const BUNDLE_SHEET = 156;

/** Counts what the sheets of a binary workbook (.xlsb) hold, in the workbook's order. */
export async function outlineOfXlsb(zip: Zip, inflater: Inflater): Promise<SheetOutline[]> {
  const book = zip.find('xl/workbook.bin');
  if (book === undefined) return [];
  const links = await relationshipsOf(zip, inflater, book.name);
  const sheets: SheetOutline[] = [];
  for (const id of sheetIds(await inflater.whole(book))) {
    const link = links.find((one) => one.id === id);
    const entry = link === undefined ? undefined : zip.find(link.target);
    const isWorksheet = link?.type === 'worksheet';
    sheets.push(
      entry === undefined || !isWorksheet
        ? { isWorksheet, rows: 0, cells: 0 }
        : { isWorksheet, ...countCells(await inflater.whole(entry)) },
    );
  }
  return sheets;
}

function* sheetIds(part: Uint8Array): Generator<string> {
  for (const { type, at, length } of records(part)) {
    if (type !== BUNDLE_SHEET || length < 12) continue;
    const view = new DataView(part.buffer, part.byteOffset + at, length);
    const letters = Math.min(view.getUint32(8, true), (length - 12) / 2);
    yield new TextDecoder('utf-16le').decode(part.subarray(at + 12, at + 12 + letters * 2));
  }
}

function countCells(part: Uint8Array): { rows: number; cells: number } {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const count = new OutlineCount();
  let row = 0;
  for (const { type, at, length } of records(part)) {
    if (type === ROW && length >= 4) row = view.getUint32(at, true);
    else if (
      (type >= FIRST_VALUE && type <= LAST_VALUE) ||
      (type > SHORT_FIRST && type <= SHORT_LAST) ||
      type === RICH_TEXT
    ) {
      count.add(row);
    }
  }
  return { rows: count.rows, cells: count.cells };
}

/** Records: a type of one or two bytes, a length of one to four, the data. */
function* records(part: Uint8Array): Generator<{ type: number; at: number; length: number }> {
  let at = 0;
  while (at < part.length) {
    let type = part[at++] ?? 0;
    if (type & 0x80) type = (type & 0x7f) | (((part[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = part[at++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) break;
    }
    if (at + length > part.length) return;
    yield { type, at, length };
    at += length;
  }
}
