import { Malformed } from '../xml/trouble.ts';
import { OutlineCount, type SheetOutline } from './outline.ts';

const BOUND_SHEET = 0x85;
const EOF = 0x0a;
const FILE_PASS = 0x2f;
const BEGIN = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
/** Records of one cell with a value, of all versions, and the bytes that each has at least: its row comes first. */
const VALUES: ReadonlyMap<number, number> = new Map([
  [0x0002, 9],
  [0x0003, 15],
  [0x0004, 8],
  [0x0005, 9],
  [0x0006, 17],
  [0x00d6, 8],
  [0x00fd, 10],
  [0x0203, 14],
  [0x0204, 8],
  [0x0205, 8],
  [0x0206, 18],
  [0x027e, 10],
  [0x0406, 18],
]);
const MANY_NUMBERS = 0xbd;
const LINK = 0x01b8;

/** What the records of an .xls stream say it holds. */
export interface BiffOutline {
  readonly encrypted: boolean;
  readonly sheets: readonly SheetOutline[];
}

/** Walks the records of a workbook stream (BIFF 2 to 8) and counts what its sheets hold. Throws `Malformed` where a cell is cut short. */
export function outlineOfBiff(stream: Uint8Array): BiffOutline {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const listed: { offset: number; isWorksheet: boolean }[] = [];
  let encrypted = false;
  for (const { type, at, length } of records(view, 0)) {
    if (type === FILE_PASS) encrypted = true;
    if (type === BOUND_SHEET && length >= 6) {
      listed.push({ offset: view.getUint32(at, true), isWorksheet: view.getUint8(at + 5) === 0 });
    }
  }
  // Before version 5 a stream is one sheet.
  if (listed.length === 0) listed.push({ offset: 0, isWorksheet: true });
  const sheets = listed.map(({ offset, isWorksheet }) => ({
    isWorksheet,
    ...countCells(view, offset),
  }));
  return { encrypted, sheets };
}

function countCells(view: DataView, offset: number): Omit<SheetOutline, 'isWorksheet'> {
  const count = new OutlineCount();
  for (const { type, at, length, depth } of records(view, offset)) {
    // Charts stand inside a sheet with cells of their own.
    if (depth !== 1) continue;
    const least = VALUES.get(type);
    if (least !== undefined) {
      if (length < least) throw new Malformed('has cells that are cut short');
      count.add(view.getUint16(at, true));
    } else if (type === MANY_NUMBERS && length >= 6)
      count.add(view.getUint16(at, true), Math.floor((length - 6) / 6));
    else if (type === LINK && length >= 8) {
      const place = (nth: number): number => view.getUint16(at + nth * 2, true);
      count.addLink(place(1) - place(0) + 1, place(3) - place(2) + 1);
    }
  }
  return count.told();
}

/** The records from a begin record to the end record that closes it. */
function* records(
  view: DataView,
  offset: number,
): Generator<{ type: number; at: number; length: number; depth: number }> {
  let depth = 0;
  for (let at = offset; at + 4 <= view.byteLength;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = at + 4;
    if (data + length > view.byteLength) return;
    if (BEGIN.has(type)) depth++;
    yield { type, at: data, length, depth };
    if (type === EOF) depth--;
    if (depth <= 0) return;
    at = data + length;
  }
}
