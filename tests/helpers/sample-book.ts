import { readFileSync } from 'node:fs';
import type { Book } from '../../shared/book/book.ts';
import { importBook } from '../../shared/import/import-book.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';

export type SampleName = 'small-business' | 'mid-market' | 'enterprise';

/** Reads one of the three sample books as the app reads any file. */
export async function readSample(name: SampleName): Promise<ImportResult> {
  const bytes = readFileSync(new URL(`../../renderer/samples/${name}.csv`, import.meta.url));
  const sheet = await readSheetFile({ file: `${name}.csv`, bytes, size: bytes.length });
  if (!sheet.ok) throw new Error(sheet.error.message);
  return importBook([sheet.value], {});
}

/** The book of a sample, columns mapped without help. */
export async function sampleBook(name: SampleName): Promise<Book> {
  const { book, issues } = await readSample(name);
  if (book === undefined) throw new Error(issues.map((issue) => issue.message).join('\n'));
  return book;
}
