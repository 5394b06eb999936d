import type { ImportOptions, ImportResult } from '../import/types.ts';
import type { SheetFile } from '../sheet/grid.ts';

/** What a window asks of a parser's process. Files are the opaque ids of the main process. */
export interface ParserTask {
  /** Chosen by the window; unique among its own. */
  readonly job: string;
  readonly kind: 'book' | 'project';
  readonly files: readonly string[];
  readonly options: ImportOptions;
}

/** The order as it reaches the parser's page: each file is a stream behind a one-time address. */
export interface ParserOrder {
  readonly job: string;
  readonly kind: ParserTask['kind'];
  readonly files: readonly ParserFile[];
  readonly options: ImportOptions;
}
export interface ParserFile {
  readonly name: string;
  readonly bytes: number;
  readonly address: string;
}

export interface ReadProgress {
  readonly phase: 'reading' | 'understanding';
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** What the parser's page posts straight to the window, in pieces. */
export type ParserMessage =
  | { readonly type: 'progress'; readonly progress: ReadProgress }
  | { readonly type: 'refused'; readonly message: string }
  | {
      readonly type: 'book';
      readonly files: readonly SheetFile[];
      readonly result: ImportResult;
    }
  | { readonly type: 'project'; readonly parts: Readonly<Record<string, Uint8Array>> };
