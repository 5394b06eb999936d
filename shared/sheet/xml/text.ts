const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Up to here letters are put together one by one: cheaper than a call of the decoder. */
const SHORT = 24;

/** The text of the bytes at [from, to), entities decoded where there are some. */
export function textOf(bytes: Uint8Array, from: number, to: number, hasEntities: boolean): string {
  const text = rawText(bytes, from, to);
  return hasEntities ? decodeEntities(text) : text;
}

function rawText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) {
    let text = '';
    let at = from;
    for (; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80 || byte === 0x0d) break;
      text += LETTERS[byte] ?? '';
    }
    if (at === to) return text;
  }
  const text = utf8.decode(bytes.subarray(from, to));
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const LETTERS = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The five entities of XML and characters by number; anything else stays as it stands. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
