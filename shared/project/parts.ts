import { strFromU8, strToU8 } from 'fflate';

/** A part to be written: encoded only if `source` is not the one it was encoded from last time. */
export interface PartSource {
  readonly name: string;
  /** The slice of state behind the part, compared by identity (text by value). */
  readonly source: unknown;
  readonly encode: () => Uint8Array;
}

/** Parts of a project file by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The file is not what it should be: message for the end of the sentence "… could not be opened: …". */
export class DamagedProject extends Error {}

/** A part holding JSON. */
export function jsonPart(name: string, source: unknown, value: unknown = source): PartSource {
  return { name, source, encode: () => strToU8(JSON.stringify(value)) };
}

/** A part holding the bytes of a typed array, little-endian as every platform of the app is. */
export function binaryPart(name: string, column: Float64Array | Uint32Array): PartSource {
  return { name, source: column, encode: () => bytesOf(column) };
}

/** The bytes behind a typed array, not copied. */
export function bytesOf(column: ArrayBufferView): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** The part's bytes. Throws DamagedProject where it is missing. */
export function readBytes(parts: Parts, name: string): Uint8Array {
  const bytes = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (bytes === undefined) throw new DamagedProject(`its part "${name}" is missing`);
  return bytes;
}

/** The part's JSON, not yet validated. Throws DamagedProject where it is none. */
export function readJson(parts: Parts, name: string): unknown {
  try {
    return JSON.parse(strFromU8(readBytes(parts, name)));
  } catch (cause) {
    if (cause instanceof DamagedProject) throw cause;
    throw new DamagedProject(`its part "${name}" is damaged`);
  }
}

/** `count` numbers; throws DamagedProject where the part has another length. */
export function readFloats(parts: Parts, name: string, count: number): Float64Array {
  return new Float64Array(aligned(parts, name, count * 8));
}

/** `count` codes, each below `limit`. */
export function readCodes(parts: Parts, name: string, count: number, limit: number): Uint32Array {
  const codes = new Uint32Array(aligned(parts, name, count * 4));
  if (!codes.every((code) => code < limit))
    throw new DamagedProject(`its part "${name}" is damaged`);
  return codes;
}

/** A copy of the part in a buffer of its own: views need alignment, and the archive need not stay in memory. */
function aligned(parts: Parts, name: string, length: number): ArrayBuffer {
  const bytes = readBytes(parts, name);
  if (bytes.length !== length) throw new DamagedProject(`its part "${name}" has the wrong length`);
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
