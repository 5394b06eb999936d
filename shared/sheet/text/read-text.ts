import Papa from 'papaparse';
import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { SheetFile, SheetNote } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { findDelimiter } from './delimiter.ts';
import { Decoder, findEncoding, type EncodingFound } from './encoding.ts';

const CHUNK = 512 * 1024;
const SAMPLE = 64 * 1024;
/** A row longer than this is a quote that was never closed. */
const ROW_AT_MOST = 4 * 1024 * 1024;

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
  const builder = new GridBuilder(file.replace(/\.[^.]*$/, ''), budget);
  const rows = new RowSink(builder, pace);
  if (declared !== null) text.skip(declared[0].length);
  const unclosed = await readRows(text, delimiter, rows, pace);
  return {
    file,
    format: delimiter === '\t' ? 'tsv' : 'csv',
    grids: [builder.finish()],
    notes: notesOn(encoding, unclosed),
  };
}

/** Row (from 1) whose quote never closes, or null. */
async function readRows(
  text: TextInChunks,
  delimiter: string,
  rows: RowSink,
  pace: Pace,
): Promise<number | null> {
  // A delimiter that no text holds: every line is one field.
  const config = { delimiter: delimiter || '\u0000', newline: '\n', quoteChar: '"' } as const;
  let parser = new Papa.Parser(config);
  let unclosed: number | null = null;
  let open = '';
  for (;;) {
    const more = text.next(CHUNK);
    const input = open + (more ?? '');
    let parsed = parser.parse(input, 0, more !== null);
    const endless =
      more === null
        ? parsed.errors.some((error) => error.code === 'MissingQuotes')
        : input.length - parsed.meta.cursor > ROW_AT_MOST;
    if (endless && unclosed === null) {
      // The rows before the bad quote are complete: take them, and read on without quotes from its row.
      parsed = parser.parse(input, 0, true);
      rows.add(parsed.data);
      unclosed = rows.count + 1;
      parser = new Papa.Parser({ ...config, fastMode: true });
      open = input.slice(parsed.meta.cursor);
      if (more === null) {
        rows.add(parser.parse(open, 0, false).data);
        return unclosed;
      }
      continue;
    }
    rows.add(parsed.data);
    if (more === null) return unclosed;
    open = input.slice(parsed.meta.cursor);
    pace.bytesDone = text.bytesDone;
    await pace.step(CHUNK * 2);
  }
}

/** Takes rows into the grid, each text of a column once where a column repeats itself. */
class RowSink {
  count = 0;
  private readonly columns: RepeatedTexts[] = [];

  constructor(
    private readonly builder: GridBuilder,
    private readonly pace: Pace,
  ) {}

  add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      for (let column = 0; column < row.length; column++) {
        const text = row[column];
        if (text) this.set(column, plain(text));
      }
      this.count++;
    }
    this.pace.rows = this.count;
  }

  private set(column: number, text: string): void {
    const known = (this.columns[column] ??= new RepeatedTexts());
    const index = known.find(text) ?? known.remember(text, this.builder.addText(text));
    this.builder.setTextIndex(this.count, column, index);
  }
}

/** Looked at again after so many cells: does remembering a column's texts pay? */
const LOOKS = 8192;

/**
 * The texts of one column and where they are kept. Ids and amounts hardly ever repeat, and looking
 * each of them up would cost more than all the rest of the reading: such a column is no longer
 * remembered.
 */
class RepeatedTexts {
  private index: Map<string, number> | null = new Map();
  private looks = 0;
  private hits = 0;

  find(text: string): number | undefined {
    if (this.index === null) return undefined;
    const found = this.index.get(text);
    if (found !== undefined) this.hits++;
    if (++this.looks === LOOKS) {
      if (this.hits < LOOKS / 2) this.index = null;
      this.looks = 0;
      this.hits = 0;
    }
    return found;
  }

  remember(text: string, index: number): number {
    this.index?.set(text, index);
    return index;
  }
}

/** `="00123"` is how a spreadsheet program is told that an id is text. */
function plain(text: string): string {
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1) : text;
}

/** Decodes bytes piece by piece, line ends as line feeds, whatever they were. */
class TextInChunks {
  bytesDone: number;
  private readonly decoder: Decoder;
  private ahead = '';
  private ended = false;

  constructor(
    private readonly bytes: Uint8Array,
    { encoding, mark }: EncodingFound,
  ) {
    this.decoder = new Decoder(encoding);
    this.bytesDone = mark;
  }

  /** The first characters, without consuming them. */
  peek(characters: number): string {
    while (this.ahead.length < characters && !this.ended) this.ahead += this.decode(characters * 2);
    return this.ahead;
  }

  /** Drops characters that `peek` has shown. */
  skip(characters: number): void {
    this.ahead = this.ahead.slice(characters);
  }

  /** The next piece of text, from about so many bytes; null at the end. */
  next(bytes: number): string | null {
    if (this.ahead !== '') {
      const text = this.ahead;
      this.ahead = '';
      return text;
    }
    return this.ended ? null : this.decode(bytes);
  }

  private carriageReturn = false;

  private decode(length: number): string {
    const chunk = this.bytes.subarray(this.bytesDone, this.bytesDone + length);
    this.bytesDone += chunk.length;
    this.ended = this.bytesDone >= this.bytes.length;
    let text = this.decoder.decode(chunk, !this.ended);
    if (this.carriageReturn) text = `\r${text}`;
    // A carriage return at the end may be half of a line end.
    this.carriageReturn = !this.ended && text.endsWith('\r');
    if (this.carriageReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}

function wholeRows(sample: string): string {
  const end = sample.length < SAMPLE ? -1 : sample.lastIndexOf('\n');
  return end <= 0 ? sample : sample.slice(0, end);
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

function notesOn({ encoding, broken }: EncodingFound, unclosed: number | null): SheetNote[] {
  const notes: SheetNote[] = [];
  if (encoding === 'windows-1252') {
    notes.push({
      code: 'encoding',
      message: 'The text is not UTF-8 and was read as Windows-1252: check names with accents.',
    });
  }
  if (broken > 0) {
    notes.push({
      code: 'encoding',
      message: `${broken} characters of the text are damaged and show as �: check them against the source.`,
    });
  }
  if (unclosed !== null) {
    notes.push({
      code: 'unclosed-quote',
      message: `A quote in row ${unclosed} never closes: from there on quotes were read as plain characters.`,
    });
  }
  return notes;
}
