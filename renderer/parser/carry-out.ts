import { importBook } from '../../shared/import/import-book.ts';
import type { ParserFile, ParserMessage, ParserOrder } from '../../shared/ipc/parser.ts';
import { unzipParts } from '../../shared/project/archive.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';

type Post = (message: ParserMessage) => void;

/** Carries out one order and posts its progress and its one answer. */
export async function carryOut(order: ParserOrder, post: Post): Promise<void> {
  if (order.kind === 'project') await readProject(order.files, post);
  else await readBook(order, post);
}

async function readBook({ files, options }: ParserOrder, post: Post): Promise<void> {
  const read: SheetFile[] = [];
  for (const file of files) {
    const bytes = await streamOf(file);
    const answer = await readSheetFile(
      { file: file.name, bytes, size: file.bytes },
      {
        onProgress: (progress) =>
          post({ type: 'progress', progress: { phase: 'reading', file: file.name, ...progress } }),
      },
    );
    if (!answer.ok) {
      post({ type: 'refused', message: answer.error.message });
      return;
    }
    read.push(answer.value);
  }
  const last = files.at(-1);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const rows = read.reduce(
    (sum, file) => sum + file.grids.reduce((all, grid) => all + grid.rows, 0),
    0,
  );
  const understanding = (): void => {
    post({
      type: 'progress',
      progress: {
        phase: 'understanding',
        file: last?.name ?? '',
        bytesDone: bytes,
        bytesTotal: bytes,
        rows,
      },
    });
  };
  understanding();
  post({ type: 'book', files: read, result: importBook(read, options, understanding) });
}

async function readProject(files: readonly ParserFile[], post: Post): Promise<void> {
  for (const file of files) {
    const response = await fetch(file.address);
    const parts = unzipParts(new Uint8Array(await response.arrayBuffer()));
    post(
      parts.ok
        ? { type: 'project', parts: parts.value }
        : { type: 'refused', message: `${file.name} could not be opened: ${parts.error}.` },
    );
  }
}

async function streamOf(file: ParserFile): Promise<ReadableStream<Uint8Array>> {
  const { body } = await fetch(file.address);
  if (body === null) throw new Error(`${file.name} has no content`);
  return body;
}
