import { err, ok, type Result } from '../units/result.ts';
import { Budget } from './grid-builder.ts';
import type { SheetFile } from './grid.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { Pace, type SheetProgress } from './pace.ts';
import { Refused, type SheetRefusal } from './refusal.ts';
import { readWithLibrary } from './sheetjs.ts';
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
    return ok(read);
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
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!zip && !compound) return readText(file, bytes, budget, pace);
  const format = zip ? 'xlsx' : 'xls';
  return { file, format, ...readWithLibrary(file, bytes, budget) };
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
