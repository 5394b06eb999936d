import type { Pace } from '../pace.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

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
 * else UTF-8 wherever the bytes allow it, else Windows-1252.
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
  return { encoding: 'windows-1252', mark: 0, broken: 0 };
}

/** Text in Latin letters has a zero in every second byte of UTF-16, and none in anything else. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  return null;
}

async function isUtf8(bytes: Uint8Array, pace: Pace): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    try {
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length });
    } catch {
      return false;
    }
    await pace.step(CHUNK / 16);
  }
  return true;
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
