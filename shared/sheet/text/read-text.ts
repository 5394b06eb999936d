import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { SheetFile, SheetNote } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { findDelimiter } from './delimiter.ts';
import { findEncoding, type EncodingFound } from './encoding.ts';
import { RepeatedTexts } from './repeated-texts.ts';
import { RowScanner } from './row-scanner.ts';
import { TextInChunks } from './text-in-chunks.ts';

const CHUNK = 512 * 1024;
const SAMPLE = 64 * 1024;
/** A quote that takes in more than this was never closed. */
const QUOTED_AT_MOST = 4 * 1024 * 1024;
/** A row longer than this is no row of a table. */
const ROW_AT_MOST = 16 * 1024 * 1024;

/**
 * Reads delimited text as one sheet of texts (and nothing else: what is a number or a date is for
 * the import to say, with the whole column as evidence). Throws `Refused` for what is no text.
 */
export async function readText(
  file: string,
  bytes: Uint8Array,
  budget: Budget,
  pace: Pace,
): Promise<SheetFile> {
  const encoding = await findEncoding(bytes, pace);
  const text = new TextInChunks(bytes, encoding);
  const sample = text.peek(SAMPLE);
  refuseBinary(file, sample);
  const declared = /^sep=(.)\n/i.exec(sample);
  const delimiter = declared?.[1] ?? findDelimiter(wholeRows(sample));
  if (delimiter === '' && hasFixedColumns(sample)) throw fixedColumns(file);
  const builder = new GridBuilder(file.replace(/\.[^.]*$/, ''), budget);
  const rows = new RowSink(builder);
  if (declared !== null) text.skip(declared[0].length);
  await readRows(file, text, delimiter, rows, pace);
  return {
    file,
    format: delimiter === '\t' ? 'tsv' : 'csv',
    grids: [builder.finish()],
    notes: [...notesOnEncoding(encoding), ...notesOnQuotes(rows)],
  };
}

async function readRows(
  file: string,
  text: TextInChunks,
  delimiter: string,
  rows: RowSink,
  pace: Pace,
): Promise<void> {
  let scanner = new RowScanner(delimiter);
  let input = '';
  for (;;) {
    // A row that is not complete is looked at again: with as much again, so that it stays cheap.
    const more = text.next(Math.max(CHUNK, input.length));
    input += more ?? '';
    rows.take(scanner, input, more === null);
    const rest = input.length - scanner.at;
    if (scanner.open && (more === null || rest > QUOTED_AT_MOST)) {
      // The rows before the bad quote are complete: read on without quotes from its row.
      rows.unclosedAt = rows.count + 1;
      input = input.slice(scanner.at);
      scanner = new RowScanner(delimiter, false);
      rows.take(scanner, input, more === null);
    }
    if (more === null) return;
    input = input.slice(scanner.at);
    if (input.length > ROW_AT_MOST) {
      throw new Refused(
        'too-large',
        `Row ${rows.count + 1} of ${file} is longer than any row of a table: export the data as .xlsx or .csv and open that.`,
      );
    }
    pace.bytesDone = text.bytesDone;
    pace.rows = rows.count;
    await pace.step(CHUNK * 2);
  }
}

/** Takes rows into the grid. */
class RowSink {
  count = 0;
  /** The row whose quote never closes, from 1. */
  unclosedAt: number | null = null;
  /** Rows with quotes that are neither doubled nor the end of their field, and the first of them. */
  strays = 0;
  firstStray = 0;
  private readonly repeated: RepeatedTexts;

  constructor(private readonly builder: GridBuilder) {
    this.repeated = new RepeatedTexts((text) => builder.addText(text));
  }

