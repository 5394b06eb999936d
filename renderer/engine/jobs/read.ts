import { importBook } from '../../../shared/import/import-book.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import type { Job } from '../job.ts';

/** Reads source tables, under a corrected mapping where there is one. */
export const reread: Job<'reread'> = ({ files, options }) =>
  Promise.resolve(importBook(files, options));

/** Reads a book that comes with the app: the same way as any file, but its bytes are trusted. */
export const readSample: Job<'readSample'> = async ({ fileName, text }) => {
  const bytes = new TextEncoder().encode(text);
  const read = await readSheetFile({ file: fileName, bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  const files = [read.value];
  return { files, result: importBook(files, {}) };
};
