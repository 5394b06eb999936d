import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../shared/sheet/zip/crc32.ts';
import { readAs, refusalOf, rowsOf, sheetOf, workbookParts } from './make.ts';

const data = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHEET = 'xl/worksheets/sheet1.xml';

/** How an entry is written that a usual zip library would not write. */
interface Quirks {
  readonly flags?: number;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly crc?: number;
  /** Sizes in a zip64 extra field of the directory. */
  readonly zip64?: boolean;
  /** Sizes behind the data instead of before it. */
  readonly descriptor?: boolean;
}

/** A zip archive, written byte by byte. */
function handmade(
  parts: Readonly<Record<string, string>>,
  quirks: Readonly<Record<string, Quirks>> = {},
  more: { readonly zip64End?: boolean; readonly comment?: string } = {},
): Uint8Array {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const write = (bytes: Buffer): void => {
    out.push(bytes);
    offset += bytes.length;
  };
  for (const [name, text] of Object.entries(parts)) {
    const quirk = quirks[name] ?? {};
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const crc = quirk.crc ?? crc32(bytes);
    const flags = (quirk.flags ?? 0) | (quirk.descriptor ? 8 : 0);
    const size = quirk.declaredSize ?? bytes.length;
    const start = offset;
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(quirk.method ?? 8, 8);
    if (!quirk.descriptor) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(packed.length, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    write(local);
    write(packed);
    if (quirk.descriptor) write(Buffer.alloc(16));
    const extra = Buffer.alloc(quirk.zip64 ? 28 : 0);
    if (quirk.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(start), 20);
    }
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(quirk.method ?? 8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(quirk.zip64 ? 0xffffffff : packed.length, 20);
    entry.writeUInt32LE(quirk.zip64 ? 0xffffffff : size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(quirk.zip64 ? 0xffffffff : start, 42);
    entry.write(name, 46);
    directory.push(entry, extra);
  }
  const start = offset;
  for (const part of directory) write(part);
  const count = Object.keys(parts).length;
  if (more.zip64End) {
    const at = offset;
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(BigInt(count), 24);
    end64.writeBigUInt64LE(BigInt(count), 32);
    end64.writeBigUInt64LE(BigInt(start), 48);
    write(end64);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at), 8);
    write(locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(more.zip64End ? 0xffff : count, 10);
  end.writeUInt32LE(more.zip64End ? 0xffffffff : start, 16);
  end.writeUInt16LE(more.comment?.length ?? 0, 20);
  write(end);
  write(Buffer.from(more.comment ?? ''));
  return new Uint8Array(Buffer.concat(out));
}

const parts = workbookParts({ sheets: [{ name: 'Book', data }] });

describe('archives as they come', () => {
  it.each([
    ['plain', handmade(parts)],
    ['sizes behind the data', handmade(parts, { [SHEET]: { descriptor: true } })],
    ['zip64 entries', handmade(parts, { [SHEET]: { zip64: true } })],
    ['a zip64 end', handmade(parts, {}, { zip64End: true })],
    ['a comment at the end', handmade(parts, {}, { comment: 'made by hand' })],
  ])('%s', async (_, bytes) => {
    expect(rowsOf((await readAs('book.xlsx', bytes)).grids[0])).toEqual([[1]]);
  });
});

describe('archives that are refused', () => {
  it('a part that does not match its checksum', async () => {
    const { code, message } = await refusalOf(
      'book.xlsx',
      handmade(parts, { [SHEET]: { crc: 1 } }),
    );
    expect(code).toBe('damaged');
    expect(message).toContain(SHEET);
  });

  it('a part that unpacks to more or less than it says', async () => {
    for (const declaredSize of [1, 100_000]) {
      const bytes = handmade(parts, { [SHEET]: { declaredSize } });
      expect((await refusalOf('book.xlsx', bytes)).code).toBe('damaged');
    }
  });

  it('a bomb, by what it declares', async () => {
    const bytes = handmade(parts, { [SHEET]: { declaredSize: 2 ** 31 } });
    expect((await refusalOf('book.xlsx', bytes)).code).toBe('hostile');
  });

  it('a bomb, by what comes out', async () => {
    const bomb = { ...parts, [SHEET]: `<worksheet>${'<a/>'.repeat(20 * 1024 * 1024)}</worksheet>` };
    const { code, message } = await refusalOf('book.xlsx', handmade(bomb));
    expect([code, message.includes('unpack to far more')]).toEqual(['hostile', true]);
    const small = handmade({
      ...parts,
      [SHEET]: `<worksheet>${'<a/>'.repeat(1_000_000)}</worksheet>`,
    });
    for (const limits of [{ inflatedBytes: 3_000_000 }, { entryBytes: 3_000_000 }]) {
      expect((await refusalOf('book.xlsx', small, limits)).code).toBe('hostile');
    }
  });

  it('the same bytes packed several times over', async () => {
    const bytes = handmade(parts, {});
    // Every entry of the directory points to the first part and claims its length many times.
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50)
        view.setUint32(at + 20, bytes.length - 100, true);
    }
    expect((await refusalOf('book.xlsx', bytes)).code).toBe('hostile');
  });

  it('paths that lead outside', async () => {
    for (const path of ['../evil.xml', 'xl/../../evil.xml', 'xl\\..\\..\\evil.xml']) {
      expect((await refusalOf('book.xlsx', handmade({ ...parts, [path]: 'x' }))).code).toBe(
        'hostile',
      );
    }
  });

  it('two parts of one name', async () => {
    const twice = handmade({ ...parts, 'XL/Worksheets/sheet1.xml': 'x' });
    expect((await refusalOf('book.xlsx', twice)).message).toContain('two parts of the same name');
  });

  it('more parts than any workbook has', async () => {
    const { code } = await refusalOf('book.xlsx', handmade(parts), { zipEntries: 3 });
    expect(code).toBe('hostile');
  });

  it('encrypted parts', async () => {
    const { code, message } = await refusalOf(
      'book.xlsx',
      handmade(parts, { [SHEET]: { flags: 1 } }),
    );
    expect(code).toBe('password-protected');
    expect(message).toBe('book.xlsx is password-protected: save it without a password.');
  });

  it('parts packed in another way', async () => {
    const bytes = handmade(parts, { [SHEET]: { method: 14 } });
    expect((await refusalOf('book.xlsx', bytes)).code).toBe('unsupported');
  });

  it('cut anywhere', async () => {
    const whole = sheetOf(data);
    for (let length = 4; length < whole.length; length += 37) {
      const { code } = await refusalOf('book.xlsx', whole.slice(0, length));
      expect(code).toBe('damaged');
    }
  });

  it('a packed folder of texts', async () => {
    const bytes = zipSync({ 'a.csv': new TextEncoder().encode('a,b\n1,2\n') });
    const { code, message } = await refusalOf('books.zip', bytes);
    expect(code).toBe('archive');
    expect(message).toContain('unpack it');
  });
});

describe('the checksum', () => {
  it('is the known one, in one piece or several', () => {
    const bytes = new TextEncoder().encode('The quick brown fox jumps over the lazy dog');
    expect(crc32(bytes)).toBe(0x414fa339);
    expect(crc32(bytes.subarray(7), crc32(bytes.subarray(0, 7)))).toBe(0x414fa339);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
