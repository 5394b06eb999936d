import type { Inflater } from '../zip/inflate.ts';
import type { Zip } from '../zip/directory.ts';
import { relationshipsOf } from '../xlsx/package.ts';
import { Malformed } from '../xml/trouble.ts';
import { OutlineCount, type SheetOutline } from './outline.ts';
import { XLSB, xlsbRecords } from './xlsb-records.ts';

/** Parts that the library reads beside the sheets, and that hold texts. */
const OTHER_PARTS = ['xl/sharedStrings.bin', 'xl/styles.bin'];

/**
 * Counts what the sheets of a binary workbook (.xlsb) hold, in the workbook's order. Throws
 * `Malformed` for records that are broken.
 */
export async function outlineOfXlsb(zip: Zip, inflater: Inflater): Promise<SheetOutline[]> {
  const book = zip.find('xl/workbook.bin');
  if (book === undefined) return [];
  for (const path of OTHER_PARTS) {
    const entry = zip.find(path);
    if (entry !== undefined) checkRecords(await inflater.whole(entry));
  }
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

/** Throws `Malformed` where the records are broken. */
function checkRecords(part: Uint8Array): void {
  const all = xlsbRecords(part);
  while (all.next().done !== true);
}

function* sheetIds(part: Uint8Array): Generator<string> {
  for (const { type, at, length } of xlsbRecords(part)) {
    if (type !== XLSB.bundleSheet || length < 12) continue;
    const view = new DataView(part.buffer, part.byteOffset + at, length);
    const letters = Math.min(view.getUint32(8, true), (length - 12) / 2);
    yield new TextDecoder('utf-16le').decode(part.subarray(at + 12, at + 12 + letters * 2));
  }
}

/**
 * Counts the cells of a sheet, and refuses records that point outside any sheet: the library would
 * count up to wherever they point.
 */
function countCells(part: Uint8Array): Omit<SheetOutline, 'isWorksheet'> {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const count = new OutlineCount();
  let row = -1;
  for (const { type, at, length } of xlsbRecords(part)) {
    const number = (nth: number): number =>
      (nth + 1) * 4 <= length ? view.getUint32(at + nth * 4, true) : Infinity;
    if (type === XLSB.row) {
      if (number(0) <= row) throw new Malformed('has rows out of order');
      row = inside(number(0), ROWS);
    } else if (type === XLSB.columnInfo) {
      inside(number(0), COLUMNS);
      inside(number(1), COLUMNS);
    } else if (type === XLSB.dimensions || type === XLSB.merge || type === XLSB.link) {
      const [top, bottom] = [inside(number(0), ROWS), inside(number(1), ROWS)];
      const [left, right] = [inside(number(2), COLUMNS), inside(number(3), COLUMNS)];
      if (type === XLSB.link) count.addLink(bottom - top + 1, right - left + 1);
    } else if ((type > XLSB.row && type <= XLSB.shortLast) || type === XLSB.richText) {
      if (type < XLSB.shortFirst) inside(number(0), COLUMNS);
      if (type >= XLSB.firstValue && type !== XLSB.shortFirst) count.add(row);
    }
  }
  return count.told();
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

function inside(place: number, end: number): number {
  if (!(place < end)) throw new Malformed('has records that point outside any sheet');
  return place;
}
