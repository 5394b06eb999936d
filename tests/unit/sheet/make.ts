import { zipSync, type Zippable } from 'fflate';
import { expect } from 'vitest';
import { cellAt, type Grid, type SheetFile } from '../../../shared/sheet/grid.ts';
import type { Limits } from '../../../shared/sheet/limits.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import type { SheetRefusal } from '../../../shared/sheet/refusal.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A sheet of a workbook made for a test: `data` is what stands inside `<sheetData>`. */
export interface MadeSheet {
  readonly name: string;
  readonly data?: string;
  /** Elements before and after the data. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string;
  readonly state?: string;
  /** Relationship type, 'worksheet' unless said. */
  readonly type?: string;
  /** Relationships of the sheet: type → target. */
  readonly links?: Readonly<Record<string, string>>;
}
export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  /** What stands inside `<sst>`. */
  readonly shared?: string;
  /** Inside `<numFmts>` and the ids of `<cellXfs>` in order. */
  readonly formats?: string;
  readonly styles?: readonly number[];
  readonly date1904?: boolean;
  /** More parts, or other ones. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The parts of a plain workbook by path. */
export function workbookParts(book: MadeWorkbook): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${book.sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': links({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${book.sheets.map((sheet, n) => `<sheet name="${sheet.name}" sheetId="${n + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${book.sheets.map((sheet, n) => `<Relationship Id="rId${n + 1}" Type="${RELS}/${sheet.type ?? 'worksheet'}" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId91" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId92" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${book.formats ?? ''}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs>${(book.styles ?? [0]).map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${book.shared ?? ''}</sst>`,
  };
  book.sheets.forEach((sheet, n) => {
    parts[`xl/worksheets/sheet${n + 1}.xml`] =
      sheet.xml ??
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${sheet.before ?? ''}<sheetData>${sheet.data ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`;
    if (sheet.links) parts[`xl/worksheets/_rels/sheet${n + 1}.xml.rels`] = links(sheet.links);
  });
  return { ...parts, ...book.parts };
}

/** A plain workbook as a file's bytes. */
export function makeWorkbook(book: MadeWorkbook): Uint8Array {
  return zipped(workbookParts(book));
}

/** A workbook of one sheet named Book. */
export function sheetOf(data: string, more: Partial<MadeWorkbook & MadeSheet> = {}): Uint8Array {
  return makeWorkbook({ ...more, sheets: [{ ...more, name: 'Book', data }] });
}

/** A zip archive of text parts. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts)) {
    files[path] = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  }
  return zipSync(files, { mtime: new Date('2026-01-01T00:00:00') });
}

function links(targets: Readonly<Record<string, string>>): string {
  const all = Object.entries(targets).map(
    ([type, target], n) =>
      `<Relationship Id="rId${n + 1}" Type="${RELS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
}

/** Reads bytes that must be readable. */
export async function readAs(
  file: string,
  bytes: Uint8Array,
  limits?: Partial<Limits>,
): Promise<SheetFile> {
  const result = await readSheetFile({ file, bytes, size: bytes.length }, { limits });
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  return result.value;
}

/** Reads bytes that must be refused, in one plain sentence that names the file. */
export async function refusalOf(
  file: string,
  bytes: Uint8Array,
  limits?: Partial<Limits>,
): Promise<SheetRefusal> {
  const result = await readSheetFile({ file, bytes, size: bytes.length }, { limits });
  if (result.ok) throw new Error('was read');
  expect(result.error.message).toContain(file);
  expect(result.error.message).toMatch(/\.$/);
  expect(result.error.message).not.toMatch(/undefined|NaN|Error:|\n/);
  return result.error;
}

/** A cell as the tests write it: dates as ISO text in an object, errors in an object, empty as null. */
export type Plain = number | string | boolean | null | { date: string } | { error: string };

/** A grid as rows of plain values. */
export function rowsOf(grid: Grid | undefined): Plain[][] {
  if (grid === undefined) throw new Error('no grid');
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.columns.map((_column, c) => plain(grid, r, c)),
  );
}

function plain(grid: Grid, row: number, column: number): Plain {
  const cell = cellAt(grid, row, column);
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'number':
    case 'boolean':
      return cell.value;
    case 'date':
      return {
        date: new Date(Math.round(cell.days * 86_400_000))
          .toISOString()
          .replace(/T00:00:00\.000Z$/, '')
          .replace(/\.000Z$/, ''),
      };
    case 'text':
      return cell.text;
    case 'error':
      return { error: cell.text };
  }
}
