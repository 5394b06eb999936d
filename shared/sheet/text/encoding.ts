import type { Pace } from '../pace.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** How the bytes of a text are read, and why. */
export interface EncodingFound {
  readonly encoding: Encoding;
  /** Bytes of a byte order mark, to be skipped. */
  readonly mark: number;
  /** Places that are no valid UTF-8 in a text that otherwise is: they show as �. */
  readonly broken: number;
}

const CHUNK = 1024 * 1024;

/** What Windows-1252 has in place of the control characters 0x80 to 0x9f; five are not in use. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes bytes of one text, piece by piece. */
export class Decoder {
  private readonly decoder: TextDecoder;

  constructor(private readonly encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  decode(bytes: Uint8Array, more = false): string {
    const text = this.decoder.decode(bytes, { stream: more });
    if (this.encoding !== 'windows-1252') return text;
    // Node 20 decodes Windows-1252 as Latin-1, which has control characters there.
    return text.replace(/[\u0080-\u009f]/g, (letter) =>
      WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80),
    );
  }
}

/**
 * The encoding of a text by its own evidence: a byte order mark, else the zero bytes of UTF-16,
 * else UTF-8 wherever the bytes allow it, else Windows-1252, or Mac Roman where lines end as only
 * old Macs end them.
 */
export async function findEncoding(bytes: Uint8Array, pace: Pace): Promise<EncodingFound> {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3, broken: 0 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2, broken: 0 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2, broken: 0 };
  const wide = wideEncoding(bytes.subarray(0, 4096));
  if (wide !== null) return { encoding: wide, mark: 0, broken: 0 };
  if (await isUtf8(bytes, pace)) return { encoding: 'utf-8', mark: 0, broken: 0 };
  const { valid, broken } = await countSequences(bytes, pace);
  // One stray byte among many good sequences is damage; mostly stray bytes are another encoding.
  if (broken === 0 || valid >= broken * 10) return { encoding: 'utf-8', mark: 0, broken };
  const mac = bytes.includes(CARRIAGE_RETURN) && !bytes.includes(LINE_FEED);
  return { encoding: mac ? 'macintosh' : 'windows-1252', mark: 0, broken: 0 };
}

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** UTF-16 has zeros in every second byte, wherever there are digits, spaces and delimiters; other texts have none. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const few = sample.length * 0.02;
  if (odd > few && even < odd * 0.02) return 'utf-16le';
  if (even > few && odd < even * 0.02) return 'utf-16be';
  return null;
}

async function isUtf8(bytes: Uint8Array, pace: Pace): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let inside = false;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    // Most texts are plain letters: nothing to decode, unless a character began in the piece before.
    if (inside || !isAscii(chunk)) {
      try {
        decoder.decode(chunk, { stream: at + CHUNK < bytes.length });
      } catch {
        return false;
      }
      inside = (chunk.at(-1) ?? 0) >= 0x80;
    }
    await pace.step(CHUNK / 16);
  }
  return true;
}

/** Four bytes at a time: this runs over every byte of a text. */
function isAscii(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) all |= view.getInt32(at, true);
  for (; at < bytes.length; at++) all |= bytes[at] ?? 0;
  return (all & 0x8080_8080) === 0;
}

/** Counts the valid and the broken multi-byte sequences of UTF-8. */
async function countSequences(
  bytes: Uint8Array,
  pace: Pace,
): Promise<{ valid: number; broken: number }> {
  let valid = 0;
  let broken = 0;
  let at = 0;
  while (at < bytes.length) {
    const end = Math.min(bytes.length, at + CHUNK);
    while (at < end) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) {
        at++;
        continue;
      }
      const length = sequenceLength(lead);
      let good = length > 0 && at + length <= bytes.length;
      for (let k = 1; good && k < length; k++) good = ((bytes[at + k] ?? 0) & 0xc0) === 0x80;
      if (good) valid++;
      else broken++;
      at += good ? length : 1;
    }
    await pace.step(CHUNK / 4);
  }
  return { valid, broken };
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
