import { Malformed } from '../xml/trouble.ts';
import type { Inflater } from '../zip/inflate.ts';
import type { Zip } from '../zip/directory.ts';
import type { SheetOutline } from './outline.ts';

/** What objects of a Numbers document are, by their number. */
const DOCUMENT = 1;
const SHEET = 2;
const TABLE_INFO = 6000;
const TABLE_MODEL = 6001;
const TILE = 6002;

/** An object of the document, its fields not read yet. */
interface Stored {
  readonly type: number;
  readonly data: Uint8Array;
}

/**
 * Counts what the tables of a Numbers document hold, in the order in which they become sheets: from
 * the document by its sheets and their tables to the tiles of rows. Throws `Malformed` for what is
 * broken, or unpacks to more bytes than `atMost`.
 */
export async function outlineOfNumbers(
  zip: Zip,
  inflater: Inflater,
  atMost: number,
): Promise<SheetOutline[]> {
  const objects = new Map<number, Stored[]>();
  let size = 0;
  for (const entry of zip.entries) {
    if (!entry.name.endsWith('.iwa')) continue;
    const part = unpacked(await inflater.whole(entry), atMost - size);
    size += part.length;
    gather(part, objects);
  }
  const of = (type: number, references: readonly Uint8Array[]): Message[] =>
    references
      .flatMap((reference) => objects.get(new Message(reference).number(1)) ?? [])
      .filter((object) => object.type === type)
      .map(({ data }) => new Message(data));
  const [root] = [...objects.values()].flat().filter(({ type }) => type === DOCUMENT);
  if (root === undefined) return [];
  const sheets = of(SHEET, new Message(root.data).all(1));
  const infos = sheets.flatMap((sheet) => of(TABLE_INFO, sheet.all(2)));
  return infos.map((info) => {
    const tiles = of(TABLE_MODEL, info.all(2)).flatMap((model) =>
      new Message(new Message(model.bytes(4)).bytes(3))
        .all(1)
        .flatMap((tile) => of(TILE, new Message(tile).all(2))),
    );
    const counts = tiles.flatMap((tile) => tile.all(5)).map((row) => valuesIn(new Message(row)));
    return {
      isWorksheet: true,
      rows: counts.filter((count) => count > 0).length,
      cells: counts.reduce((sum, count) => sum + count, 0),
    };
  });
}

/**
 * Cells of a row that hold a value. Where each starts is listed; there stand a version and a kind, 0
 * for none. Rows of old keep both in other fields.
 */
function valuesIn(row: Message): number {
  const old = row.bytes(7).length === 0;
  const wide = row.number(8) > 0 ? 4 : 1;
  const cells = row.bytes(old ? 3 : 6);
  const starts = row.bytes(old ? 4 : 7);
  const view = new DataView(starts.buffer, starts.byteOffset, starts.byteLength);
  let count = 0;
  for (let at = 0; at + 2 <= starts.length; at += 2) {
    const start = view.getUint16(at, true);
    if (start === 0xffff) continue;
    const kind = start * wide + ((cells[start * wide] ?? 0) < 4 ? 2 : 1);
    if (cells[kind] !== 0) count++;
  }
  return count;
}

/** Adds the objects of one part: a header with an id and, for each object, its type and length. */
function gather(part: Uint8Array, objects: Map<number, Stored[]>): void {
  for (let at = 0; at < part.length;) {
    const { value: length, next } = varint(part, at);
    const header = new Message(slice(part, next, length));
    at = next + length;
    const stored: Stored[] = [];
    for (const info of header.all(2).map((one) => new Message(one))) {
      stored.push({ type: info.number(1), data: slice(part, at, info.number(3)) });
      at += info.number(3);
    }
    objects.set(header.number(1), stored);
  }
}

/** A message of numbered fields (protocol buffers), read one level deep. */
class Message {
  private readonly fields = new Map<number, (number | Uint8Array)[]>();

  constructor(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length;) {
      const tag = varint(bytes, at);
      const { value, next } = field(bytes, tag.next, tag.value & 7);
      const number = Math.floor(tag.value / 8);
      const known = this.fields.get(number);
      if (known === undefined) this.fields.set(number, [value]);
      else known.push(value);
      at = next;
    }
  }

  /** 0 where it is not there. */
  number(field: number): number {
    const value = this.fields.get(field)?.[0];
    return typeof value === 'number' ? value : 0;
  }

  bytes(field: number): Uint8Array {
    return this.all(field)[0] ?? new Uint8Array();
  }

  all(field: number): Uint8Array[] {
    return (this.fields.get(field) ?? []).filter((value) => typeof value !== 'number');
  }
}

function field(
  bytes: Uint8Array,
  at: number,
  wire: number,
): { value: number | Uint8Array; next: number } {
  if (wire === 0) return varint(bytes, at);
  const head = wire === 2 ? varint(bytes, at) : { value: wire === 1 ? 8 : 4, next: at };
  if (wire !== 1 && wire !== 2 && wire !== 5) throw new Malformed('has fields of an unknown kind');
  return { value: slice(bytes, head.next, head.value), next: head.next + head.value };
}

function varint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  let at = from;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    if (byte === undefined || at - from > 10) throw new Malformed('ends before it is complete');
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at };
  }
}

function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (from + length > bytes.length) throw new Malformed('ends before it is complete');
  return bytes.subarray(from, from + length);
}

/** Unpacks a part: blocks of a zero, three bytes of length, and what Snappy packed. */
function unpacked(part: Uint8Array, atMost: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < part.length;) {
    const [kind, a = 0, b = 0, c = 0] = part.subarray(at, at + 4);
    if (kind !== 0) throw new Malformed('has parts packed in an unknown way');
    const length = a | (b << 8) | (c << 16);
    const block = unsnapped(slice(part, at + 4, length), atMost - size);
    blocks.push(block);
    size += block.length;
    at += 4 + length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

/** A copy of 64 bytes takes three: what claims to unpack to more is lying. */
const RATIO_AT_MOST = 22;

function unsnapped(packed: Uint8Array, atMost: number): Uint8Array {
  const { value: size, next } = varint(packed, 0);
  if (size > packed.length * RATIO_AT_MOST)
    throw new Malformed('has parts packed in an unknown way');
  if (size > atMost) throw new Malformed('unpacks to more than can be held at once');
  const out = new Uint8Array(size);
  let length = 0;
  const number = (at: number, bytes: number): number => {
    let value = 0;
    for (let n = bytes - 1; n >= 0; n--) value = value * 256 + (packed[at + n] ?? 0);
    return value;
  };
  for (let at = next; at < packed.length;) {
    const tag = packed[at++] ?? 0;
    const high = tag >> 2;
    if ((tag & 3) === 0) {
      const more = Math.max(0, high - 59);
      const count = (more === 0 ? high : number(at, more)) + 1;
      at += more;
      if (length + count > size) throw new Malformed('ends before it is complete');
      out.set(slice(packed, at, count), length);
      at += count;
      length += count;
      continue;
    }
    const near = (tag & 3) === 1;
    const count = near ? (high & 7) + 4 : high + 1;
    const bytes = near ? 1 : (tag & 3) === 2 ? 2 : 4;
    const back = number(at, bytes) + (near ? (tag >> 5) * 256 : 0);
    at += bytes;
    if (back === 0 || back > length || length + count > size) {
      throw new Malformed('has parts packed in an unknown way');
    }
    // Letter by letter: what is copied may reach into what it makes.
    for (let n = 0; n < count; n++) out[length] = out[length++ - back] ?? 0;
  }
  return out;
}
