import type { Limits } from '../limits.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { crc32 } from './crc32.ts';
import { packedBytes, type Zip, type ZipEntry } from './directory.ts';

const STORED = 0;
const DEFLATED = 8;
const CHUNK = 1024 * 1024;
/** Small parts inflate to a lot at no risk: the ratio counts only from here. */
const RATIO_COUNTS_FROM = 64 * 1024 * 1024;

/**
 * Inflates entries as their bytes come and hands them on in chunks, so that a sheet of a gigabyte
 * never stands in memory. What the directory declares is not trusted: bytes are counted and summed
 * as they come.
 */
export class Inflater {
  private total = 0;

  constructor(
    private readonly zip: Zip,
    private readonly limits: Limits,
    private readonly pace: Pace,
  ) {}

  /** Throws `Refused` for a broken entry, or one that inflates to more than the limits allow. */
  async each(entry: ZipEntry, onChunk: (chunk: Uint8Array) => void): Promise<void> {
    const packed = packedBytes(this.zip, entry);
    this.checkDeclared(entry);
    let size = 0;
    let crc = 0;
    const started = this.pace.bytesDone;
    for await (const chunk of chunksOf(entry, packed, this.zip.file)) {
      size += chunk.length;
      this.total += chunk.length;
      this.checkActual(entry, size);
      crc = crc32(chunk, crc);
      onChunk(chunk);
      this.pace.bytesDone =
        started +
        Math.round((packed.length * Math.min(size, entry.size)) / Math.max(entry.size, 1));
      await this.pace.step(chunk.length);
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(this.zip.file, entry);
  }

  /** A whole small part. */
  async whole(entry: ZipEntry): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    await this.each(entry, (chunk) => chunks.push(chunk));
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  private checkDeclared(entry: ZipEntry): void {
    if (entry.encrypted) {
      throw new Refused(
        'password-protected',
        `${this.zip.file} is password-protected: save it without a password.`,
      );
    }
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw new Refused(
        'unsupported',
        `${this.zip.file} is packed in a way that workbooks are not: save it again from the spreadsheet program.`,
      );
    }
    this.checkActual(entry, entry.size);
  }

  private checkActual(entry: ZipEntry, size: number): void {
    if (size > entry.size) throw damaged(this.zip.file, entry);
    const bomb = size > RATIO_COUNTS_FROM && size > entry.compressedSize * this.limits.ratio;
    if (bomb || size > this.limits.entryBytes || this.total > this.limits.inflatedBytes) {
      throw new Refused(
        'hostile',
        `${this.zip.file} would unpack to far more than a workbook holds (${entry.name}): it is not opened.`,
      );
    }
  }
}

function damaged(file: string, entry: ZipEntry): Refused {
  return new Refused(
    'damaged',
    `${file} is damaged in its part ${entry.name}: fetch it again, or save it again from the spreadsheet program.`,
  );
}

async function* chunksOf(
  entry: ZipEntry,
  packed: Uint8Array,
  file: string,
): AsyncGenerator<Uint8Array> {
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK) yield packed.subarray(at, at + CHUNK);
    return;
  }
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const feeding = feed(stream, packed);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw damaged(file, entry);
      });
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    // The reader of a broken or abandoned stream is told to stop; what else it has to say is known already.
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

async function feed(stream: DecompressionStream, packed: Uint8Array): Promise<void> {
  const writer = stream.writable.getWriter();
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      await writer.ready;
      // A copy: the stream takes memory that nobody else holds.
      await writer.write(new Uint8Array(packed.subarray(at, at + CHUNK)));
    }
    await writer.close();
  } catch {
    // A broken stream shows at its reading end, where it is refused.
  }
}
