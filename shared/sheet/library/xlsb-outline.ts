import type { Inflater } from '../zip/inflate.ts';
import type { Zip } from '../zip/directory.ts';
import { relationshipsOf } from '../xlsx/package.ts';
import { Malformed } from '../xml/trouble.ts';
import { OutlineCount, type SheetOutline } from './outline.ts';

const ROW = 0;
/** Cells with a value: numbers, errors, booleans, texts and formulas of each. */
const FIRST_VALUE = 2;
const SHORT_FIRST = 12;
const SHORT_LAST = 18;
const RICH_TEXT = 62;
const BUNDLE_SHEET = 156;

/**
 * Counts what the sheets of a binary workbook (.xlsb) hold, in the workbook's order. Throws
 * `Malformed` for records that are broken.
 */
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

const COLUMN_INFO = 60;
const DIMENSIONS = 148;
const MERGE = 176;

/**
 * Counts the cells of a sheet, and refuses records that point outside any sheet: the library would
 * count up to wherever they point.
 */
function countCells(part: Uint8Array): { rows: number; cells: number } {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const count = new OutlineCount();
  let row = -1;
  for (const { type, at, length } of records(part)) {
    const number = (nth: number): number =>
      (nth + 1) * 4 <= length ? view.getUint32(at + nth * 4, true) : Infinity;
    if (type === ROW) {
      if (number(0) <= row) throw new Malformed('has rows out of order');
      row = inside(number(0), ROWS);
    } else if (type === COLUMN_INFO) {
      inside(number(0), COLUMNS);
      inside(number(1), COLUMNS);
    } else if (type === DIMENSIONS || type === MERGE) {
      inside(number(0), ROWS);
      inside(number(1), ROWS);
      inside(number(2), COLUMNS);
      inside(number(3), COLUMNS);
    } else if ((type > ROW && type <= SHORT_LAST) || type === RICH_TEXT) {
      if (type < SHORT_FIRST) inside(number(0), COLUMNS);
      if (type >= FIRST_VALUE && type !== SHORT_FIRST) count.add(row);
    }
  }
  return { rows: count.rows, cells: count.cells };
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

function inside(place: number, end: number): number {
  if (!(place < end)) throw new Malformed('has records that point outside any sheet');
  return place;
}

/** Records: a type of one or two bytes, a length of one to four, the data. They fill the part to its end. */
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
    if (at + length > part.length) throw new Malformed('ends before it is complete');
    yield { type, at, length };
    at += length;
  }
}
