/** Tables for four bytes at a time: the checksum runs over every inflated byte and must not show. */
const TABLES = tables();

function tables(): Int32Array {
  const table = new Int32Array(4 * 256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table[n] = c;
  }
  for (let k = 1; k < 4; k++) {
    for (let n = 0; n < 256; n++) {
      const before = table[(k - 1) * 256 + n] ?? 0;
      table[k * 256 + n] = (before >>> 8) ^ (table[before & 0xff] ?? 0);
    }
  }
  return table;
}

/** CRC-32 as zip files use it, continued over chunks: start with 0 and hand the result back in. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const t = TABLES;
  let c = ~before;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    c ^= view.getInt32(at, true);
    c =
      (t[768 + (c & 0xff)] ?? 0) ^
      (t[512 + ((c >>> 8) & 0xff)] ?? 0) ^
      (t[256 + ((c >>> 16) & 0xff)] ?? 0) ^
      (t[c >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) c = (c >>> 8) ^ (t[(c ^ view.getUint8(at)) & 0xff] ?? 0);
  return ~c >>> 0;
}