  take(scanner: RowScanner, text: string, last: boolean): void {
    scanner.feed(text, last);
    while (scanner.next()) {
      const { from, to, doubled } = scanner;
      for (let column = 0; column < scanner.count; column++) {
        const start = from[column] ?? 0;
        const end = to[column] ?? 0;
        if (start < end) this.set(column, text, start, end, doubled[column] === 1);
      }
      this.count++;
      if (scanner.stray && this.strays++ === 0) this.firstStray = this.count;
    }
  }

  private set(column: number, text: string, from: number, to: number, doubled: boolean): void {
    const index =
      doubled || text.charCodeAt(from) === EQUALS
        ? this.rewritten(column, text.slice(from, to), doubled)
        : this.repeated.indexOf(column, text, from, to);
    this.builder.setTextIndex(this.count, column, index);
  }

  private rewritten(column: number, text: string, doubled: boolean): number {
    const plain = withoutFormula(doubled ? text.replaceAll('""', '"') : text);
    return this.repeated.indexOf(column, plain, 0, plain.length);
  }
}

const EQUALS = 0x3d;

/** `="00123"` is how a spreadsheet program is told that an id is text. */
function withoutFormula(text: string): string {
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1) : text;
}

function wholeRows(sample: string): string {
  const end = sample.length < SAMPLE ? -1 : sample.lastIndexOf('\n');
  return end <= 0 ? sample : sample.slice(0, end);
}

/** Lines set in columns by spaces: there is a gap of two or more at the same place in all of them. */
function hasFixedColumns(sample: string): boolean {
  const lines = wholeRows(sample)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(0, LINES_LOOKED_AT);
  if (lines.length < 3) return false;
  const starts = lines.map((line) => line.search(/\S/));
  for (let at = 1; at < WIDTH_LOOKED_AT; at++) {
    if (!lines.every((line) => line.slice(at, at + 2).trim() === '')) continue;
    const between = lines.filter((line, n) => line.length > at + 2 && (starts[n] ?? 0) < at);
    if (between.length > lines.length / 2) return true;
  }
  return false;
}

/** As wide as a printed line gets. */
const WIDTH_LOOKED_AT = 1000;
const LINES_LOOKED_AT = 100;

function fixedColumns(file: string): Refused {
  return new Refused(
    'unsupported',
    `${file} is text whose columns are set by spaces: open it in the spreadsheet program, say where its columns begin, and save it as .xlsx.`,
  );
}

function refuseBinary(file: string, sample: string): void {
  let control = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1f) || code === 0x7f)
      control++;
  }
  if (control > sample.length * 0.01) {
    throw new Refused(
      'not-a-table',
      `${file} is neither a spreadsheet nor text: export the data as .xlsx or .csv and open that.`,
    );
  }
  if (sample.trim() === '') {
    throw new Refused('empty-file', `${file} is empty: there is nothing in it to read.`);
  }
}

function notesOnEncoding({ encoding, broken }: EncodingFound): SheetNote[] {
  const notes: SheetNote[] = [];
  if (encoding === 'windows-1252' || encoding === 'macintosh') {
    const name = encoding === 'macintosh' ? 'Mac Roman' : 'Windows-1252';
    notes.push({
      code: 'encoding',
      message: `The text is not UTF-8 and was read as ${name}: check names with accents.`,
    });
  }
  if (broken > 0) {
    notes.push({
      code: 'encoding',
      message: `${broken} characters of the text are damaged and show as �: check them against the source.`,
    });
  }
  return notes;
}

function notesOnQuotes({ unclosedAt, strays, firstStray }: RowSink): SheetNote[] {
  const notes: SheetNote[] = [];
  if (unclosedAt !== null) {
    notes.push({
      code: 'unclosed-quote',
      message: `A quote in row ${unclosedAt} never closes: from there on quotes were read as plain characters.`,
    });
  }
  if (strays > 0) {
    notes.push({
      code: 'stray-quote',
      message: `${strays === 1 ? '1 row has a quote' : `${strays} rows have quotes`} inside a text that should be doubled: compare row ${firstStray} with the source.`,
    });
  }
  return notes;
}
