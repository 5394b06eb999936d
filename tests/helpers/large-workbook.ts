import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from '../../shared/sheet/zip/crc32.ts';
import { createDeflateRaw } from 'node:zlib';

/** What a column of the large file holds: as a book of business does, ids, names, amounts, dates and words. */
const COLUMNS = [
  'id',
  'name',
  'word',
  'amount',
  'date',
  'word',
  'amount',
  'share',
  'count',
  'name',
  'amount',
  'date',
  'word',
  'count',
  'amount',
  'share',
  'word',
  'amount',
  'date',
  'flag',
] as const;
export const LARGE_COLUMNS = COLUMNS.length;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORDS = 400;

/** Path of a workbook of so many rows × 20 columns, written once into the temporary folder. */
export async function largeWorkbook(rows: number): Promise<string> {
  const path = join(tmpdir(), `handoff-bench-${rows}x${LARGE_COLUMNS}-2.xlsx`);
  if (existsSync(path)) return path;
  const making = `${path}.${process.pid}`;
  const out = createWriteStream(making);
  const zip = new ZipWriter(out);
  for (const [name, text] of smallParts()) await zip.add(name, [text]);
  await zip.add('xl/sharedStrings.xml', sharedStrings(rows));
  await zip.add('xl/worksheets/sheet1.xml', sheet(rows));
  await zip.end();
  renameSync(making, path);
  return path;
}

/** The same cells as delimited text. */
export function largeText(rows: number): Uint8Array {
  const parts: string[] = [COLUMNS.map((kind, c) => `${kind} ${c + 1}`).join(','), '\n'];
  for (let r = 1; r <= rows; r++) {
    for (let c = 0; c < COLUMNS.length; c++) {
      const { text, value } = cellOf(r, c);
      parts.push(c === 0 ? '' : ',', text === null ? String(value) : textAt(text));
    }
    parts.push('\n');
  }
  return new TextEncoder().encode(parts.join(''));
}

function smallParts(): [string, string][] {
  const override = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Book" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="7"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    ],
  ];
}

/** Numbers without a pattern that compresses, the same in every run. */
function noise(row: number, column: number): number {
  let x = Math.imul(row, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

interface LargeCell {
  /** Index of a shared text, else null and the value counts. */
  readonly text: number | null;
  readonly value: number;
  readonly style: number;
}

/** The shared texts: header cells, then words, then an id and two names a row. */
function cellOf(row: number, column: number): LargeCell {
  const own = COLUMNS.length + WORDS + (row - 1) * 3;
  const random = noise(row, column);
  const value = (v: number, style: number): LargeCell => ({ text: null, value: v, style });
  switch (COLUMNS[column]) {
    case 'id':
      return { text: own, value: 0, style: 0 };
    case 'name':
      return { text: own + (column === 1 ? 1 : 2), value: 0, style: 0 };
    case 'word':
      return { text: COLUMNS.length + Math.floor(random * WORDS), value: 0, style: 0 };
    case 'date':
      return value(43831 + Math.floor(random * 2500), 1);
    case 'amount':
      return value(Math.round(random * 1e8) / 100, 2);
    case 'share':
      return value(Math.round(random * 1e4) / 1e4, 3);
    case 'flag':
      return value(random < 0.5 ? 0 : 1, 0);
    default:
      return value(Math.floor(random * 5000), 0);
  }
}

function textAt(index: number): string {
  if (index < COLUMNS.length) return `${COLUMNS[index]} ${index + 1}`;
  if (index < COLUMNS.length + WORDS) return `Word ${index - COLUMNS.length}`;
  const own = index - COLUMNS.length - WORDS;
  const row = Math.floor(own / 3);
  if (own % 3 === 0) return `A-${String(row).padStart(7, '0')}`;
  return own % 3 === 1 ? `Example Company ${row} Ltd` : `Contact ${row} of the account`;
}

function* sharedStrings(rows: number): Generator<string> {
  const count = COLUMNS.length + WORDS + rows * 3;
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${count}">`;
  for (let at = 0; at < count; at += 3000) {
    let text = '';
    for (let n = at; n < Math.min(count, at + 3000); n++) text += `<si><t>${textAt(n)}</t></si>`;
    yield text;
  }
  yield '</sst>';
}

function* sheet(rows: number): Generator<string> {
  const letters = COLUMNS.map((_, c) => String.fromCharCode(65 + c));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${letters.at(-1)}${rows + 1}"/><sheetData><row r="1">`;
  yield letters.map((letter, c) => `<c r="${letter}1" t="s"><v>${c}</v></c>`).join('');
  yield '</row>';
  for (let r = 1; r <= rows;) {
    let text = '';
    for (const end = Math.min(rows, r + 499); r <= end; r++) {
      text += `<row r="${r + 1}" spans="1:20">`;
      for (let c = 0; c < COLUMNS.length; c++) {
        const cell = cellOf(r, c);
        const place = `<c r="${letters[c]}${r + 1}"`;
        const style = cell.style === 0 ? '' : ` s="${cell.style}"`;
        if (cell.text !== null) text += `${place} t="s"><v>${cell.text}</v></c>`;
        else if (COLUMNS[c] === 'flag') text += `${place} t="b"><v>${cell.value}</v></c>`;
        else text += `${place}${style}><v>${cell.value}</v></c>`;
      }
      text += '</row>';
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

/** Writes a zip archive part by part; a part may be larger than memory. */
class ZipWriter {
  private readonly directory: Buffer[] = [];
  private offset = 0;

  constructor(private readonly out: NodeJS.WritableStream) {}

  async add(name: string, texts: Iterable<string>): Promise<void> {
    const start = this.offset;
    const header = Buffer.alloc(30 + name.length);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    // Bit 3: sizes and checksum stand in the directory only.
    header.writeUInt16LE(8, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(name.length, 26);
    header.write(name, 30);
    await this.write(header);
    const { crc, size, packed } = await this.deflate(texts);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeUInt32LE(packed, 8);
    descriptor.writeUInt32LE(size, 12);
    await this.write(descriptor);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(start, 42);
    entry.write(name, 46);
    this.directory.push(entry);
  }

  async end(): Promise<void> {
    const directory = Buffer.concat(this.directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.directory.length, 8);
    end.writeUInt16LE(this.directory.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    await this.write(directory);
    await this.write(end);
    this.out.end();
    await once(this.out, 'finish');
  }

  private async deflate(
    texts: Iterable<string>,
  ): Promise<{ crc: number; size: number; packed: number }> {
    const deflate = createDeflateRaw({ level: 6, chunkSize: 1024 * 1024 });
    let crc = 0;
    let size = 0;
    let packed = 0;
    const drained = (async () => {
      for await (const chunk of deflate) {
        packed += chunk.length;
        await this.write(chunk);
      }
    })();
    for (const text of texts) {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    await drained;
    return { crc, size, packed };
  }

  private async write(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (!this.out.write(bytes)) await once(this.out, 'drain');
  }
}
