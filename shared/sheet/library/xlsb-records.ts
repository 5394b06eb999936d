import { Malformed } from '../xml/trouble.ts';

/** One record of a part of a binary workbook: its data are `length` bytes at `at`. */
export interface XlsbRecord {
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

export const XLSB = {
  row: 0,
  firstValue: 2,
  shortFirst: 12,
  shortLast: 18,
  columnInfo: 60,
  richText: 62,
  dimensions: 148,
  bundleSheet: 156,
  merge: 176,
  link: 494,
} as const;

/** Where texts stand in the records that have some: bytes before the first one, and how many follow each other. */
const TEXTS: ReadonlyMap<number, readonly [before: number, texts: number]> = new Map([
  [6, [8, 1]],
  [8, [8, 1]],
  [17, [4, 1]],
  [19, [1, 1]],
  [39, [9, 1]],
  [43, [21, 1]],
  [44, [2, 1]],
  [XLSB.richText, [9, 1]],
  [147, [19, 1]],
  [XLSB.bundleSheet, [8, 2]],
  [XLSB.link, [16, 4]],
]);
/** A text that is not there. */
const NO_TEXT = 0xffffffff;

/**
 * The records of a part: a type of one or two bytes, a length of one to four, the data; they fill the
 * part to its end. Throws `Malformed` where they don't, and where a text is longer than its record:
 * the library would read on to wherever it says that it ends.
 */
export function* xlsbRecords(part: Uint8Array): Generator<XlsbRecord> {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
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
    const record = { type, at, length };
    checkTexts(view, record);
    yield record;
    at += length;
  }
}

function checkTexts(view: DataView, { type, at, length }: XlsbRecord): void {
  const [before, texts] = TEXTS.get(type) ?? [0, 0];
  const end = at + length;
  let next = at + before;
  for (let nth = 0; nth < texts; nth++) {
    const letters = next + 4 <= end ? view.getUint32(next, true) : Infinity;
    next += 4 + (letters === NO_TEXT ? 0 : letters * 2);
    if (next > end) throw new Malformed('has texts that are longer than their records');
  }
}
