import { Refused } from './refusal.ts';
import { readZipDirectory, type Zip } from './zip/directory.ts';
import type { Limits } from './limits.ts';

/** What a file is by its content, and its archive where it is one. */
export type Content =
  | { readonly kind: 'xlsx' | 'xlsb' | 'ods' | 'numbers'; readonly zip: Zip }
  | { readonly kind: 'compound' | 'xls' | 'html' | 'spreadsheetml' | 'text' };

/** How files start that are no tables, and what they are called. */
const OTHERS: readonly (readonly [signature: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a packed file'],
  ['7z\xbc\xaf', 'a packed file'],
  ['Rar!', 'a packed file'],
  ['SQLite format 3', 'a database'],
  ['PAR1', 'a Parquet file'],
  ['{\\rtf', 'a text document'],
  ['MIME-Version:', 'a web archive'],
  ['TABLE\r\n0,1', 'a DIF file'],
  ['TABLE\n0,1', 'a DIF file'],
];

/**
 * A program's name and then a record: a table with columns ID and Product begins in nearly the same
 * way. SYLK and DIF are refused, not read: no system that holds customers writes them, and the library
 * that could read them cannot tell what it lost.
 */
const SYLK = /^ID;P[^;\r\n]*(?:;[^\r\n]{0,20})?\r?\n(?:[PO];[A-Z]|F;|[BC];[XY]\d)/;

/** How the begin record of a workbook without its usual wrapping starts (BIFF 2 to 8). */
const BEGIN_RECORDS = [0x00, 0x02, 0x04, 0x08];

/**
 * Decides by content what a file is, whatever its name says. Throws `Refused` for what is known
 * not to be a table.
 */
export function detect(file: string, bytes: Uint8Array, limits: Limits): Content {
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) {
    return archive(readZipDirectory(file, bytes, limits));
  }
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'compound' };
  if (bytes[0] === 0x09 && BEGIN_RECORDS.includes(bytes[1] ?? -1) && bytes[3] === 0) {
    return { kind: 'xls' };
  }
  const other = OTHERS.find(([signature]) => starts(bytes, signature));
  if (other !== undefined) throw notATable(file, other[1]);
  const text = head(bytes);
  if (SYLK.test(text)) throw notATable(file, 'a SYLK file');
  return { kind: markup(file, text) };
}

/** How a format is called to the user. */
export const FORMAT_NAMES: Readonly<Record<string, string>> = {
  xlsx: 'an Excel workbook (.xlsx)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  xls: 'an older Excel workbook (.xls)',
  ods: 'an OpenDocument spreadsheet (.ods)',
  numbers: 'a Numbers spreadsheet',
  html: 'a web page',
  spreadsheetml: 'an XML spreadsheet',
  csv: 'delimited text (.csv)',
  tsv: 'tab-separated text',
};

const FORMATS_OF_EXTENSION: Readonly<Record<string, readonly string[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xltm: ['xlsx'],
  xlsb: ['xlsb'],
  xls: ['xls'],
  xlt: ['xls'],
  ods: ['ods'],
  numbers: ['numbers'],
  csv: ['csv', 'tsv'],
  tsv: ['csv', 'tsv'],
  html: ['html'],
  htm: ['html'],
  xml: ['spreadsheetml'],
};

/** True where the name promises something else than the content is. */
export function isMisnamed(file: string, format: string): boolean {
  const extension = /\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const formats = Object.hasOwn(FORMATS_OF_EXTENSION, extension)
    ? FORMATS_OF_EXTENSION[extension]
    : undefined;
  return formats !== undefined && !formats.includes(format);
}

function archive(zip: Zip): Content {
  const { file } = zip;
  if (zip.entries.some(({ name }) => /\.iwpv2$|\.iwph$/.test(name))) {
    throw new Refused(
      'password-protected',
      `${file} is password-protected: save it without a password.`,
    );
  }
  if (zip.find('xl/workbook.bin') !== undefined) return { kind: 'xlsb', zip };
  if (zip.find('xl/workbook.xml') !== undefined) return { kind: 'xlsx', zip };
  if (zip.find('Index/Document.iwa') ?? zip.find('Index.zip')) return { kind: 'numbers', zip };
  if (zip.find('word/document.xml')) throw notATable(file, 'a text document');
  if (zip.find('ppt/presentation.xml')) throw notATable(file, 'a presentation');
  if (zip.find('content.xml') !== undefined) return { kind: 'ods', zip };
  // A workbook whose parts bear other names than usual.
  if (zip.find('_rels/.rels') && zip.find('[Content_Types].xml')) return { kind: 'xlsx', zip };
  throw new Refused(
    'archive',
    `${file} is a packed folder, not a workbook: unpack it and open the files inside.`,
  );
}

function markup(file: string, text: string): 'html' | 'spreadsheetml' | 'text' {
  if (!text.startsWith('<')) {
    if (/^(\{\s*["}]|\[\s*[{[])/.test(text)) throw notATable(file, 'JSON');
    return 'text';
  }
  if (
    /<(\w+:)?Workbook[\s>]/.test(text) &&
    text.includes('schemas-microsoft-com:office:spreadsheet')
  ) {
    return 'spreadsheetml';
  }
  if (
    /<(!doctype\s+html|html|head|body|meta|style|table|div|title|center|font|p|br)[\s>/]/i.test(
      text,
    )
  ) {
    return 'html';
  }
  if (/^<(\?xml|!doctype|[\w:]+[\s>/])/i.test(text))
    throw notATable(file, 'an XML file of an unknown kind');
  return 'text';
}

function notATable(file: string, what: string): Refused {
  return new Refused(
    'not-a-table',
    `${file} is ${what}, not a spreadsheet: export the data as .xlsx or .csv and open that.`,
  );
}

function starts(bytes: Uint8Array, signature: string): boolean {
  for (let at = 0; at < signature.length; at++) {
    if (bytes[at] !== signature.charCodeAt(at)) return false;
  }
  return true;
}

/** The first letters, in whatever encoding: enough to tell markup from text. */
function head(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4096);
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const text = String.fromCharCode(...(wide ? start.filter((byte) => byte !== 0) : start));
  return text.replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '').replace(/^(<!--[^]*?-->\s*)+/, '');
}
