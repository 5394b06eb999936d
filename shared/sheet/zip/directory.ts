import type { Limits } from '../limits.ts';
import { Refused } from '../refusal.ts';

/** One file inside a zip archive, as the archive's directory declares it. */
export interface ZipEntry {
  /** Path inside the archive: forward slashes, no leading slash. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

/** The directory of a zip archive held in memory. */
export interface Zip {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** The entry of this path, whatever the case of its letters. */
  find(path: string): ZipEntry | undefined;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ALL_ONES_32 = 0xffffffff;

/**
 * Reads the directory at the end of a zip archive, zip64 included. Throws `Refused` for one that is
 * broken, that names paths outside itself or that declares more than the limits allow.
 */
export function readZipDirectory(file: string, bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) throw incomplete(file);
  const { count, offset } = directoryPlace(view, end);
  if (count > limits.zipEntries) {
    throw new Refused(
      'hostile',
      `${file} declares ${count} parts, far more than a workbook has: it is not opened.`,
    );
  }
  const entries: ZipEntry[] = [];
  const byPath = new Map<string, ZipEntry>();
  let at = offset;
  let compressed = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw incomplete(file);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw incomplete(file);
    const entry = entryAt(view, at, bytes.subarray(at + 46, at + 46 + nameLength), extraLength);
    if (entry.name.split('/').includes('..') || entry.name.includes('\0')) {
      throw new Refused(
        'hostile',
        `${file} names parts outside itself, as no workbook does: it is not opened.`,
      );
    }
    const path = entry.name.toLowerCase();
    if (byPath.has(path)) {
      throw new Refused(
        'damaged',
        `${file} holds two parts of the same name (${entry.name}): save it again from the spreadsheet program.`,
      );
    }
    compressed += entry.compressedSize;
    entries.push(entry);
    byPath.set(path, entry);
    at = next;
  }
  if (compressed > bytes.length) {
    throw new Refused(
      'hostile',
      `${file} packs the same bytes several times, as no workbook does: it is not opened.`,
    );
  }
  return { file, bytes, entries, find: (path) => byPath.get(path.toLowerCase()) };
}

/** Where the packed bytes of an entry lie. Throws `Refused` where they are not there. */
export function packedBytes({ file, bytes }: Zip, entry: ZipEntry): Uint8Array {
  const at = entry.headerOffset;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw incomplete(file);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.compressedSize > bytes.length) throw incomplete(file);
  return bytes.subarray(start, start + entry.compressedSize);
}

function incomplete(file: string): Refused {
  return new Refused(
    'damaged',
    `${file} is incomplete or damaged: fetch it again, or save it again from the spreadsheet program.`,
  );
}

/** The end record is the last thing in the file but for a comment of up to 64 KiB. */
function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function directoryPlace(view: DataView, end: number): { count: number; offset: number } {
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR) {
    const at = uint64(view, locator + 8);
    if (at + 56 <= view.byteLength && view.getUint32(at, true) === ZIP64_END_OF_DIRECTORY) {
      return { count: uint64(view, at + 32), offset: uint64(view, at + 48) };
    }
  }
  return { count, offset };
}

function entryAt(view: DataView, at: number, name: Uint8Array, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let headerOffset = view.getUint32(at + 42, true);
  const extraEnd = at + 46 + name.length + extraLength;
  for (let extra = at + 46 + name.length; extra + 4 <= extraEnd;) {
    const length = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      // Zip64: only the fields that did not fit stand here, in this order.
      let field = extra + 4;
      const next = (): number => {
        const value =
          field + 8 <= extra + 4 + length && field + 8 <= extraEnd
            ? uint64(view, field)
            : ALL_ONES_32;
        field += 8;
        return value;
      };
      if (size === ALL_ONES_32) size = next();
      if (compressedSize === ALL_ONES_32) compressedSize = next();
      if (headerOffset === ALL_ONES_32) headerOffset = next();
    }
    extra += 4 + length;
  }
  return {
    name: new TextDecoder().decode(name).replaceAll('\\', '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    headerOffset,
  };
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}
