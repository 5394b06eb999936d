import { err, ok, type Result } from '../units/result.ts';
import { Budget } from './grid-builder.ts';
import { detect, FORMAT_NAMES, isMisnamed } from './detect.ts';
import type { SheetFile, SheetNote } from './grid.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { Pace, type SheetProgress } from './pace.ts';
import { Refused, type SheetRefusal } from './refusal.ts';
import { readHtml } from './html/read-html.ts';
import { readXls, readZipped } from './library/read-library.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { readOds } from './opendocument/read-ods.ts';
import { readSpreadsheetMl } from './spreadsheetml/read-spreadsheetml.ts';
import { Unsure } from './xml/trouble.ts';
import { readText } from './text/read-text.ts';

/** A file to be read: its name without folder, its bytes at once or as they come, and how many they are. */
export interface SheetInput {
  readonly file: string;
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>;
  readonly size: number;
}

export interface ReadOptions {
  readonly onProgress?: ((progress: SheetProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Reads a spreadsheet or a delimited text into plain grids. What the content is decides, not the
 * name. Never throws: whatever cannot be read ends as one plain sentence.
 */
export async function readSheetFile(
  input: SheetInput,
  options: ReadOptions = {},
): Promise<Result<SheetFile, SheetRefusal>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const pace = new Pace(input.file, input.size, options.onProgress, options.signal);
  try {
    const bytes = await allBytes(input, limits, pace);
    await pace.turn();
    const budget = new Budget(input.file, limits);
    const read = await readContent(input.file, bytes, budget, pace);
    pace.bytesDone = bytes.length;
    await pace.turn();
    return ok({ ...read, notes: noteOnName(read) });
  } catch (thrown) {
    if (thrown instanceof Refused) return err({ code: thrown.code, message: thrown.message });
    return err({
      code: 'damaged',
      message: `${input.file} could not be read: open it in the spreadsheet program and save it again as .xlsx.`,
    });
  }
}

async function readContent(
  file: string,
  bytes: Uint8Array,
  budget: Budget,
  pace: Pace,
): Promise<SheetFile> {
  const content = detect(file, bytes, budget.limits);
  switch (content.kind) {
    case 'text':
      return readText(file, bytes, budget, pace);
    case 'xlsx':
      try {
        return await readXlsx(content.zip, budget, pace);
      } catch (thrown) {
        if (!(thrown instanceof Unsure)) throw thrown;
        const read = await readZipped('xlsx', content.zip, budget, pace);
        return { ...read, notes: [...read.notes, otherReader(thrown.message)] };
      }
    case 'ods':
      return readOds(content.zip, budget, pace);
    case 'xlsb':
    case 'numbers':
      return readZipped(content.kind, content.zip, budget, pace);
    case 'compound':
    case 'xls':
      return readXls(file, bytes, content.kind === 'compound', budget);
    case 'html':
      return readHtml(file, bytes, budget, pace);
    case 'spreadsheetml':
      return readSpreadsheetMl(file, bytes, budget, pace);
  }
}

function otherReader(reason: string): SheetNote {
  return {
    code: 'other-reader',
    message: `The workbook was read by a second reader, because ${reason}: compare a few cells with the spreadsheet program.`,
  };
}

function noteOnName({ file, format, notes }: SheetFile): readonly SheetNote[] {
  if (!isMisnamed(file, format)) return notes;
  const what = FORMAT_NAMES[format] ?? format;
  const message = `${file} is ${what}, whatever its name says: it was read as that.`;
  return [{ code: 'format-mismatch', message }, ...notes];
}

async function allBytes(
  { file, bytes, size }: SheetInput,
  limits: Limits,
  pace: Pace,
): Promise<Uint8Array> {
  const tooLarge = new Refused(
    'too-large',
    `${file} is larger than ${Math.round(limits.fileBytes / 2 ** 20)} MB: split it into several files.`,
  );
  if (size > limits.fileBytes) throw tooLarge;
  if (bytes instanceof Uint8Array) {
    if (bytes.length === 0) throw empty(file);
    return bytes;
  }
  const reader = bytes.getReader();
  let held = new Uint8Array(Math.max(size, 1));
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    if (length + value.length > limits.fileBytes) throw tooLarge;
    if (length + value.length > held.length) {
      const larger = new Uint8Array(Math.max(held.length * 2, length + value.length));
      larger.set(held.subarray(0, length));
      held = larger;
    }
    held.set(value, length);
    length += value.length;
    await pace.step(value.length);
  }
  if (length === 0) throw empty(file);
  return held.subarray(0, length);
}

function empty(file: string): Refused {
  return new Refused('empty-file', `${file} is empty: there is nothing in it to read.`);
}
