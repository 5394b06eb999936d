import { CFB } from 'xlsx';
import type { Budget } from '../grid-builder.ts';
import type { SheetFile } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { readZipDirectory, type Zip } from '../zip/directory.ts';
import { Inflater } from '../zip/inflate.ts';
import { withoutFormulas } from './biff-formulas.ts';
import { outlineOfBiff } from './biff-outline.ts';
import { outlineOfNumbers } from './numbers-outline.ts';
import type { SheetOutline } from './outline.ts';
import { readWithLibrary } from './sheetjs.ts';
import { outlineOfXlsb } from './xlsb-outline.ts';
import { outlineOfXlsx } from './xlsx-outline.ts';
import { Malformed, Unsure } from '../xml/trouble.ts';

/** Reads an older workbook: records inside a compound file, or, before version 5, records alone. */
export function readXls(
  file: string,
  bytes: Uint8Array,
  isCompound: boolean,
  budget: Budget,
): SheetFile {
  const streams = isCompound ? streamsOf(file, bytes) : new Map([['book', bytes]]);
  const stream = bookStream(file, streams);
  try {
    const { encrypted, sheets } = outlineOfBiff(stream);
    if (encrypted) throw locked(file);
    checkSize(file, bytes.length, sheets, budget);
    const plain = withoutFormulas(stream);
    const readable = plain === stream ? bytes : isCompound ? compoundOf(plain, streams) : plain;
    return { file, format: 'xls', ...readWithLibrary(file, readable, budget, sheets) };
  } catch (thrown) {
    throw damaged(file, thrown);
  }
}

/**
 * Reads a zipped workbook that has no reader of its own, once every part is known to unpack to
 * what it declares, within the limits.
 */
export async function readZipped(
  format: 'xlsx' | 'xlsb' | 'numbers',
  outer: Zip,
  budget: Budget,
  pace: Pace,
): Promise<SheetFile> {
  const { file } = outer;
  // Numbers of old keeps all its tables in an archive inside the archive.
  const index = format === 'numbers' ? outer.find('Index.zip') : undefined;
  const zip =
    index === undefined
      ? outer
      : readZipDirectory(
          file,
          await new Inflater(outer, budget.limits, pace).whole(index),
          budget.limits,
        );
  const inflater = new Inflater(zip, budget.limits, pace);
  let unpacked = 0;
  for (const entry of zip.entries) {
    unpacked += entry.size;
    if (unpacked > budget.limits.libraryBytes) throw tooLarge(file);
    // The property lists of Numbers have a document type, and nobody reads them.
    await inflater.each(entry, format === 'numbers' ? () => undefined : refuseDocumentType(file));
  }
  const outline = await outlineOf(format, zip, inflater, budget, pace);
  checkSize(file, unpacked, outline, budget);
  await pace.turn();
  return { file, format, ...readWithLibrary(file, zip.bytes, budget, outline) };
}

async function outlineOf(
  format: 'xlsx' | 'xlsb' | 'numbers',
  zip: Zip,
  inflater: Inflater,
  { limits }: Budget,
  pace: Pace,
): Promise<SheetOutline[]> {
  try {
    if (format === 'numbers') return await outlineOfNumbers(zip, inflater, limits.libraryBytes);
    if (format === 'xlsb') return await outlineOfXlsb(zip, inflater);
    return await outlineOfXlsx(zip, inflater, pace);
  } catch (thrown) {
    throw damaged(zip.file, thrown);
  }
}

/** What is wrong with a file, as a refusal; anything else as it is. */
function damaged(file: string, thrown: unknown): unknown {
  if (!(thrown instanceof Malformed) && !(thrown instanceof Unsure)) return thrown;
  return new Refused(
    'damaged',
    `${file} is damaged: it ${thrown.message}. Open it in the spreadsheet program and save it again.`,
  );
}

function checkSize(
  file: string,
  size: number,
  sheets: readonly SheetOutline[],
  { limits }: Budget,
): void {
  const cells = sheets.reduce((sum, { cells = 0, linked = 0 }) => sum + cells + linked, 0);
  if (size > limits.libraryBytes || cells > limits.libraryCells) throw tooLarge(file);
}

/** The stream that holds the workbook inside a compound file. */
function bookStream(file: string, streams: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (streams.has('encryptedpackage')) throw locked(file);
  const stream = streams.get('workbook') ?? streams.get('book');
  if (stream === undefined) {
    throw new Refused(
      'not-a-table',
      `${file} is an Office file but not a workbook: export the data as .xlsx or .csv and open that.`,
    );
  }
  return stream;
}

function streamsOf(file: string, bytes: Uint8Array): Map<string, Uint8Array> {
  let container: {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
  };
  try {
    container = CFB.read(bytes, { type: 'array' });
  } catch {
    throw new Refused(
      'damaged',
      `${file} is incomplete or damaged: fetch it again, or save it again from the spreadsheet program.`,
    );
  }
  const streams = new Map<string, Uint8Array>();
  container.FullPaths.forEach((path, at) => {
    const content = container.FileIndex[at]?.content;
    const name = path.split('/').at(-1)?.toLowerCase() ?? '';
    if (content !== undefined && name !== '' && !streams.has(name)) {
      streams.set(name, content instanceof Uint8Array ? content : Uint8Array.from(content));
    }
  });
  return streams;
}

/** Where a compound file says when it was saved, and by whom. */
const PROPERTIES = ['\x05SummaryInformation', '\x05DocumentSummaryInformation'];

/** A compound file of a workbook's stream and the properties beside it. */
function compoundOf(book: Uint8Array, streams: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', book);
  for (const name of PROPERTIES) {
    const stream = streams.get(name.toLowerCase());
    if (stream !== undefined) CFB.utils.cfb_add(container, `/${name}`, stream);
  }
  return Uint8Array.from(CFB.write(container, { type: 'array' }));
}

/** Parts that declare a document type could expand without end: the library would not notice. */
function refuseDocumentType(file: string): (chunk: Uint8Array) => void {
  let first = true;
  return (chunk) => {
    if (!first) return;
    first = false;
    const head = String.fromCharCode(...chunk.subarray(0, 1024));
    if (/^[^<]*(<\?[^>]*>\s*)?<!DOCTYPE/i.test(head)) {
      throw new Refused(
        'hostile',
        `${file} declares a document type, as no workbook does: it is not opened.`,
      );
    }
  };
}

function locked(file: string): Refused {
  return new Refused(
    'password-protected',
    `${file} is password-protected: save it without a password.`,
  );
}

function tooLarge(file: string): Refused {
  return new Refused(
    'too-large',
    `${file} is too large to be read in its format: save it as .xlsx and open that.`,
  );
}
