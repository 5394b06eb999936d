import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { importBook } from '../../shared/import/import-book.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';
import type { ReadAnswer, ReadRequest } from './reader-messages.ts';

/**
 * The reading process: reads the files that its parent names, answers and ends. It may be killed at
 * any moment; it holds nothing that anyone would miss.
 */
export function readForParent(): void {
  process.once('message', (request: ReadRequest) => {
    void read(request).then(answer);
  });
  process.once('disconnect', () => process.exit());
}

async function read({ paths, options }: ReadRequest): Promise<ReadAnswer> {
  const files: SheetFile[] = [];
  const sentences: string[] = [];
  for (const path of paths) {
    const { size } = await stat(path);
    const bytes = Readable.toWeb(createReadStream(path));
    const read = await readSheetFile({ file: basename(path), bytes, size }, { onProgress });
    if (read.ok) files.push(read.value);
    else sentences.push(read.error.message);
  }
  if (sentences.length > 0) return { kind: 'refused', sentences };
  onProgress();
  return { kind: 'read', result: importBook(files, options, onProgress) };
}

function onProgress(): void {
  answer({ kind: 'progress', residentBytes: process.memoryUsage.rss() });
}

function answer(message: ReadAnswer): void {
  process.send?.(message);
}
