import {
  chmodSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Unpacks a zip (below 4 GB, stored or deflated) with its file modes and links: what the platform's
 * own tools do, without asking for one to be installed.
 * @param {string} file
 * @param {string} folder
 * @param {(name: string) => string | null} rename the name to unpack to, null to leave it out
 */
export function unzip(file, folder, rename) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of directory(fd)) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name === null) continue;
      const path = resolve(folder, name);
      if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${file}: ${entry.name}`);
      mkdirSync(dirname(path), { recursive: true });
      const bytes = content(fd, entry);
      const isLink = (entry.mode & 0o170000) === 0o120000;
      if (isLink) symlinkSync(bytes.toString('utf8'), path);
      else {
        writeFileSync(path, bytes);
        if ((entry.mode & 0o111) !== 0) chmodSync(path, 0o755);
      }
    }
  } finally {
    closeSync(fd);
  }
}

/**
 * @param {number} fd
 * @param {number} position
 * @param {number} length
 */
function bytesAt(fd, position, length) {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, position);
  return bytes;
}

/**
 * The entries of the central directory.
 * @param {number} fd
 */
function directory(fd) {
  // The end record is the last thing in a zip without a comment, which is the only kind read here.
  const end = bytesAt(fd, fstatSync(fd).size - 22, 22);
  if (end.readUInt32LE(0) !== END) throw new Error('not a zip archive');
  const bytes = bytesAt(fd, end.readUInt32LE(16), end.readUInt32LE(12));
  const entries = [];
  for (let at = 0; at < bytes.length && bytes.readUInt32LE(at) === ENTRY;) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {number} fd
 * @param {{ method: number, packed: number, offset: number }} entry
 */
function content(fd, { method, packed, offset }) {
  const header = bytesAt(fd, offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = bytesAt(fd, start, packed);
  return method === 0 ? bytes : inflateRawSync(bytes);
}
