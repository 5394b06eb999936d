import { deflateSync, unzipSync, Zip, type ZipInputFile } from 'fflate';
import { err, ok, type Result } from '../units/result.ts';

/** One part of a project file, ready to be written: deflated once, reused until its source changes. */
export interface PackedPart {
  readonly name: string;
  /** Size before deflating, bytes. */
  readonly bytes: number;
  /** CRC-32 of the bytes before deflating. */
  readonly crc: number;
  readonly deflated: Uint8Array;
}

/** What a file may make of memory: well above a book of a million accounts, well below the parser's limit. */
const LIMITS = { parts: 4_000, partBytes: 512 * 2 ** 20, totalBytes: 1024 * 2 ** 20 } as const;

const PART_NAME = /^[A-Za-z0-9]+(?:[./-][A-Za-z0-9]+)*$/;

/** Deflates one part. Level 1: columns of numbers gain little from more, and saving must be quick. */
export function packPart(name: string, data: Uint8Array): PackedPart {
  return {
    name,
    bytes: data.length,
    crc: crc32(data),
    deflated: deflateSync(data, { level: 1 }),
  };
}

/** The zip archive of parts that are already deflated. Same parts, same bytes: no time of day is stored. */
export function zipParts(parts: readonly PackedPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const part of parts) {
    const entry: ZipInputFile = {
      filename: part.name,
      size: part.bytes,
      crc: part.crc,
      compression: 8,
      mtime: '1980-01-01T12:00:00',
    };
    zip.add(entry);
    entry.ondata?.(null, new Uint8Array(part.deflated), true);
  }
  zip.end();
  return concatenate(chunks);
}

/**
 * The parts of a project file by name. Hostile input: names that no project has, too many parts and
 * parts too large to be true are refused before anything is inflated, and inflating never writes
 * beyond the size that was declared. Nothing is written to a disk here, so a path in a name has no
 * power; it is refused all the same.
 */
export function unzipParts(bytes: Uint8Array): Result<Record<string, Uint8Array>, string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return err('it is not a Handoff project');
  const names = new Set<string>();
  let total = 0;
  let refusal: string | null = null;
  const accept = (name: string, size: number): boolean => {
    total += size;
    if (!PART_NAME.test(name) || names.has(name)) refusal ??= 'it is not a Handoff project';
    names.add(name);
    if (names.size > LIMITS.parts || size > LIMITS.partBytes || total > LIMITS.totalBytes)
      refusal ??= 'it unpacks to more than a project can hold';
    return refusal === null;
  };
  try {
    const parts = unzipSync(bytes, { filter: (file) => accept(file.name, file.originalSize) });
    return refusal === null ? ok(parts) : err(refusal);
  } catch {
    return err(refusal ?? 'it is cut short or damaged');
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as zip defines it. */
export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
